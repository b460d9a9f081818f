// Any Word file dropped on the page: what is wrong in it, and a copy with the findings in comments.
import { announce, make, say } from "./dom.js";
import { send } from "./net.js";

let found;

export const show = (place) => {
  const input = make("input", { type: "file", id: "proofread", accept: ".docx,.pdf,.html,.txt,.md", multiple: true, onchange: () => take(input.files) });
  const drop = make("div", { class: "drop large", ondragover: (event) => (event.preventDefault(), drop.classList.add("over")), ondragleave: () => drop.classList.remove("over"), ondrop: (event) => (event.preventDefault(), drop.classList.remove("over"), take(event.dataTransfer.files)) },
    make("label", { for: "proofread" }, say("drop a paper")), input);
  found = make("div", { class: "found" });
  place.append(make("h2", {}, say("view proofread")), make("p", { class: "help" }, say("proofread help")), drop, found);
};

const take = async (files) => {
  if (!files.length) return;
  found.replaceChildren(make("p", { class: "hint" }, say("reading")));
  try {
    const answer = await send("proofread", files);
    found.replaceChildren(...answer.files.map((one) => make("section", { class: "card" }, make("h3", {}, one.file),
      make("p", {}, one.marks.length ? say("findings", { count: one.marks.length }) : say("nothing found")),
      one.copy ? make("a", { class: "main", href: `/copies/${one.copy}` }, say("download copy")) : null,
      make("ol", { class: "marks" }, ...one.marks.map((mark) => make("li", { class: mark.severity }, make("strong", {}, mark.message), mark.hint ? make("p", { class: "help" }, mark.hint) : null, mark.context ? make("blockquote", {}, ...quoted(mark)) : null))))));
    announce(say("findings", { count: answer.files.reduce((sum, one) => sum + one.marks.length, 0) }));
  } catch (error) {
    found.replaceChildren();
    announce(error.message, "bad");
  }
};

const quoted = ({ context, quote }) => {
  const at = quote ? context.indexOf(quote) : -1;
  return at < 0 ? [context] : [context.slice(0, at), make("mark", {}, quote), context.slice(at + quote.length)];
};
