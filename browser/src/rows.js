// The indicators as rows and columns: what stands in a cell, and the operations that put a text there.
import { say } from "./dom.js";
import { store } from "./store.js";

const ROOT = "chỉ tiêu";
const listed = (held) => (held === undefined || held === "" ? [] : Array.isArray(held) ? held : [held]);
const valued = (held) => (held && typeof held === "object" ? (held["giá trị"] ?? "") : (held ?? ""));
const setter = (plan) => (plan && typeof plan === "object" ? (plan["giao bởi"] ?? "") : "");
const row = (key) => {
  const held = store.content?.[ROOT]?.[key];
  return held && typeof held === "object" ? held : { "thực hiện": held ?? "" };
};

export const keys = () => {
  const held = store.content?.[ROOT];
  return held && typeof held === "object" && !Array.isArray(held) ? Object.keys(held) : [];
};

const plain = (name, label, wide) => ({
  name, label, wide,
  text: (key) => String(row(key)[name] ?? ""),
  way: (key) => [ROOT, key, name],
  put: (key, text) => [text ? { do: "set", way: [ROOT, key, name], content: text } : { do: "remove", way: [ROOT, key, name] }],
});

const planned = (by, label, name = "kế hoạch") => {
  const index = (key) => listed(row(key)[name]).findIndex((one) => by === null || setter(one) === by);
  return {
    name: `${name} ${by ?? ""}`, label, wide: 130,
    text: (key) => String(valued(listed(row(key)[name])[index(key)] ?? "")),
    way: (key) => [ROOT, key, name, Math.max(0, index(key)), "giá trị"],
    put: (key, text) => {
      const at = index(key);
      const plans = listed(row(key)[name]);
      if (at < 0 && !text) return [];
      const fresh = by ? { "giao bởi": by, "giá trị": text } : text;
      if (at < 0) return [plans.length ? { do: "add", way: [ROOT, key, name], number: plans.length, content: fresh } : { do: "set", way: [ROOT, key, name], content: fresh }];
      if (typeof plans[at] === "object") return [{ do: "set", way: [ROOT, key, name, at, "giá trị"], content: text }];
      return [{ do: "set", way: [ROOT, key, name, at], content: text }];
    },
  };
};

const before = () => ({
  name: "năm trước", label: say("col before"), wide: 130,
  text: (key) => String(valued(row(key)["năm trước"])),
  way: (key) => [ROOT, key, "năm trước"],
  put: (key, text) => {
    const held = row(key)["năm trước"];
    const deep = held && typeof held === "object";
    return [{ do: "set", way: deep ? [ROOT, key, "năm trước", "giá trị"] : [ROOT, key, "năm trước"], content: text }];
  },
});

const named = (key) => String(row(key)["tên"] || key.replaceAll("_", " "));

const parts = () => ({
  name: "gồm", label: say("col parts"), wide: 170,
  text: (key) => listed(row(key)["gồm"]).map((one) => (keys().includes(one) ? named(one) : one)).join("; "),
  way: (key) => [ROOT, key, "gồm"],
  put: (key, text) => {
    const known = new Map(keys().flatMap((one) => [[fold(named(one)), one], [fold(one), one]]));
    const chosen = text.split(/[;,\n]/).map((one) => one.trim()).filter(Boolean).map((one) => known.get(fold(one)) ?? one);
    return [chosen.length ? { do: "set", way: [ROOT, key, "gồm"], content: chosen } : { do: "remove", way: [ROOT, key, "gồm"] }];
  },
});

const computed = (name, label, text, wide = 110) => ({ name, label, wide, computed: true, text: (key) => text(store.computed[key] ?? {}, key) ?? "", way: (key) => [ROOT, key], put: () => [] });

const STANDING = { exceeded: "exceeded", met: "met", below: "below" };

export const columns = () => {
  const setters = [...new Set(keys().flatMap((key) => listed(row(key)["kế hoạch"]).map(setter)))];
  if (!setters.length) setters.push("");
  const at = (key, by) => listed(row(key)["kế hoạch"]).findIndex((one) => setter(one) === by);
  return [
    { ...plain("tên", say("col name"), 250), text: named },
    { ...plain("đơn vị tính", say("col unit"), 96), hint: (key) => store.computed[key]?.unit ?? "" },
    plain("thực hiện", say("col result"), 140),
    ...setters.flatMap((by) => [
      planned(by, by ? say("col plan of", { setter: by }) : say("col plan")),
      computed(`tỷ lệ ${by}`, say("col ratio"), (found, key) => {
        const number = at(key, by);
        const [ratio, standing] = [found.ratios?.[number] ?? "", STANDING[found.standings?.[number]] ?? ""];
        return ratio || (standing && say(standing));
      }, 84),
    ]),
    before(),
    computed("tăng giảm", say("col growth"), (found) => found.growth?.replace(/ so với năm \d+$/, ""), 100),
    planned(null, say("col after"), "năm sau"),
    plain("nhóm", say("col group"), 160),
    parts(),
  ];
};

export const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().trim();

export const fresh = (name, taken) => {
  const stem = fold(name).replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 40) || "chi_tieu";
  const own = /^\d/.test(stem) ? `ct_${stem}` : stem;
  for (let number = 1; ; number++) {
    const key = number > 1 ? `${own}_${number}` : own;
    if (!taken.has(key)) return key;
  }
};
