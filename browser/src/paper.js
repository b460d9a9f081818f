// The paper beside the work: its text at once, its pages behind; a figure leads to its row, a sentence to its field.
import { make, part, say } from "./dom.js";
import { ask, of } from "./net.js";
import { hear, store } from "./store.js";

let chosen = "";
let form = "text";
let shownVersion = "";
let listing = { papers: [] };

const base = (key = chosen) => `/papers/${encodeURIComponent(store.name)}/${encodeURIComponent(key)}`;

export const begin = (lead) => {
  part("paper-name").addEventListener("change", (event) => ((chosen = event.target.value), links(), render()));
  for (const which of ["text", "pages"]) part(`as-${which}`).addEventListener("click", () => ((form = which), render()));
  part("frame").addEventListener("load", () => arm(lead));
  hear("problems", load);
};

export const choose = () => {
  chosen = "";
  shownVersion = "";
  part("frame").removeAttribute("src");
  part("pages").replaceChildren();
};

// The paper that a view is about: the article beside its settings, the report beside the rest; another one stays.
export const prefer = (key) => {
  if (!["bao-cao", "tin-bai"].includes(chosen) || chosen === key || !listing.papers.some((one) => one.key === key)) return;
  chosen = key;
  part("paper-name").value = key;
  links();
  render();
};

const load = async () => {
  const name = store.name;
  if (!name) return;
  listing = await of(name, "papers").catch(() => listing);
  if (name !== store.name) return;
  const known = listing.papers.map((one) => one.key);
  if (!known.includes(chosen)) chosen = known.includes("bao-cao") ? "bao-cao" : (known[0] ?? "");
  part("paper-name").replaceChildren(...listing.papers.map((one) => make("option", { value: one.key }, one.name)),
    ...listing.missing.map((one) => make("option", { disabled: true, title: one.lacking.join(", ") }, `${one.name} (${say("lacks")} ${one.lacking[0]})`)));
  part("paper-name").value = chosen;
  part("old").hidden = !listing.old || !chosen;
  part("none").hidden = Boolean(chosen);
  links();
  if (!listing.old || !shownVersion) render();
};

const links = () => {
  const formats = listing.papers.find((one) => one.key === chosen)?.formats ?? [];
  part("downloads").replaceChildren(...formats.filter((one) => ["docx", "pdf", "pptx", "html", "txt"].includes(one)).map((one) => make("a", { href: `/papers/${encodeURIComponent(store.name)}/${chosen}.${one}`, download: `${chosen}.${one}`, "aria-label": `${say("download")} ${one.toUpperCase()}` }, one.toUpperCase())));
};

let drawing = 0;
const render = async () => {
  for (const which of ["text", "pages"]) part(`as-${which}`).setAttribute("aria-pressed", String(form === which));
  part("frame").hidden = form !== "text" || !chosen;
  part("pages").hidden = form !== "pages" || !chosen;
  if (!chosen) return;
  const mine = ++drawing;
  const frame = part("frame");
  if (form === "text") {
    frame.dataset.scroll = shownVersion ? String(frame.contentWindow?.scrollY ?? 0) : "0";
    frame.dataset.wanted = store.version;
    frame.contentWindow.location.replace(`${location.origin}${base()}/page.html?${store.version}`);
  } else {
    const version = store.version;
    const { pages } = await ask(`${base()}/pages?${version}`);
    if (mine !== drawing) return;
    const place = part("pages");
    const top = place.scrollTop;
    const fresh = Array.from({ length: pages }, (_, at) => make("img", { src: `${base()}/${at + 1}.png?${version}`, alt: say("page", { number: at + 1, count: pages }), loading: at < 2 ? "eager" : "lazy", width: "827", height: "1169" }));
    place.replaceChildren(...fresh);
    place.scrollTop = top;
  }
  shownVersion = store.version;
};

let texts = new Map();
const arm = (lead) => {
  const frame = part("frame");
  const inside = frame.contentDocument;
  if (!inside?.body || !inside.querySelector("main")) return;
  frame.contentWindow.scrollTo(0, Number(frame.dataset.scroll || 0));
  const click = (event) => {
    const figure = event.target.closest("data[data-figure]");
    const passage = event.target.closest("[data-source]");
    if (figure) lead(["chỉ tiêu", figure.dataset.figure, "thực hiện"]);
    else if (passage) of(store.name, "where", { source: passage.dataset.source.split(" ")[0] }).then((found) => found.way.length && lead(found.way, found.line));
  };
  inside.addEventListener("click", click);
  for (const figure of inside.querySelectorAll("data[data-figure]")) {
    figure.tabIndex = 0;
    figure.setAttribute("role", "link");
    figure.addEventListener("keydown", (event) => event.key === "Enter" && click(event));
  }
  mark(inside);
  frame.dataset.version = frame.dataset.wanted;
  performance.mark("desk-paper");
};

// Passages whose words changed since the page was last shown are marked for a while.
const mark = (inside) => {
  const now = new Map([...inside.querySelectorAll("main p, main li, main td, main h1, main h2, main h3")].map((one, at) => [`${chosen}:${at}`, one]));
  const before = texts;
  texts = new Map([...now].map(([key, one]) => [key, one.textContent]));
  const known = new Set(before.values());
  if (before.size && before.has(`${chosen}:0`)) for (const one of now.values()) if (!known.has(one.textContent)) one.classList.add("changed");
};
