// The inputs of the folder: open, new, next year's, taken over from Excel or Word.
import { announce, button, make, say } from "./dom.js";
import { ask, post, send } from "./net.js";
import { go } from "./main.js";
import { field } from "./fields.js";

let place;

export const show = async (where) => {
  place = where;
  const found = await ask("/api/conferences");
  place.replaceChildren(
    make("h2", {}, say("conferences")),
    found.conferences.length ? list(found.conferences) : make("p", { class: "hint" }, say("no conferences")),
    found.conferences.filter((one) => one.built).length > 1 ? make("p", {}, make("a", { href: "/results.zip" }, say("download every"))) : "",
    make("div", { class: "cards" }, fresh(found), brought(found)),
  );
};

const state = (one) => (one.failed ? ["bad", say("has errors")] : one.archived ? ["good", say("is archived")] : one.current ? ["good", say("is built")] : one.built ? ["soft", say("was built")] : ["soft", say("not built")]);

const list = (conferences) =>
  make("ul", { class: "conferences" }, ...conferences.map((one) => {
    const [kind, text] = state(one);
    return make("li", {},
      make("a", { href: `#/${encodeURIComponent(one.name)}/indicators` },
        make("strong", {}, one.unit || one.name), make("span", {}, one.year ? `${say("year")} ${one.year}` : "")),
      make("span", { class: `badge ${kind}` }, text),
      make("small", {}, one.name),
      button(say("following"), () => following(one.name), { class: "quiet" }),
      one.built ? make("a", { class: "quiet", href: `/results/${encodeURIComponent(one.name)}.zip` }, say("download all")) : null);
  }));

const following = async (name) => {
  try {
    const made = await post("/api/all/following", { name });
    announce(say("made", { name: made.name }));
    go(made.name, "indicators");
  } catch (error) {
    announce(error.message, "bad");
  }
};

const fresh = (found) => {
  const inputs = {
    unit: field("text", say("unit"), { help: say("unit help") }),
    year: field("text", say("year of"), { value: String(found.year), inputmode: "numeric" }),
    organ: field("select", say("organ"), { choices: found.organs }),
    province: field("text", say("province"), { help: say("province help") }),
    date: field("text", say("date"), { help: say("date help") }),
  };
  const submit = async (event) => {
    event.preventDefault();
    const sent = Object.fromEntries(Object.entries(inputs).map(([key, one]) => [key, one.input.value]));
    for (const one of Object.values(inputs)) one.wrong("");
    try {
      const made = await post("/api/all/new", sent);
      announce(say("made", { name: made.name }));
      go(made.name, "indicators");
    } catch (error) {
      const fields = error.answer?.fields ?? [];
      for (const key of fields) inputs[key].wrong(say(`wrong ${key}`));
      if (fields.length) inputs[fields[0]].input.focus();
      else announce(error.message, "bad");
    }
  };
  return make("form", { class: "card", onsubmit: submit, novalidate: true }, make("h3", {}, say("new conference")),
    ...Object.values(inputs).map((one) => one.element), make("button", { class: "main" }, say("begin")));
};

const brought = (found) => {
  const file = make("input", { type: "file", id: "bring-file", accept: ".xlsx,.xls,.xlsm,.csv,.ods,.docx", multiple: true });
  const into = field("select", say("into"), { choices: [["", say("a new file")], ...found.conferences.map((one) => [one.name, one.name])] });
  const questions = make("div", { class: "questions" });
  const submit = async (event) => {
    event.preventDefault();
    if (!file.files.length) return file.focus();
    const fields = { into: into.input.value };
    for (const chosen of questions.querySelectorAll("input:checked")) fields[chosen.name] = chosen.value;
    try {
      const answer = await send("import", file.files, fields);
      questions.replaceChildren();
      if (answer.questions) return questions.replaceChildren(...asked(answer.questions));
      announce(answer.counts ? say("brought", answer.counts) : say("made", { name: answer.name }));
      go(answer.name, "indicators");
    } catch (error) {
      announce(error.message, "bad");
    }
  };
  return make("form", { class: "card", onsubmit: submit, novalidate: true }, make("h3", {}, say("bring")), make("p", { class: "hint" }, say("bring help")),
    make("label", { for: "bring-file" }, say("bring file")), file, into.element, questions, make("button", { class: "main" }, say("bring it")));
};

const asked = (questions) => [
  make("p", {}, say("differ")),
  ...questions.map((one) => make("fieldset", {}, make("legend", {}, `${one.name}: ${one.what}`),
    ...["old", "new"].map((which) => make("label", {}, make("input", { type: "radio", name: `answer:${one.key}:${one.what}`, value: which, checked: which === "old" }),
      ` ${say(`take ${which}`)}: ${one[which]}${which === "new" ? ` (${one.cell})` : ""}`)))),
];
