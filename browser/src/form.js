// Forms made from the model: every key with its explanation; what repeats is added, moved and removed.
import { button, make, say } from "./dom.js";
import { field } from "./fields.js";
import { prose } from "./prose.js";
import { at, change, store } from "./store.js";

const listed = (held) => (held === undefined || held === "" ? [] : Array.isArray(held) ? held : [held]);
const fields = new Map();
const id = (way) => JSON.stringify(way);

export const forget = () => fields.clear();

export const sectionForm = (name, way) => {
  const section = store.form.sections[name];
  const held = at(way);
  const holder = make("div", { class: "section" });
  if (Array.isArray(held)) return holder;
  const short = typeof held === "string" && held && section.short ? { [section.short]: held } : held && typeof held === "object" ? held : {};
  const known = new Set(section.keys.map((key) => key.key));
  const filled = section.keys.filter((key) => key.key in short || key.required);
  const others = section.keys.filter((key) => !filled.includes(key));
  const ways = (key) => (typeof held === "string" && held && key.key === section.short ? way : [...way, key.key]);
  holder.append(...filled.map((key) => keyForm(key, ways(key))));
  for (const key of Object.keys(short)) if (!known.has(key)) holder.append(leafForm({ label: key, help: "", kind: "line", suggested: [] }, [...way, key]));
  if (others.length && filled.length) holder.append(more(others, ways));
  else holder.append(...others.map((key) => keyForm(key, ways(key))));
  return holder;
};

const more = (keys, ways) => {
  const details = make("details", { class: "more" }, make("summary", {}, say("more keys", { names: keys.slice(0, 4).map((key) => key.label.toLowerCase()).join(", ") + (keys.length > 4 ? "…" : "") })));
  details.addEventListener("toggle", () => details.open && details.children.length < 2 && details.append(...keys.map((key) => keyForm(key, ways(key)))));
  details.dataset.lazy = id(keys.map((key) => ways(key)));
  return details;
};

export const keyForm = (key, way) => {
  if (key.keyed) return keyedForm(key, way);
  if (key.many) return manyForm(key, way);
  if (!key.section) return leafForm(key, way);
  const box = make("fieldset", { class: "group", "data-way": id(way) }, make("legend", {}, key.label), make("p", { class: "help" }, key.help));
  box.append(sectionForm(key.section, way));
  return box;
};

const group = (way) => `set:${id(way)}`;

export const leafForm = (key, way, label = key.label) => {
  const held = at(way);
  const text = held === undefined ? "" : held;
  if (typeof text !== "string") return make("div", { class: "field", "data-way": id(way), tabindex: "-1" }, make("span", { class: "label" }, label), make("p", { class: "help" }, say("in the file")));
  const shown = text.replace(/\n$/, "");
  const put = (typed) => {
    const now = at(way);
    const tail = typeof now === "string" && now.endsWith("\n") && typed ? "\n" : "";
    if ((now ?? "") !== typed + tail) change([{ do: "set", way, content: typed + tail }], group(way));
  };
  if (key.kind === "prose") {
    const described = `help-${fields.size}-${Math.abs(hash(id(way)))}`;
    const one = prose(shown, label, put, key.help ? described : "");
    const message = make("p", { class: "wrong", hidden: true });
    fields.set(id(way), { element: one.element, set: one.set, focus: () => one.view.focus(), message, focused: () => one.view.hasFocus });
    return make("div", { class: "field prose", "data-way": id(way) }, make("span", { class: "label" }, label), key.help ? make("p", { class: "help", id: described }, key.help) : null, one.element, message,
      store.readonly ? null : button(say("insert figure"), one.offer, { class: "quiet small" }));
  }
  const long = shown.includes("\n") || shown.length > 90;
  const one = field(long ? "area" : "text", label, { help: key.help, value: shown, suggested: key.kind === "flag" ? ["có", "không"] : key.suggested, rows: long ? Math.min(12, Math.ceil(shown.length / 70) + 1) : null, readonly: store.readonly });
  let composing = false;
  one.input.addEventListener("compositionstart", () => (composing = true));
  one.input.addEventListener("compositionend", () => ((composing = false), put(one.input.value)));
  one.input.addEventListener("input", () => composing || put(one.input.value));
  one.element.dataset.way = id(way);
  const own = { element: one.element, focus: () => one.input.focus(), wrong: one.wrong, focused: () => document.activeElement === one.input, set: (fresh) => composing || one.input.value === fresh || (one.input.value = fresh) };
  fields.set(id(way), own);
  return one.element;
};

const hash = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) | 0, 7);

