// The open input: its state, and the changes that the desk has not taken yet. They are kept in the browser until it has.
import { announce, say } from "./dom.js";
import { RefusedError, of } from "./net.js";

export const store = {
  name: "", version: "", text: "", content: null, computed: {}, problems: [], phrases: {}, summary: "", failed: false,
  undo: false, redo: false, form: null, readonly: false,
};
const hearers = { state: new Set(), problems: new Set(), saving: new Set() };
export const hear = (what, hearer) => hearers[what].add(hearer);
const tell = (what, ...values) => hearers[what].forEach((hearer) => hearer(...values));

let pending = [];
let sending = false;
let waiting = 0;
const kept = () => `desk:${store.name}`;

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

export const open = async (name) => {
  store.name = name;
  store.computed = {};
  const state = await of(name, "open");
  pending = [];
  try {
    pending = JSON.parse(localStorage.getItem(kept()) ?? "[]");
  } catch {
    pending = [];
  }
  adopt(state, true);
  if (pending.length) {
    announce(say("resent", { count: pending.length }));
    drain();
  }
};

export const change = (operations, group = "") => put({ what: "edit", operations, group });
export const replace = (text) => put({ what: "text", text, group: "text" });

const put = (entry) => {
  entry.base = store.version;
  const last = pending.at(-1);
  const waits = last && !last.sent && last.group && last.group === entry.group;
  if (waits) pending[pending.length - 1] = { ...entry, base: last.base };
  else pending.push(entry);
  keep();
  tell("saving", "saving");
  clearTimeout(waiting);
  waiting = setTimeout(drain, entry.group ? 180 : 0);
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
      if (error instanceof RefusedError && error.status < 500 && error.status !== 403) {
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
    const version = JSON.parse(event.data)[store.name];
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
