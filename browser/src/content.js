// Everything but figures and the article: one part of the input after another, opened one by one.
import { make, say } from "./dom.js";
import { complain, focusOn, forget, keyForm, refill, shape, wanted } from "./form.js";
import { at, hear, store } from "./store.js";

const ELSEWHERE = new Set(["chỉ tiêu", "tin bài"]);
let place, drawnShape;
const opened = new Set();
let heard = false;

export const show = (where) => {
  place = where;
  if (!heard) hear("problems", () => complain());
  heard = true;
  draw();
};

const parts = () => store.form.sections[store.form.root].keys.filter((key) => !ELSEWHERE.has(key.key));
const own = () => JSON.stringify(shape(Object.fromEntries(Object.entries(store.content ?? {}).filter(([key]) => !ELSEWHERE.has(key)))));

const draw = () => {
  drawnShape = own();
  forget();
  if (!store.content) return place.replaceChildren(make("p", { class: "hint" }, say("unreadable")));
  place.replaceChildren(make("h2", {}, say("view content")), ...parts().map(partOf));
  complain();
};

const partOf = (key) => {
  const held = at([key.key]);
  const wrong = store.problems.filter((one) => one.way[0] === key.key && one.severity === "error").length;
  const details = make("details", { class: "part", open: opened.has(key.key), "data-part": key.key },
    make("summary", {}, make("strong", {}, key.label), make("span", { class: "help" }, key.help),
      wrong ? make("span", { class: "badge bad" }, say("count errors", { count: wrong })) : held ? make("span", { class: "badge soft" }, say("filled")) : null));
  const fill = () => {
    if (details.children.length < 2) details.append(keyForm({ ...key, help: "" }, [key.key]));
    complain();
  };
  details.addEventListener("toggle", () => {
    if (details.open) (opened.add(key.key), fill());
    else opened.delete(key.key);
  });
  if (opened.has(key.key)) fill();
  return details;
};

export const update = (foreign) => {
  if (!place?.isConnected) return;
  if (own() !== drawnShape) {
    const held = document.activeElement?.closest?.("[data-way]")?.dataset.way;
    const top = place.scrollTop;
    const filled = document.activeElement?.matches?.("input, textarea, .cm-content");
    if (filled && !foreign && document.activeElement.closest("#view")) {
      drawnShape = own();
      return refill(foreign);
    }
    draw();
    place.scrollTop = top;
    const way = wanted() ?? (held && JSON.parse(held));
    if (way) focusOn(way);
  } else refill(foreign);
};

export const find = (way) => {
  opened.add(way[0]);
  draw();
  for (const details of place.querySelectorAll("details.more")) {
    const keys = JSON.parse(details.dataset.lazy ?? "[]").map((one) => JSON.stringify(one));
    if (keys.some((key) => JSON.stringify(way).startsWith(key.slice(0, -1)))) details.open = true;
  }
  setTimeout(() => focusOn(way), 30);
};
