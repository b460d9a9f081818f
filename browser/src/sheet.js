// The sheet of indicators: a grid that only draws the rows that are seen, typed and pasted into as in Excel.
import { announce, button, make, say } from "./dom.js";
import { act, change, store } from "./store.js";
import { columns, fresh, keys } from "./rows.js";

const HEIGHT = 34;
const SPARE = 8;
const BLANK = 1;
let grid, body, hint, editor, shown, count, columnsNow;
let active = [0, 0];
let anchor = null;
const drawn = new Map();

export const show = (place) => {
  body = make("div", { class: "rows", role: "rowgroup" });
  grid = make("div", { class: "sheet", role: "grid", "aria-label": say("indicators"), "aria-multiselectable": "true", tabindex: "-1" });
  hint = make("p", { class: "sheet-hint", id: "sheet-hint" });
  place.append(
    make("div", { class: "tools" }, make("h2", {}, say("view indicators")),
      button(say("add row"), () => jump(keys().length, 0, true), { class: "quiet" }),
      button("↑", () => shift(-1), { class: "quiet", "aria-label": say("row up"), title: say("row up") }),
      button("↓", () => shift(1), { class: "quiet", "aria-label": say("row down"), title: say("row down") }),
      button(say("add plan"), addPlan, { class: "quiet" }),
      button(say("remove row"), removeRow, { class: "quiet danger" })),
    hint, grid);
  grid.addEventListener("scroll", () => requestAnimationFrame(draw));
  grid.addEventListener("keydown", keyed);
  grid.addEventListener("mousedown", pointed);
  grid.addEventListener("dblclick", (event) => event.target.closest(".cell") && edit());
  grid.addEventListener("copy", copied);
  grid.addEventListener("paste", pasted);
  new ResizeObserver(() => draw()).observe(grid);
  editor = null;
  extra = [];
  rebuild();
};

let extra = [];

const addPlan = () => {
  const by = window.prompt(say("who set"))?.trim();
  if (!by) return;
  extra = [by];
  const key = keys()[Math.min(active[0], keys().length - 1)];
  if (key) change([{ do: "add", way: ["chỉ tiêu", key, "kế hoạch"], number: 99, content: { "giao bởi": by, "giá trị": "" } }]);
};

export const update = () => {
  if (!grid) return;
  const now = columns();
  if (editor) return refresh();
  if (now.map((one) => one.label).join("|") !== columnsNow.map((one) => one.label).join("|") || keys().length !== count) rebuild();
  else refresh();
};

const rebuild = () => {
  columnsNow = columns();
  count = keys().length;
  grid.style.setProperty("--columns", `46px ${columnsNow.map((one) => `${one.wide}px`).join(" ")}`);
  grid.setAttribute("aria-rowcount", String(count + 1 + BLANK));
  grid.setAttribute("aria-colcount", String(columnsNow.length + 1));
  const head = make("div", { class: "row head", role: "row", "aria-rowindex": "1" }, make("div", { class: "corner", role: "columnheader" }, say("no")),
    ...columnsNow.map((one) => make("div", { class: `cellhead${one.computed ? " computed" : ""}`, role: "columnheader", title: one.label }, one.label)));
  body = make("div", { class: "rows", role: "rowgroup", style: `height:${(count + BLANK) * HEIGHT}px` });
  grid.replaceChildren(make("div", { role: "rowgroup", class: "headgroup" }, head), body);
  drawn.clear();
  draw();
  tellHint();
};

const refresh = () => {
  for (const number of drawn.keys()) paint(number);
  tellHint();
};

const draw = () => {
  const first = Math.max(0, Math.floor(grid.scrollTop / HEIGHT) - SPARE);
  const last = Math.min(count + BLANK, Math.ceil((grid.scrollTop + (grid.clientHeight || 600)) / HEIGHT) + SPARE);
  for (const [number, element] of drawn) if ((number < first || number >= last) && number !== active[0]) (element.remove(), drawn.delete(number));
  for (let number = first; number < last; number++) if (!drawn.has(number)) paint(number);
  if (!drawn.has(active[0]) && active[0] < count + BLANK) paint(active[0]);
};

