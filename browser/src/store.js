// The open input: its state, and the changes that the desk has not taken yet. They are kept in the browser until it has.
import { announce, say } from "./dom.js";
import { RefusedError, of, post } from "./net.js";

export const store = {
  name: "", version: "", text: "", content: null, computed: {}, problems: [], phrases: {}, summary: "", failed: false,
  undo: false, redo: false, form: null, readonly: false, preview: false, visitor: "", holding: "mine", writer: "",
};
const hearers = { state: new Set(), problems: new Set(), saving: new Set(), holding: new Set() };
export const hear = (what, hearer) => hearers[what].add(hearer);
const tell = (what, ...values) => hearers[what].forEach((hearer) => hearer(...values));

let pending = [];
let sending = false;
let waiting = 0;
const kept = () => (store.visitor ? `desk:${store.visitor}:${store.name}` : `desk:${store.name}`);

const keep = () => {
  try {
    if (pending.length) localStorage.setItem(kept(), JSON.stringify(pending));
    else localStorage.removeItem(kept());
  } catch {
    // A browser that keeps nothing: the change is on its way all the same.
  }
};

const adopt = (state, foreign = false) => {
  const computed = { ...(foreign ? {} : store.computed), ...state.computed };
  Object.assign(store, state, { computed });
  tell("state", foreign);
  look();
};

// Who writes the input: this person, somebody else, or nobody any more.
const holds = (holding, writer = "") => {
  if (holding === store.holding && writer === store.writer) return;
  Object.assign(store, { holding, writer, readonly: store.preview || holding !== "mine" });
  tell("holding");
  if (holding === "mine" && pending.length) drain();
};

export const hold = async () => {
  if (!store.visitor || store.preview || !store.name) return;
  const { writer } = await of(store.name, "hold");
  holds(writer ? "other" : "mine", writer);
};

export const release = (name = store.name) => {
  if (store.visitor && name && store.holding === "mine") post(`/api/of/${encodeURIComponent(name)}/release`, {}, { keepalive: true }).catch(() => {});
};

export const open = async (name) => {
  if (store.name !== name) release();
  store.name = name;
  store.computed = {};
  await hold();
  const state = await of(name, "open");
  pending = [];
  try {
    pending = JSON.parse(localStorage.getItem(kept()) ?? "[]");
  } catch {
    pending = [];
  }
  adopt(state, true);
  if (pending.length && !store.readonly) {
    announce(say("resent", { count: pending.length }));
    drain();
  }
};

export const change = (operations, group = "") => {
  ahead(operations);
  put({ what: "edit", operations, group });
};

// Rows of the sheet are changed in the page at once, and their computed cells asked for before they are in the file.
const ahead = async (operations) => {
  const keys = new Set(operations.map((one) => one.way[1]));
  if (keys.size > 40 || !operations.every((one) => one.way[0] === "chỉ tiêu" && one.way.length > 2 && one.do !== "move" && one.do !== "rename")) return;
  const held = store.content?.["chỉ tiêu"];
  const rows = { ...(held && typeof held === "object" ? held : {}) };
  for (const one of operations) rows[one.way[1]] = done(rows[one.way[1]] ?? "", one.way.slice(2), one);
  store.content = { ...store.content, "chỉ tiêu": rows };
  tell("state", false);
  try {
    const found = await of(store.name, "compute", { rows: Object.fromEntries([...keys].map((key) => [key, rows[key]])), year: String(store.content["năm"] ?? "") });
    Object.assign(store.computed, found);
    performance.mark("desk-computed");
    tell("state", false);
  } catch {
    // They come with the state of the file.
  }
};

const done = (content, way, operation, top = true) => {
  if (!way.length) return operation.do === "add" ? [...(content === "" ? [] : [content].flat()), operation.content] : operation.content;
  const [step, ...rest] = way;
  if (typeof step === "number" && content !== "" && !Array.isArray(content)) return done(content, rest, operation, false);
  if (typeof step === "number") {
    const list = [...(content || [])];
    list[step] = done(list[step] ?? "", rest, operation, false);
    return list;
  }
  const held = content && typeof content === "object" ? { ...content } : content ? { [top ? "thực hiện" : "giá trị"]: content } : {};
  if (!rest.length && operation.do === "remove") delete held[step];
  else held[step] = done(held[step] ?? "", rest, operation, false);
  return held;
};

export const replace = (text) => put({ what: "text", text, group: "text" });

const put = (entry) => {
  if (store.readonly) return;
  entry.base = store.version;
  const last = pending.at(-1);
  const waits = last && !last.sent && last.group && last.group === entry.group;
  if (waits) pending[pending.length - 1] = { ...entry, base: last.base };
  else pending.push(entry);
  keep();
  tell("saving", "saving");
  clearTimeout(waiting);
  waiting = setTimeout(drain, entry.group ? 180 : 40);
};

export const busy = () => pending.length > 0;

const drain = async () => {
  if (sending) return;
  sending = true;
  let again = 0;
  while (pending.length) {
    const entry = pending[0];
    entry.sent = true;
    try {
      const { what, ...sent } = entry;
      const state = await of(store.name, what, sent);
      pending.shift();
      for (const next of pending) next.base = state.version;
      keep();
      adopt(state);
    } catch (error) {
      if (error instanceof RefusedError && error.status < 500 && ![401, 403].includes(error.status)) {
        pending.shift();
        keep();
        lost(entry, error);
        adopt(await of(store.name, "open"), true);
      } else {
        entry.sent = false;
        again = setTimeout(drain, 1000);
        tell("saving", "offline");
        break;
      }
    }
  }
  sending = false;
  if (!pending.length) tell("saving", "saved");
  return again;
};

// What could not be written is shown, so that it can be copied.
const lost = (entry, error) => {
  const typed = entry.text ?? entry.operations.map((one) => (typeof one.content === "string" ? one.content : "")).join("\n");
  announce(`${say("refused")} ${error.message} ${typed.slice(0, 300)}`, "bad");
};

export const act = async (what, sent = {}) => {
  try {
    adopt(await of(store.name, what, sent), true);
  } catch (error) {
    announce(error.message, "bad");
  }
};

let looking = 0;
const look = () => {
  clearTimeout(looking);
  looking = setTimeout(async () => {
    const version = store.version;
    try {
      const found = await of(store.name, "problems");
      if (version === store.version) {
        Object.assign(store, { problems: found.problems, phrases: found.phrases, summary: found.summary, failed: found.failed });
        tell("problems");
      }
    } catch {
      // Asked again with the next state.
    }
  }, 250);
};

export const follow = () => {
  const news = new EventSource("/api/news");
  news.addEventListener("message", async (event) => {
    const { versions, writers } = JSON.parse(event.data);
    const writer = writers[store.name] ?? "";
    if (store.visitor && store.name && writer && writer !== store.visitor) holds("other", writer);
    else if (store.holding === "other") holds(writer ? "mine" : "free");
    const version = versions[store.name];
    if (!store.name || !version || version === store.version || pending.length || sending) return;
    const state = await of(store.name, "open");
    if (!pending.length && state.version !== store.version) {
      adopt(state, true);
      announce(say("elsewhere"));
    }
  });
  news.addEventListener("error", () => tell("saving", "offline"));
  news.addEventListener("open", () => (pending.length ? drain() : tell("saving", "saved")));
};

export const at = (way, content = store.content) => way.reduce((held, step) => (held && typeof held === "object" ? held[step] : step === 0 ? held : undefined), content);
