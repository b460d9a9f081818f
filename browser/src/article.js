// The article: a headline to choose, its length, the order of its parts, photographs, and the portal's fields to copy.
import { announce, button, make, say } from "./dom.js";
import { complain, focusOn, forget, keyForm, refill, shape, wanted } from "./form.js";
import { of, send } from "./net.js";
import { at, change, hear, store } from "./store.js";

const ROOT = "tin bài";
const PARTS = ["kết quả", "hạn chế", "phương hướng", "phát biểu", "diễn biến", "giao ước", "khen thưởng", "chia tay"];
const LENGTHS = ["ngắn", "vừa", "dài"];
const OWN = new Set(["tiêu đề", "độ dài", "bố cục", "ảnh"]);
const listed = (held) => (held === undefined || held === "" ? [] : Array.isArray(held) ? held : String(held).split(",").map((one) => one.trim()));
let place, drawn, proposals, fields, heard;

export const show = async (where) => {
  place = where;
  if (!heard) hear("problems", () => (complain(), place?.isConnected && propose()));
  heard = true;
  draw();
  await propose();
};

const own = () => JSON.stringify([shape(at([ROOT]) ?? 0), at([ROOT, "bố cục"]) ?? "", at([ROOT, "độ dài"]) ?? "", at([ROOT, "tiêu đề"]) ?? ""]);

const draw = () => {
  drawn = own();
  forget();
  proposals = make("div", { class: "proposals" });
  fields = make("div", { class: "portal" });
  const keys = store.form.sections[store.form.sections[store.form.root].keys.find((key) => key.key === ROOT).section].keys;
  const rest = make("details", { class: "part" }, make("summary", {}, make("strong", {}, say("rest of article"))), ...keys.filter((key) => !OWN.has(key.key)).map((key) => keyForm(key, [ROOT, key.key])));
  place.replaceChildren(make("h2", {}, say("view article")), headline(keys), length(), order(), photographs(keys), rest, fields);
  complain();
};

const headline = (keys) => make("section", { class: "card" }, make("h3", {}, say("headline")), proposals, keyForm(keys.find((key) => key.key === "tiêu đề"), [ROOT, "tiêu đề"]));

const propose = async () => {
  const found = await of(store.name, "article").catch(() => ({ headlines: [], fields: {} }));
  const now = at([ROOT, "tiêu đề"]);
  proposals.replaceChildren(...(found.headlines.length ? [make("fieldset", { class: "choices" }, make("legend", {}, say("proposed")),
    ...found.headlines.map((text) => make("label", { class: "choice" }, make("input", { type: "radio", name: "headline", checked: text === now, disabled: store.readonly, onchange: () => change([{ do: "set", way: [ROOT, "tiêu đề"], content: text }]) }), make("span", {}, text))))] : [make("p", { class: "hint" }, say("no proposals"))]));
  const entries = Object.entries(found.fields).map(([name, value]) => [name, typeof value === "string" ? value : Array.isArray(value) ? value.map((one) => (typeof one === "string" ? one : Object.values(one).join(" – "))).join(", ") : ""]).filter(([, value]) => value);
  fields.replaceChildren(...(entries.length ? [make("h3", {}, say("portal")), ...entries.map(([name, value]) => make("div", { class: "copy" }, make("strong", {}, name.replaceAll("_", " ")), make("span", {}, value.length > 160 ? `${value.slice(0, 160)}…` : value), button(say("copy"), () => copy(value), { class: "quiet", "aria-label": `${say("copy")}: ${name}` })))] : []));
};

const copy = async (text) => {
  await navigator.clipboard.writeText(text);
  announce(say("copied"));
};

const length = () => make("section", { class: "card" }, make("fieldset", { class: "choices row-choices" }, make("legend", {}, say("length")),
  ...LENGTHS.map((one) => make("label", { class: "choice" }, make("input", { type: "radio", name: "length", checked: (at([ROOT, "độ dài"]) || "dài") === one, disabled: store.readonly, onchange: () => change([{ do: "set", way: [ROOT, "độ dài"], content: one }]) }), make("span", {}, say(`length ${one}`))))));