const paint = (number) => {
  const key = keys()[number];
  let element = drawn.get(number);
  if (!element) {
    element = make("div", { class: "row", role: "row", "aria-rowindex": String(number + 2), style: `top:${number * HEIGHT}px` },
      make("div", { class: "number", role: "rowheader" }, key ? String(number + 1) : "+"),
      ...columnsNow.map((_, place) => make("div", { class: "cell", role: "gridcell", tabindex: "-1", "data-at": `${number}:${place}` })));
    drawn.set(number, element);
    const later = [...body.children].find((one) => Number(one.getAttribute("aria-rowindex")) > number + 2);
    body.insertBefore(element, later ?? null);
  }
  columnsNow.forEach((column, place) => {
    const cell = element.children[place + 1];
    if (editor?.cell === cell) return;
    const text = key ? column.text(key) : "";
    const soft = key && !text && column.hint ? column.hint(key) : "";
    if (cell.dataset.text !== text + soft) {
      cell.textContent = text || soft;
      cell.dataset.text = text + soft;
      cell.title = text.length > 16 ? text : "";
    }
    const selected = inSelection(number, place);
    cell.className = `cell${column.computed ? " computed" : soft ? " soft" : ""}${selected ? " selected" : ""}${number === active[0] && place === active[1] ? " active" : ""}`;
    cell.setAttribute("aria-selected", String(selected));
    if (column.computed || store.readonly) cell.setAttribute("aria-readonly", "true");
    cell.tabIndex = number === active[0] && place === active[1] ? 0 : -1;
    const wrong = key ? complaint(key, column) : null;
    if (wrong) cell.setAttribute("aria-invalid", wrong.severity === "error" ? "true" : "false");
    else cell.removeAttribute("aria-invalid");
    cell.dataset.wrong = wrong?.severity ?? "";
  });
};

const complaint = (key, column) => {
  const way = column.way(key);
  return store.problems.find((one) => one.way[0] === "chỉ tiêu" && one.way[1] === key && (column.name === "tên" ? one.way.length === 2 || one.way[2] === "tên" : !column.computed && way[2] === one.way[2] && (way[3] === undefined || one.way[3] === undefined || way[3] === one.way[3])))
    ?? (column.name === "thực hiện" ? store.computed[key]?.wrong?.[0] : undefined);
};

const tellHint = () => {
  const key = keys()[active[0]];
  const wrong = key && complaint(key, columnsNow[active[1]] ?? columnsNow[0]);
  hint.textContent = wrong ? [wrong.message, wrong.hint].filter(Boolean).join(" ") : key ? `${say("called", { name: `{{ ${key} }}` })}` : say("sheet help");
  hint.dataset.kind = wrong?.severity ?? "";
};

const inSelection = (number, place) => {
  const [top, left, bottom, right] = range();
  return number >= top && number <= bottom && place >= left && place <= right;
};
const range = () => {
  const [row, column] = anchor ?? active;
  return [Math.min(row, active[0]), Math.min(column, active[1]), Math.max(row, active[0]), Math.max(column, active[1])];
};

const jump = (number, place, focus = true, extend = false) => {
  if (extend) anchor ??= active;
  else anchor = null;
  active = [Math.max(0, Math.min(number, count + BLANK - 1)), Math.max(0, Math.min(place, columnsNow.length - 1))];
  const top = active[0] * HEIGHT;
  const head = HEIGHT + 8;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top + HEIGHT > grid.scrollTop + grid.clientHeight - head) grid.scrollTop = top + HEIGHT - grid.clientHeight + head;
  draw();
  refresh();
  const cell = cellAt(...active);
  if (focus && cell) {
    cell.focus({ preventScroll: true });
    const left = cell.offsetLeft;
    if (active[1] > 0) {
      const pinned = 46 + columnsNow[0].wide;
      if (left - pinned < grid.scrollLeft) grid.scrollLeft = left - pinned;
      else if (left + cell.offsetWidth > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = left + cell.offsetWidth - grid.clientWidth;
    }
  }
};

