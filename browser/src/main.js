// The page: which input is open, which view of it is seen, and the paper beside it.
import { announce, button, make, part, say, words } from "./dom.js";
import { ask, post } from "./net.js";
import { act, follow, hear, hold, open, release, store } from "./store.js";
import * as conferences from "./conferences.js";
import * as sheet from "./sheet.js";
import * as content from "./content.js";
import * as article from "./article.js";
import * as file from "./file.js";
import * as proofread from "./proofread.js";
import * as paper from "./paper.js";
import * as problems from "./problems.js";

const VIEWS = { conferences, indicators: sheet, content, article, file, proofread };
const OF_ALL = new Set(["conferences", "proofread"]);
let seen = "";

const address = () => {
  const [name = "", view = ""] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  return { name, view: VIEWS[view] ? view : name ? "indicators" : "conferences" };
};

export const go = (name, view) => (location.hash = `#/${encodeURIComponent(name)}/${view}`);

const tabs = () => {
  const { name, view } = address();
  part("tabs").replaceChildren(
    ...Object.keys(VIEWS)
      .filter((key) => !store.preview || !["proofread", "conferences"].includes(key))
      .map((key) =>
        make("a", {
          href: `#/${encodeURIComponent(name)}/${key}`, class: "tab",
          "aria-current": key === view ? "page" : null,
          "aria-disabled": !name && !OF_ALL.has(key) ? "true" : null,
        }, say(`view ${key}`)),
      ),
  );
};

const show = async () => {
  const { name, view } = address();
  document.body.dataset.view = view;
  document.body.classList.toggle("opened", Boolean(name));
  if (name && name !== store.name) {
    try {
      await open(name);
      paper.choose();
    } catch (error) {
      announce(error.message, "bad");
      return go("", "conferences");
    }
  }
  tabs();
  part("title").textContent = name ? title() : say("title");
  document.title = name ? `${title()} – ${say("title")}` : say("title");
  if (!name && !OF_ALL.has(view)) return go("", "conferences");
  paper.prefer(view === "article" ? "tin-bai" : "bao-cao");
  const place = part("view");
  if (seen !== `${name}/${view}`) {
    seen = `${name}/${view}`;
    place.replaceChildren();
    place.scrollTop = 0;
    await VIEWS[view].show(place);
  }
};

const title = () => {
  const unit = store.content?.["đơn vị"];
  const named = typeof unit === "string" ? unit : unit?.["tên"];
  const year = store.content?.["năm"];
  return named && year ? `${named}, ${say("year")} ${year}` : store.name;
};

// The way to a place of the input: to its row, its field, or its line.
export const lead = (way, line = 0) => {
  if (way[0] === "chỉ tiêu" && way.length > 1) {
    go(store.name, "indicators");
    setTimeout(() => sheet.find(way), 60);
  } else if (way[0] === "tin bài") {
    go(store.name, "article");
    setTimeout(() => article.find(way), 60);
  } else if (way.length) {
    go(store.name, "content");
    setTimeout(() => content.find(way), 60);
  } else {
    go(store.name, "file");
    setTimeout(() => file.find(line), 60);
  }
};

// Who else changes this input; once nobody does, it can be taken over.
const holding = () => {
  const place = part("holding");
  place.hidden = store.holding === "mine" || !store.name;
  place.replaceChildren(make("span", {}, say(store.holding === "other" ? "held by" : "held by nobody", { name: store.writer })),
    store.holding === "free" ? button(say("take over"), takeOver) : "");
  document.body.classList.toggle("readonly", store.readonly);
};

const takeOver = async () => {
  try {
    await hold();
  } catch (error) {
    announce(error.message, "bad");
  }
};

const leave = async () => {
  const { to } = await post("/dang-xuat");
  location.assign(to);
};

const saving = (state) => {
  const place = part("saving");
  place.dataset.state = state;
  place.textContent = say(state);
};

const start = async () => {
  const begun = await ask("/api/begin");
  Object.assign(words, begun.words);
  Object.assign(store, { form: begun.form, readonly: begun.readonly, preview: begun.readonly, visitor: begun.visitor });
  document.body.classList.toggle("readonly", begun.readonly);
  for (const place of document.querySelectorAll("[data-say]")) place.textContent = say(place.dataset.say);
  for (const place of document.querySelectorAll("[data-label]")) place.setAttribute("aria-label", say(place.dataset.label));
  part("undo").addEventListener("click", () => act("undo"));
  part("redo").addEventListener("click", () => act("redo"));
  part("show-paper").addEventListener("click", () => document.body.classList.toggle("paper-first"));
  hear("saving", saving);
  hear("state", (foreign) => {
    part("undo").disabled = !store.undo;
    part("redo").disabled = !store.redo;
    part("title").textContent = title();
    VIEWS[address().view].update?.(foreign);
  });
  hear("holding", () => {
    holding();
    announce(store.holding === "mine" ? say("yours now") : part("holding").firstChild.textContent);
    if (seen.startsWith(`${store.name}/`)) {
      seen = "";
      show();
    }
  });
  if (begun.visitor) {
    part("visitor").append(make("span", {}, begun.visitor), button(say("log out"), leave, { class: "quiet" }));
    window.addEventListener("pagehide", () => release());
    window.addEventListener("pageshow", (event) => event.persisted && hold());
  }
  problems.begin(lead);
  paper.begin(lead);
  window.addEventListener("hashchange", show);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, .cm-editor");
    if ((event.ctrlKey || event.metaKey) && !typing && ["z", "y"].includes(event.key.toLowerCase())) {
      event.preventDefault();
      act(event.key.toLowerCase() === "y" || event.shiftKey ? "redo" : "undo");
    }
  });
  follow();
  if (begun.only && !address().name) go(begun.only, "file");
  await show();
  document.body.classList.add("ready");
};

start();
