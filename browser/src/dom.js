// Elements made in one call, and what the page remembers of the words it says.
export const words = {};

export const say = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[key] ?? key);

export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "disabled" || name === "open") element[name] = value;
    else if (name === "style") element.style.cssText = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

// What the desk's policy lets an editor's style sheet in by.
export const nonce = () => document.querySelector("meta[name=nonce]").content;

export const part = (id) => document.getElementById(id);

let told = 0;
// What a screen reader is told; also seen for a while.
export const announce = (text, kind = "good") => {
  const place = part("announced");
  place.textContent = text;
  place.dataset.kind = kind;
  place.classList.toggle("seen", kind !== "unseen");
  clearTimeout(told);
  told = setTimeout(() => place.classList.remove("seen"), kind === "bad" ? 12000 : 4000);
};

export const button = (label, act, properties = {}) => make("button", { type: "button", onclick: act, ...properties }, label);