const order = () => {
  const chosen = listed(at([ROOT, "bố cục"]));
  const now = chosen.length ? chosen : PARTS;
  const put = (parts) => change([{ do: "set", way: [ROOT, "bố cục"], content: parts }]);
  const moved = (from, to) => {
    const parts = [...now];
    parts.splice(to, 0, ...parts.splice(from, 1));
    put(parts);
  };
  let held = 0;
  const list = make("ol", { class: "order" }, ...now.map((name, number) => make("li", { draggable: store.readonly ? null : "true",
    ondragstart: (event) => ((held = number), event.dataTransfer.setData("text/plain", name)), ondragover: (event) => event.preventDefault(), ondrop: (event) => (event.preventDefault(), moved(held, number)) },
    make("span", { class: "handle", "aria-hidden": "true" }, "⠿"), make("span", {}, name),
    store.readonly ? null : make("span", { class: "entry-tools" },
      button("↑", () => moved(number, number - 1), { class: "quiet", disabled: number === 0, "aria-label": `${say("up")}: ${name}` }),
      button("↓", () => moved(number, number + 1), { class: "quiet", disabled: number === now.length - 1, "aria-label": `${say("down")}: ${name}` }),
      button("✕", () => put(now.filter((one) => one !== name)), { class: "quiet danger", "aria-label": `${say("leave out")}: ${name}` })))));
  const absent = PARTS.filter((one) => !now.includes(one));
  return make("section", { class: "card" }, make("h3", {}, say("order")), make("p", { class: "help" }, say("order help")), list,
    absent.length && !store.readonly ? make("p", {}, ...absent.map((one) => button(`+ ${one}`, () => put([...now, one]), { class: "quiet" }))) : null);
};

const photographs = (keys) => {
  const input = make("input", { type: "file", id: "photographs", accept: "image/jpeg,image/png,image/heic,image/webp", multiple: true, onchange: () => take(input.files) });
  const drop = make("div", { class: "drop", ondragover: (event) => (event.preventDefault(), drop.classList.add("over")), ondragleave: () => drop.classList.remove("over"), ondrop: (event) => (event.preventDefault(), drop.classList.remove("over"), take(event.dataTransfer.files)) },
    make("label", { for: "photographs" }, say("drop photographs")), input);
  return make("section", { class: "card" }, make("h3", {}, say("photographs")), store.readonly ? null : drop, keyForm(keys.find((key) => key.key === "ảnh"), [ROOT, "ảnh"]));
};

const take = async (files) => {
  if (!files.length) return;
  try {
    const answer = await send("photographs", files, { name: store.name });
    const held = at([ROOT, "ảnh"]);
    const count = Array.isArray(held) ? held.length : held ? 1 : 0;
    change(answer.files.map((name, number) => ({ do: "add", way: [ROOT, "ảnh"], number: count + number, content: { "tệp": name, "chú thích": "", "mô tả": "" } })));
    announce(say("photographs put", { count: answer.files.length }));
  } catch (error) {
    announce(error.message, "bad");
  }
};

export const update = (foreign) => {
  if (!place?.isConnected) return;
  if (own() !== drawn && !(document.activeElement?.matches?.("input[type=text], textarea, .cm-content") && !foreign)) {
    const held = document.activeElement?.closest?.("[data-way]")?.dataset.way;
    const top = place.scrollTop;
    draw();
    place.scrollTop = top;
    const way = wanted() ?? (held && JSON.parse(held));
    if (way) focusOn(way);
    propose();
  } else refill(foreign);
};

export const find = (way) => {
  for (const details of place.querySelectorAll("details")) details.open = true;
  setTimeout(() => focusOn(way), 30);
};
