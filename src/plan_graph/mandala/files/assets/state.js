// What the page knows, and the state it is in. The address holds the state and nothing else does:
// whoever opens the same address sees the same picture, also where a browser refuses storage.

const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;

// Marks in full: [sort, …numbers, css] and, of a text, [… text, css, anchor, turn].
function inFull(mark) {
  const at = { c: 4, b: 6, p: 2, t: 5 }[mark[0]];
  mark[at] = data.css[mark[at]];
  if (mark[0] === "t") [mark[6], mark[7]] = [["start", "middle", "end"][mark[6] || 0], mark[7] || 0];
}
data.forms.forEach((form) => form.forEach(inFull));

// Lines in full: what many of them say is told once, and a sentence follows from its two ends.
const filled = (template, values) =>
  template.replace(/\{(\w+)\}/g, (_, key) => values[key] || "").replace(/ {2,}/g, " ");
const calledInFull = ({ t, m, n }) => filled(data.named, { kind: data.kinds[t] || t, mark: m, name: n });
data.lines.forEach((line) => {
  const ends = { s: calledInFull(data.items[line.s]), o: calledInFull(data.items[line.o]) };
  line.t = filled(data.sentences[line.p] || "{s} {o}", ends);
  line.y = (line.y || []).map((at) => data.said[at]);
  line.q = data.said[line.q] || "";
});
data.earlier.forEach((each) => {
  each.t = data.said[each.t];
  each.w = each.w.map(([told, basis, reasons]) => [data.said[told], basis, reasons.map((at) => data.said[at])]);
});
Object.values(data.scenes).forEach((scene) => scene.g.forEach(inFull));

const app = {
  data,
  // The index of an item by its key.
  at: new Map(data.items.map((item, index) => [item.k, index])),
  // The lines at each item, by their index.
  linesAt: data.items.map(() => []),
  state: {},
  // A Set of items that a filter, a search or an answer lights; null when it does not matter.
  match: data.highlight.length ? new Set(data.highlight) : null,
  // More conditions on lines and items, each a function of an index; all of them must hold.
  lineFilters: [],
  itemFilters: [],
};
data.lines.forEach((line, index) => {
  app.linesAt[line.s].push(index);
  if (line.o !== line.s) app.linesAt[line.o].push(index);
});

// The views this page has, and the outer layers of its rings, in the order of the scenes.
const bases = Object.keys(data.scenes).map((name) => name.split("/")[0]);
app.views = [...new Set(bases.map((base) => base.replace(/^rings-.*/, "rings")))];
app.outers = [...new Set(bases.filter((base) => base.startsWith("rings-")).map((base) => base.slice(6)))];
app.grades = ["Stated", "Matched", "Estimated", "Proposed"];
const ROOMS = ["large", "medium", "small"];

const rank = (basis) => app.grades.findIndex((each) => each.toLowerCase() === String(basis).toLowerCase());
const oneOf = (choices, usual) => (value) => (choices.includes(value) ? value : usual);
const listed = (value) => {
  const parts = Array.isArray(value) ? value : String(value || "").split(",");
  return [...new Set(parts.filter(Boolean))].sort();
};
const weakest = app.grades[rank(data.basis)] || "Estimated";

// Each part of the state: its key in the address, and what it may be; anything else is the usual.
const PARTS = {
  view: ["v", oneOf(app.views, app.views.includes(data.view) ? data.view : app.views[0] || "")],
  outer: ["o", oneOf(app.outers, "")],
  room: ["r", oneOf(ROOMS, "large")],
  focus: ["f", (value) => (app.at.has(value) ? value : "")],
  steps: ["n", (value) => ([1, 2, 3].includes(Number(value)) ? Number(value) : 1)],
  basis: ["b", (value) => (rank(value) >= 0 && rank(value) < rank(weakest) ? app.grades[rank(value)] : weakest)],
  off: ["x", listed],
  query: ["q", (value) => String(value || "").slice(0, 200)],
  answer: ["a", (value) => String(value || "").slice(0, 200)],
  step: ["s", oneOf(["check", ...data.steps.map((step) => step.k)], "")],
  theme: ["t", oneOf(["light", "dark"], "")],
  earlier: ["e", (value) => value === true || value === "1"],
  text: ["w", (value) => value === true || value === "1"],
};
const USUAL = Object.fromEntries(Object.entries(PARTS).map(([part, [, valid]]) => [part, valid(undefined)]));

const same = (a, b) => (Array.isArray(a) ? a.join() === b.join() : a === b);
// Written as people can read it; only what would end a part, or the address, is escaped.
const written = (value) => encodeURIComponent(value).replace(/%2F/g, "/").replace(/%2C/g, ",");

app.address = (state) =>
  "#" +
  Object.entries(PARTS)
    .filter(([part]) => !same(state[part], USUAL[part]))
    .map(([part, [key]]) => `${key}=${written(state[part] === true ? "1" : String(state[part]))}`)
    .join("&");

// The state an address tells; what it does not tell, or tells wrongly, is as usual.
app.told = (address) => {
  const said = {};
  for (const pair of address.replace(/^#/, "").split("&")) {
    const [key, ...rest] = pair.split("=");
    try {
      said[key] = decodeURIComponent(rest.join("="));
    } catch {
      // A broken escape says nothing.
    }
  }
  return Object.fromEntries(
    Object.entries(PARTS).map(([part, [key, valid]]) => [part, valid(said[key])]),
  );
};

const listeners = [];
// Call *listener* with the state and the state before, after each change, in the order of joining.
app.on = (listener) => listeners.push(listener);

// What one goes back from with the browser's own button; the rest replaces the address.
const STEPS_BACK = ["view", "outer", "focus", "answer", "step"];

app.set = (patch) => {
  const before = app.state;
  const after = { ...before };
  for (const [part, value] of Object.entries(patch)) {
    if (PARTS[part]) after[part] = PARTS[part][1](value);
  }
  const changed = Object.keys(PARTS).filter((part) => !same(after[part], before[part]));
  if (!changed.length) return;
  app.state = after;
  const address = app.address(after);
  try {
    const way = changed.some((part) => STEPS_BACK.includes(part)) ? "pushState" : "replaceState";
    history[way](null, "", address === "#" ? location.pathname + location.search : address);
  } catch {
    location.hash = address;
  }
  listeners.forEach((listener) => listener(after, before));
};

// Take the state out of the address, at the start and whenever somebody edits it or goes back.
app.restore = () => {
  const before = app.state;
  const after = app.told(location.hash);
  if (Object.keys(PARTS).every((part) => part in before && same(after[part], before[part]))) return;
  app.state = after;
  listeners.forEach((listener) => listener(after, before));
};