const cellAt = (number, place) => drawn.get(number)?.children[place + 1];

const pointed = (event) => {
  const at = event.target.closest?.(".cell")?.dataset.at;
  if (!at || editor?.cell.dataset.at === at) return;
  event.preventDefault();
  commit();
  jump(...at.split(":").map(Number), true, event.shiftKey);
};

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-15, 0], PageDown: [15, 0] };

const keyed = (event) => {
  if (editor) return edited(event);
  const move = MOVES[event.key];
  const control = event.ctrlKey || event.metaKey;
  if (control && ["ArrowUp", "ArrowDown"].includes(event.key) && event.altKey) (event.preventDefault(), shift(move[0]));
  else if (control && move) (event.preventDefault(), jump(move[0] ? (move[0] < 0 ? 0 : count - 1) : active[0], move[1] ? (move[1] < 0 ? 0 : columnsNow.length - 1) : active[1], true, event.shiftKey));
  else if (move) (event.preventDefault(), jump(active[0] + move[0], active[1] + move[1], true, event.shiftKey));
  else if (event.key === "Tab") tabbed(event);
  else if (event.key === "Home" || event.key === "End") (event.preventDefault(), jump(control ? (event.key === "Home" ? 0 : count - 1) : active[0], event.key === "Home" ? 0 : columnsNow.length - 1));
  else if (event.key === "Enter" || event.key === "F2") (event.preventDefault(), edit());
  else if (event.key === "Delete" || event.key === "Backspace") (event.preventDefault(), clear());
  else if (control && event.key.toLowerCase() === "z") (event.preventDefault(), event.stopPropagation(), act(event.shiftKey ? "redo" : "undo"));
  else if (control && event.key.toLowerCase() === "y") (event.preventDefault(), event.stopPropagation(), act("redo"));
  else if (!control && !event.altKey && (event.key.length === 1 || event.isComposing || event.key === "Process" || event.keyCode === 229)) edit("");
};

// At the first and last cell Tab leaves the sheet.
const tabbed = (event) => {
  const next = active[1] + (event.shiftKey ? -1 : 1);
  if (next >= 0 && next < columnsNow.length) (event.preventDefault(), jump(active[0], next));
  else if (event.shiftKey ? active[0] > 0 : active[0] < count + BLANK - 1) (event.preventDefault(), jump(active[0] + (event.shiftKey ? -1 : 1), event.shiftKey ? columnsNow.length - 1 : 0));
};

const edit = (text) => {
  const column = columnsNow[active[1]];
  if (column.computed || store.readonly) return announce(say("computed cell"));
  const key = keys()[active[0]];
  const cell = cellAt(...active);
  if (!cell) return;
  const input = make("input", { type: "text", class: "cell-input", "aria-label": column.label, autocomplete: "off", spellcheck: "false", value: text ?? (key ? column.text(key) : "") });
  cell.replaceChildren(input);
  cell.dataset.text = "\0";
  editor = { cell, input, column, key, was: key ? column.text(key) : "" };
  input.addEventListener("blur", () => commit());
  input.focus();
  if (text === undefined) input.setSelectionRange(input.value.length, input.value.length);
};

const edited = (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Enter") (event.preventDefault(), commit(), jump(active[0] + (event.shiftKey ? -1 : 1), active[1]));
  else if (event.key === "Tab") (event.preventDefault(), commit(), jump(active[0], active[1] + (event.shiftKey ? -1 : 1)));
  else if (event.key === "Escape") (event.preventDefault(), commit(false), jump(...active));
  event.stopPropagation();
};

