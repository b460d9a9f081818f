// The file itself: highlighted, completed from the model, with messages in place; its earlier states; results.
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Annotation, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { announce, button, make, nonce, say } from "./dom.js";
import { of } from "./net.js";
import { act, busy, hear, replace, store } from "./store.js";

const foreignChange = Annotation.define();
let view, past, heard;

const style = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: "y-key" },
  { tag: tags.comment, class: "y-comment" },
  { tag: tags.string, class: "y-string" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], class: "y-sign" },
]);

// The keys that may stand where the cursor is, by the indents above it.
const offered = (context) => {
  const line = context.state.doc.lineAt(context.pos);
  const found = context.matchBefore(/[\p{L} ]*/u);
  const before = line.text.slice(0, context.pos - line.from);
  if (!/^[\s-]*[\p{L} ]*$/u.test(before) || (!found?.text.trim() && !context.explicit)) return null;
  const word = before.match(/[\p{L}][\p{L} ]*$/u)?.[0] ?? "";
  let indent = before.length - word.length;
  const path = [];
  for (let number = line.number - 1; number > 0 && indent > 0; number--) {
    const above = context.state.doc.line(number).text;
    const key = above.match(/^([\s-]*)([^#\s:][^:]*):/);
    if (key && key[1].length < indent) (path.unshift(key[2].trim()), (indent = key[1].replace(/-\s*$/, "").length));
  }
  const keys = within(store.form.root, path);
  return keys ? { from: context.pos - word.length, options: keys.map((key) => ({ label: key.key, info: key.help, apply: `${key.key}: ` })) } : null;
};

const within = (name, path) => {
  const section = store.form.sections[name];
  if (!section) return null;
  if (!path.length) return section.keys;
  const key = section.keys.find((one) => one.key === path[0]);
  return key?.section ? within(key.section, path.slice(key.keyed ? 2 : 1)) : null;
};

export const show = (place) => {
  let waiting = 0;
  view = new EditorView({
    state: EditorState.create({
      doc: store.text,
      extensions: [
        lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine(), bracketMatching(), yaml(), syntaxHighlighting(style),
        autocompletion({ override: [offered], icons: false }), EditorView.lineWrapping, EditorView.cspNonce.of(nonce()), EditorState.readOnly.of(store.readonly),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap, { key: "Ctrl-m", run: () => false }]),
        EditorView.contentAttributes.of({ "aria-label": say("view file"), tabindex: "0", spellcheck: "false" }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.some((one) => one.annotation(foreignChange))) return;
          clearTimeout(waiting);
          waiting = setTimeout(() => view.composing || replace(view.state.doc.toString()), 350);
        }),
        EditorView.domEventHandlers({ compositionend: (_, own) => (setTimeout(() => replace(own.state.doc.toString())), false) }),
      ],
    }),
  });
  past = make("div", { class: "past" });
  place.append(make("div", { class: "tools" }, make("h2", {}, say("view file")), make("code", {}, store.name), store.readonly ? null : results()),
    make("div", { class: "editor" }, view.dom), make("details", { class: "part", ontoggle: (event) => event.target.open && states() }, make("summary", {}, make("strong", {}, say("history"))), past));
  if (!heard) hear("problems", told);
  heard = true;
  told();
};

const results = () => make("span", { class: "results" },
  button(say("build"), build, { class: "main" }),
  make("a", { class: "quiet", href: `/results/${encodeURIComponent(store.name)}.zip` }, say("download all")),
  button(say("archive"), archive, { class: "quiet" }));

const build = async (event) => {
  const pressed = event.currentTarget;
  pressed.disabled = true;
  announce(say("building"));
  try {
    const made = await of(store.name, "build");
    announce(say("was made", { count: made.files.length }));
  } catch (error) {
    announce(error.message, "bad");
  }
  pressed.disabled = false;
};

const archive = async () => {
  try {
    const answer = await of(store.name, "archive");
    announce(say(answer.fresh ? "archived" : "archived before", { identifier: answer.identifier }));
  } catch (error) {
    announce(error.message, "bad");
  }
};

const states = async () => {
  const { states: found } = await of(store.name, "history");
  past.replaceChildren(...(found.length ? found.map((one) => {
    const lines = make("pre", { class: "diff", hidden: true, tabindex: "0" });
    const when = new Date(one.when).toLocaleString(document.documentElement.lang);
    const look = async () => {
      const answer = await of(store.name, "earlier", { number: one.number });
      lines.replaceChildren(...answer.lines.map((line) => make("span", { class: line[0] === "+" ? "plus" : line[0] === "-" ? "minus" : "" }, `${line}\n`)));
      if (!answer.lines.length) lines.textContent = say("no difference");
      lines.hidden = !lines.hidden;
    };
    return make("div", { class: "state" }, make("span", {}, when), button(say("look"), look, { class: "quiet", "aria-label": `${say("look")}: ${when}` }),
      store.readonly ? null : button(say("take back"), () => act("back", { number: one.number }).then(states), { class: "quiet", "aria-label": `${say("take back")}: ${when}` }), lines);
  }) : [make("p", { class: "hint" }, say("no history"))]));
};

const told = () => {
  if (!view?.dom.isConnected) return;
  const lines = view.state.doc.lines;
  view.dispatch(setDiagnostics(view.state, store.problems.filter((one) => one.line && one.line <= lines).map((one) => {
    const line = view.state.doc.line(one.line);
    const from = Math.min(line.to, line.from + one.column - 1);
    return { from, to: Math.min(line.to, from + Math.max(1, one.width)), severity: one.severity === "notice" ? "info" : one.severity, message: [one.message, one.hint].filter(Boolean).join(" ") };
  })));
};

export const update = () => {
  if (!view?.dom.isConnected || busy()) return;
  const now = view.state.doc.toString();
  if (now === store.text) return;
  let from = 0;
  while (from < now.length && now[from] === store.text[from]) from++;
  let end = 0;
  while (end < now.length - from && end < store.text.length - from && now.at(-1 - end) === store.text.at(-1 - end)) end++;
  view.dispatch({ changes: { from, to: now.length - end, insert: store.text.slice(from, store.text.length - end) }, annotations: foreignChange.of(true) });
};

export const find = (number) => {
  if (!view || !number) return;
  const line = view.state.doc.line(Math.min(number, view.state.doc.lines));
  view.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: "center" }) });
  view.focus();
};
