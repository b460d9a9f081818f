// A labelled field with its explanation and its message.
import { make } from "./dom.js";

let number = 0;

export const field = (kind, label, { help = "", value = "", choices = [], suggested = [], ...more } = {}) => {
  const id = `field-${++number}`;
  const input = kind === "select"
    ? make("select", { id, ...more }, ...choices.map((one) => (Array.isArray(one) ? make("option", { value: one[0] }, one[1]) : make("option", {}, one))))
    : make(kind === "area" ? "textarea" : "input", { id, type: kind === "area" ? null : "text", autocomplete: "off", spellcheck: "false", ...more });
  if (value) input.value = value;
  const message = make("p", { class: "wrong", id: `${id}-wrong`, hidden: true });
  const explained = help ? make("p", { class: "help", id: `${id}-help` }, help) : null;
  input.setAttribute("aria-describedby", [help ? `${id}-help` : "", `${id}-wrong`].join(" ").trim());
  const list = suggested.length ? make("datalist", { id: `${id}-list` }, ...suggested.map((one) => make("option", { value: one }))) : null;
  if (list) input.setAttribute("list", list.id);
  const wrong = (text) => {
    message.textContent = text;
    message.hidden = !text;
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  return { element: make("div", { class: "field" }, make("label", { for: id }, label), explained, input, message, list), input, wrong };
};