const commit = (kept = true) => {
  if (!editor) return;
  const { cell, input, column, key, was } = editor;
  editor = null;
  const text = input.value.trim();
  cell.textContent = kept ? text : was;
  cell.dataset.text = "\0";
  if (kept && text !== was) put([[Number(cell.dataset.at.split(":")[0]), column, text, key]]);
  else paint(Number(cell.dataset.at.split(":")[0]));
};

// Texts into cells; a row that is not there yet gets a key from its name.
const put = (cells) => {
  const taken = new Set(keys());
  const made = new Map();
  const operations = [];
  for (const [number, column, text, known] of cells) {
    if (column.computed) continue;
    let key = known ?? keys()[number];
    if (!key) {
      if (!text && !made.has(number)) continue;
      if (!made.has(number)) {
        const name = cells.find(([row, one]) => row === number && one.name === "tên")?.[2] ?? "";
        const own = fresh(name, taken);
        taken.add(own);
        made.set(number, own);
      }
      key = made.get(number);
    }
    operations.push(...column.put(key, text));
  }
  if (operations.length) {
    performance.mark("desk-commit");
    change(operations);
  }
};

const clear = () => {
  const [top, left, bottom, right] = range();
  const cells = [];
  for (let row = top; row <= Math.min(bottom, count - 1); row++) for (let place = left; place <= right; place++) if (columnsNow[place].text(keys()[row])) cells.push([row, columnsNow[place], ""]);
  put(cells);
};

const copied = (event) => {
  if (editor) return;
  const [top, left, bottom, right] = range();
  const lines = [];
  for (let row = top; row <= Math.min(bottom, count - 1); row++) lines.push(columnsNow.slice(left, right + 1).map((column) => column.text(keys()[row])).join("\t"));
  event.clipboardData.setData("text/plain", lines.join("\n"));
  event.preventDefault();
};

const pasted = (event) => {
  if (editor || store.readonly) return;
  event.preventDefault();
  const lines = table(event.clipboardData.getData("text/plain"));
  const typed = columnsNow.map((column, place) => [column, place]).filter(([column, place]) => !column.computed && place >= active[1]).map(([column]) => column);
  const cells = lines.flatMap((line, row) => line.map((text, place) => [active[0] + row, typed[place], text.replace(/\s+/g, " ").trim()]).filter(([, column]) => column));
  put(cells);
  announce(say("pasted", { count: lines.length }));
};

// What Excel puts on the clipboard: tabs and lines, cells with lines of their own in quotes.
const table = (text) => {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    const row = rows.at(-1);
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') (row[row.length - 1] += '"', at++);
      else if (letter === '"') quoted = false;
      else row[row.length - 1] += letter;
    } else if (letter === '"' && row.at(-1) === "") quoted = true;
    else if (letter === "\t") row.push("");
    else if (letter === "\n") rows.push([""]);
    else if (letter !== "\r") row[row.length - 1] += letter;
  }
  while (rows.length > 1 && rows.at(-1).every((cell) => !cell)) rows.pop();
  return rows;
};

const shift = (by) => {
  const key = keys()[active[0]];
  const to = active[0] + by;
  if (!key || to < 0 || to >= count) return;
  change([{ do: "move", way: ["chỉ tiêu", key], number: to }]);
  jump(to, active[1]);
};

const removeRow = () => {
  const [top, , bottom] = range();
  const gone = keys().slice(top, bottom + 1);
  if (!gone.length) return;
  change(gone.map((key) => ({ do: "remove", way: ["chỉ tiêu", key] })));
  announce(say("removed rows", { count: gone.length }));
};

export const find = (way) => {
  const number = keys().indexOf(way[1]);
  const place = columnsNow.findIndex((column) => {
    const own = column.way(way[1]);
    return !column.computed && own[2] === way[2] && (way[3] === undefined || own[3] === undefined || own[3] === way[3]);
  });
  if (number >= 0) jump(number, Math.max(0, place));
};
