// A field for prose: references to indicators are chips with their present words; `{{` offers them by name.
import { autocompletion, completionKeymap, startCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { Annotation, EditorState } from "@codemirror/state";
import { Decoration, EditorView, MatchDecorator, ViewPlugin, WidgetType, keymap } from "@codemirror/view";
import { nonce, say } from "./dom.js";
import { hear, store } from "./store.js";
import { fold } from "./rows.js";

const refreshed = Annotation.define();

class Chip extends WidgetType {
  constructor(name, rest, known) {
    super();
    Object.assign(this, { name, rest, known });
  }
  eq(other) {
    return other.name === this.name && other.rest === this.rest && other.known?.value === this.known?.value && other.known?.name === this.known?.name;
  }
  toDOM() {
    const chip = document.createElement("span");
    chip.className = this.known ? "chip" : "chip unknown";
    chip.textContent = this.known ? `${this.known.name}${this.rest ? ` · ${this.rest}` : ""}` : this.name;
    const value = document.createElement("b");
    value.textContent = this.known?.value ?? "?";
    chip.append(" ", value);
    chip.title = this.known?.words ?? say("unknown name");
    return chip;
  }
  ignoreEvent() {
    return false;
  }
}

const chips = new MatchDecorator({
  regexp: /\{\{\s*([^{}.\n]+?)\s*(?:\.\s*([^{}\n]+?)\s*)?\}\}/g,
  decoration: (found) => Decoration.replace({ widget: new Chip(found[1], found[2] ?? "", store.phrases[found[1]]) }),
});

const shown = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = chips.createDeco(view);
    }
    update(update) {
      if (update.docChanged || update.viewportChanged || update.transactions.some((one) => one.annotation(refreshed))) this.decorations = chips.createDeco(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations, provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none) },
);

const offered = (context) => {
  const found = context.matchBefore(/\{\{[^{}\n]*/);
  if (!found && !context.explicit) return null;
  const typed = fold((found?.text ?? "").replace(/^\{\{\s*/, ""));
  const options = Object.entries(store.phrases)
    .filter(([key, one]) => !typed || fold(one.name).includes(typed) || fold(key).includes(typed))
    .slice(0, 60)
    .map(([key, one]) => ({
      label: one.name, detail: one.value, info: one.words,
      apply: (view, _, from, to) => {
        const behind = view.state.sliceDoc(to, to + 3).match(/^\s?\}\}/)?.[0].length ?? 0;
        const text = `{{ ${key} }}`;
        view.dispatch({ changes: { from, to: to + behind, insert: text }, selection: { anchor: from + text.length } });
      },
    }));
  return { from: found?.from ?? context.pos, options, filter: false };
};

// The words of the indicators come after the text: then all chips are drawn anew.
const views = new Set();
hear("problems", () => {
  for (const view of views) if (!view.dom.isConnected) views.delete(view);
  else if (!view.composing) view.dispatch({ annotations: refreshed.of(true) });
});

export const prose = (text, label, typed, described) => {
  const view = new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: [
        shown, history(), autocompletion({ override: [offered], icons: false }), EditorView.lineWrapping, EditorView.cspNonce.of(nonce()),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorState.readOnly.of(store.readonly),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "false", autocorrect: "off", autocapitalize: "off", ...(described ? { "aria-describedby": described } : {}) }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((one) => one.annotation(refreshed)) && !update.view.composing) typed(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({ compositionend: (_, own) => (setTimeout(() => typed(own.state.doc.toString())), false), blur: (_, own) => (own.state.doc.toString() !== own.known && typed(own.state.doc.toString()), false) }),
      ],
    }),
  });
  view.known = text;
  views.add(view);
  return {
    view,
    element: view.dom,
    set: (fresh) => {
      view.known = fresh;
      const now = view.state.doc.toString();
      const changes = now === fresh || view.composing ? undefined : { from: 0, to: now.length, insert: fresh };
      if (!view.composing) view.dispatch({ changes, annotations: refreshed.of(true) });
    },
    offer: () => {
      view.focus();
      view.dispatch({ ...view.state.replaceSelection("{{ "), userEvent: "input.type" });
      startCompletion(view);
    },
  };
};
