// The page around the papers: shows each new edition, keeps the reader's place, asks where a figure comes from.
"use strict";

const part = (id) => document.getElementById(id);
const words = document.body.dataset;
const frame = part("paper");
let shown = "";
let number = 0;
let asked = "";

const made = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

const address = (name) => new URL(`papers/${encodeURIComponent(name)}?${number}`, document.baseURI).href;

const show = (name) => {
  const height = name === shown ? frame.contentWindow.scrollY : 0;
  shown = name;
  frame.dataset.scroll = String(height);
  frame.dataset.wanted = String(number);
  frame.contentWindow.location.replace(address(name));
  for (const link of part("papers").querySelectorAll("a"))
    if (link.dataset.name === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
};

const list = (papers) => {
  part("papers").replaceChildren();
  for (const paper of papers) {
    const group = made("span", "");
    group.append(made("b", `${paper.name}:`));
    for (const form of paper.forms) {
      const link = made("a", form.extension, { href: address(form.name), "data-name": form.name });
      link.setAttribute("aria-label", `${paper.name}: ${form.extension}`);
      if (form.download) link.setAttribute("download", form.name);
      else link.addEventListener("click", (event) => (event.preventDefault(), show(form.name)));
      group.append(" ", link);
    }
    part("papers").append(group);
  }
};

const tell = (edition) => {
  const problems = edition.problems.map((problem) => {
    const item = made("li", "", { class: problem.severity });
    item.append(made("pre", problem.text));
    return item;
  });
  part("problems").replaceChildren(...problems);
  const state = edition.summary || words.good;
  part("state").textContent = edition.failed ? `${state}. ${edition.first ? words.old : words.none}` : state;
};

const answer = async () => {
  const found = await fetch(`origin?${asked}`);
  part("source").textContent = found.ok ? await found.text() : words.unknown;
};

const ask = (figure) => {
  asked = new URLSearchParams({ figure: figure.dataset.figure, part: figure.dataset.part });
  answer();
};

const take = (edition) => {
  number = edition.number;
  document.body.dataset.edition = String(number);
  list(edition.papers);
  tell(edition);
  const names = edition.papers.flatMap((paper) => paper.forms.map((form) => form.name));
  const name = names.includes(shown) ? shown : edition.first;
  if (name && !(edition.failed && shown)) show(name);
  if (asked) answer();
};

frame.addEventListener("load", () => {
  const inside = frame.contentDocument;
  if (!inside) return;
  frame.contentWindow.scrollTo(0, Number(frame.dataset.scroll || 0));
  for (const figure of inside.querySelectorAll("data[data-figure]")) {
    figure.style.cursor = "pointer";
    figure.tabIndex = 0;
    figure.setAttribute("role", "button");
    figure.addEventListener("click", () => ask(figure));
    figure.addEventListener("keydown", (event) => event.key === "Enter" && ask(figure));
  }
  frame.dataset.edition = frame.dataset.wanted;
});

// Where many tabs are open the stream ends after each answer and begins anew: only a longer silence means the end.
const patience = 5000;
let silence = 0;
const editions = new EventSource("editions");
editions.addEventListener("edition", (event) => take(JSON.parse(event.data)));
editions.addEventListener("open", () => {
  clearTimeout(silence);
  silence = 0;
});
editions.addEventListener("error", () => {
  silence ||= setTimeout(() => (part("state").textContent = words.gone), patience);
});
