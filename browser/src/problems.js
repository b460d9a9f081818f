// What is wrong, worst first: each leads to its field, and where the program knows a mend, a button does it.
import { announce, button, make, part, say } from "./dom.js";
import { act, change, hear, store } from "./store.js";

let before = "";

export const begin = (lead) => {
  hear("problems", () => {
    const places = part("problems");
    part("count").textContent = store.summary || say("no problems");
    part("count").dataset.kind = store.failed ? "bad" : store.problems.length ? "soft" : "good";
    places.replaceChildren(...store.problems.map((one) => item(one, lead)));
    part("wrong").classList.toggle("empty", !store.problems.length);
    if (before !== store.summary) announce(store.summary || say("no problems"), "unseen");
    before = store.summary;
  });
  hear("state", (foreign) => foreign && (before = store.summary));
};

const item = (one, lead) => {
  const link = make("a", { href: "#", onclick: (event) => (event.preventDefault(), lead(one.way, one.line)) }, one.message);
  const mend = one.mend && !store.readonly ? button(say(`mend ${one.mend.what}`, { text: one.mend.text }), () => (one.mend.operations ? change(one.mend.operations) : act("mend", { line: one.mend.line })), { class: "quiet small", "aria-label": `${say(`mend ${one.mend.what}`, { text: one.mend.text })}: ${one.message}` }) : null;
  return make("li", { class: one.severity }, make("span", { class: "badge grade" }, say(one.severity)), make("div", {}, link, one.hint ? make("p", { class: "help" }, one.hint) : null, make("p", { class: "where" }, one.line ? say("line", { number: one.line }) : "", ` ${one.code}`), mend));
};