const manyForm = (key, way) => {
  const entries = listed(at(way));
  const list = make("ol", { class: "many" });
  entries.forEach((_, number) => {
    const own = [...way, number];
    const inner = key.section ? sectionForm(key.section, own) : leafForm(key, own, `${key.label} ${number + 1}`);
    const name = `${key.label} ${number + 1}`;
    const tools = store.readonly ? null : make("div", { class: "entry-tools" }, make("span", {}, name),
      button("↑", () => change([{ do: "move", way: own, number: number - 1 }]), { class: "quiet", "aria-label": `${say("up")}: ${name}`, disabled: number === 0 }),
      button("↓", () => change([{ do: "move", way: own, number: number + 1 }]), { class: "quiet", "aria-label": `${say("down")}: ${name}`, disabled: number === entries.length - 1 }),
      button("✕", () => change([{ do: "remove", way: own }]), { class: "quiet danger", "aria-label": `${say("remove")}: ${name}` }));
    list.append(make("li", { class: "entry", "data-way": id(own) }, tools, inner));
  });
  const section = key.section && store.form.sections[key.section];
  const first = section ? { [section.short || section.keys[0].key]: "" } : "";
  const add = () => {
    fields.wanted = [...way, entries.length];
    change([{ do: "add", way, number: entries.length, content: section ? { ...first, ...Object.fromEntries(section.keys.filter((one) => one.required && !one.section).map((one) => [one.key, ""])) } : "" }]);
  };
  return make("fieldset", { class: "group", "data-way": id(way) }, make("legend", {}, key.label), make("p", { class: "help" }, key.help), list, store.readonly ? null : button(say("add one"), add, { class: "quiet", "aria-label": `${say("add one")}: ${key.label}` }));
};

const keyedForm = (key, way) => {
  const held = at(way);
  const entries = held && typeof held === "object" ? Object.keys(held) : [];
  const box = make("fieldset", { class: "group", "data-way": id(way) }, make("legend", {}, key.label), make("p", { class: "help" }, key.help));
  for (const name of entries) {
    const own = [...way, name];
    const inner = key.section ? make("fieldset", { class: "group" }, make("legend", {}, name), sectionForm(key.section, own)) : leafForm({ ...key, help: "" }, own, name);
    box.append(make("div", { class: "entry", "data-way": id(own) }, inner, store.readonly ? null : button("✕", () => change([{ do: "remove", way: own }]), { class: "quiet danger", "aria-label": `${say("remove")}: ${name}` })));
  }
  if (!store.readonly) {
    const fresh = field("text", say("new name"));
    box.append(make("div", { class: "inline" }, fresh.element, button(say("add one"), () => {
      const name = fresh.input.value.trim();
      if (!name || entries.includes(name)) return fresh.input.focus();
      const section = key.section && store.form.sections[key.section];
      change([{ do: "set", way: [...way, name], content: section ? { [section.keys[0].key]: "" } : "" }]);
    }, { class: "quiet", "aria-label": `${say("add one")}: ${key.label}` })));
  }
  return box;
};

// What stands in the form, so that only a change of its parts draws it anew.
export const shape = (content) => (content && typeof content === "object" ? (Array.isArray(content) ? content.map(shape) : Object.fromEntries(Object.entries(content).map(([key, held]) => [key, shape(held)]))) : 0);

export const refill = (foreign) => {
  for (const [key, one] of fields) {
    const held = at(JSON.parse(key));
    if (typeof held === "string" || held === undefined) if (foreign || !one.focused()) one.set((held ?? "").replace(/\n$/, ""));
  }
};

export const complain = () => {
  for (const [key, one] of fields) {
    const found = store.problems.find((problem) => id(problem.way) === key);
    const text = found ? [found.message, found.hint].filter(Boolean).join(" ") : "";
    if (one.wrong) one.wrong(text);
    else if (one.message) {
      one.message.textContent = text;
      one.message.hidden = !text;
    }
  }
};

export const focusOn = (way) => {
  for (let length = way.length; length > 0; length--) {
    const key = id(way.slice(0, length));
    const known = fields.get(key);
    const box = [...document.querySelectorAll("[data-way]")].find((one) => one.dataset.way === key);
    if (known?.element.isConnected) {
      known.element.scrollIntoView({ block: "center" });
      known.focus();
      return true;
    }
    if (box) {
      box.scrollIntoView({ block: "center" });
      box.querySelector("input, textarea, .cm-content, button, summary")?.focus();
      return true;
    }
  }
  return false;
};

export const wanted = () => {
  const way = fields.wanted;
  fields.wanted = null;
  return way;
};
