// The stage: which scene stands on it, and one group for every placed item, which keeps its
// identity while views change. What is selected is drawn above it by `focus.js`.

const stage = document.getElementById("stage");
const picture = document.getElementById("picture");
const FOOT = 50;
const MOVE = 500;
// How much larger the frame of an item is than the item, across and down.
const PAD = [8, 2];

// What stands on the stage: the scene's name and data, its size, and where its core is.
let now = {
  name: "",
  scene: { w: 1920, h: 1080, g: [], p: [] },
  scale: 1,
  core: null,
  middle: null,
  standing: [],
  first: new Map(),
  labels: [],
  card: null,
  side: "",
};
app.now = () => now;

const nodes = new Map();
const layers = {};

function layOut() {
  picture.replaceChildren();
  for (const name of ["ground", "items", "wires", "stems", "labels", "card", "badges", "tag"]) {
    layers[name] = drawn("g", { class: name });
    picture.append(layers[name]);
  }
  picture.append(drawn("clipPath", { id: "clear" }, drawn("path", { "clip-rule": "evenodd" })));
  for (const name of ["wires", "stems"]) layers[name].setAttribute("clip-path", "url(#clear)");
}

// --- Which scene ---------------------------------------------------------------------------

// The name of the scene for the state and the window; where it is missing, the nearest there is.
function sceneName(canvas) {
  const { view, outer, room } = app.state;
  const base = view === "rings" && outer ? `rings-${outer}` : view;
  const canvases = canvas === "wide" ? ["wide", "tall"] : ["tall", "wide"];
  for (const each of [base, view, ...app.views]) {
    for (const shape of canvases) {
      for (const name of [`${each}/${shape}/${room}`, `${each}/${shape}`]) {
        if (data.scenes[name]) return name;
      }
    }
  }
  return Object.keys(data.scenes)[0] || "";
}

// The window as it is: reading it makes the browser lay out the page, so it is read when it changes.
let pane = null;

// A portrait window shows the picture above, and below it what else there is.
function measured() {
  const width = root.clientWidth || 1;
  const height = window.innerHeight || 1;
  // 16:10 takes the wide canvas: no letter is hidden, and the names are 11 % smaller than on the
  // tall one, which would leave a fifth of the screen empty.
  pane = { width, height, portrait: height > width * 1.05, canvas: width / height >= 1.5 ? "wide" : "tall" };
}

function fit() {
  const { w, h } = now.scene;
  const scale = Math.min(pane.width / w, pane.portrait ? Infinity : pane.height / h);
  const left = (pane.width - w * scale) / 2;
  // What is left below belongs to the strip.
  const top = 0;
  const spare = pane.portrait ? 0 : pane.height - h * scale;
  Object.assign(now, { scale, portrait: pane.portrait });
  root.classList.toggle("portrait", pane.portrait);
  picture.setAttribute("viewBox", `0 0 ${w} ${h}`);
  const size = { "--wide": w * scale, "--high": h * scale, "--spare": spare };
  const place = { "--u": scale, "--left": left, "--top": top, ...size };
  for (const [name, value] of Object.entries(place)) root.style.setProperty(name, `${value}px`);
}

// --- The scene's own geometry --------------------------------------------------------------

// The core of the first sight: the middle of its wheel, how far the wheel reaches, and how large
// the card in it may be. Other views have none.
function coreOf(name, scene) {
  if (!name.startsWith("mandala/")) return null;
  const discs = scene.g.filter((mark) => mark[0] === "c");
  const [rim] = discs.sort((a, b) => b[3] - a[3]);
  if (!rim) return null;
  const [, x, y, r] = rim;
  let inner = r * 0.74;
  for (const [item, px, py, box] of scene.p) {
    if (data.items[item].t !== "Action") continue;
    const reach = Math.hypot(px - x, py - y) - dotRadius(box);
    if (reach > r * 0.4) inner = Math.min(inner, reach);
  }
  // Between the card and the dots an aisle stays free.
  const aisle = { large: 40, medium: 36, small: 32 }[app.state.room];
  return { x, y, r, inner, card: Math.max(Math.min(inner - aisle, r * 0.645), r * 0.2) };
}

// The disc in the middle of the rings, which lines go round.
function middleOf(scene) {
  for (const [item, x, y, , form] of scene.p) {
    const disc = data.forms[form].find((mark) => mark[0] === "c");
    if (disc && data.items[item].t === "FutureImage") return { x: x + disc[1], y: y + disc[2], r: disc[3] };
  }
  return null;
}

const dotRadius = (box) => Math.min(-box[0], -box[1], box[2], box[3], 40);

// --- Groups --------------------------------------------------------------------------------

function nodeFor(item, nth) {
  const key = `${item}.${nth}`;
  if (nodes.has(key)) return nodes.get(key);
  const it = data.items[item];
  const hit = drawn("rect", { class: "hit", rx: 8 });
  const marks = drawn("g", { class: "marks" });
  const css = `item kind-${/^\w+$/.test(it.t) ? it.t : "other"}`;
  const g = drawn("g", {
    class: css,
    role: "button",
    tabindex: -1,
    "aria-pressed": "false",
    "aria-label": called(it),
    "data-i": item,
  });
  g.append(hit, marks);
  const node = { g, hit, marks, item, nth, css, worn: "", form: -1 };
  nodes.set(key, node);
  return node;
}

// Put the marks of a placement into its group, and know which name can be read there.
function dress(node, [, x, y, box, form]) {
  Object.assign(node, { x, y, box });
  if (node.form !== form) {
    node.form = form;
    node.marks.replaceChildren(...data.forms[form].map(marked));
    const texts = data.forms[form].filter((mark) => mark[0] === "t");
    const told = texts.map((mark) => mark[4]).join("");
    const it = data.items[node.item];
    const bare = (text) => text.replace(/\s/g, "");
    const shows = (name) => Boolean(name) && bare(told).includes(bare(name));
    node.named = shows(it.n) || (shows(it.s) && !told.includes("…"));
    node.size = Math.max(0, ...texts.filter((mark) => mark[4].length > 1).map((mark) => mark[3]));
    node.dot = ["Action", "Measure"].includes(it.t) ? dotRadius(box) : 0;
    node.level = texts.every((mark) => !mark[7]);
    node.texts = texts.map(extent);
  }
  // The frame of an item holds what can be read of it: its box, or a name that stands beside it.
  const beside = node.named && node.level && node.texts.some((text) => !within(text, grown(box, 8)));
  const texts = () => node.texts.reduce(joint);
  node.frame = box;
  if (beside) node.frame = node.dot > 8 ? joint(texts(), box) : texts();
  else if (node.named && !node.level && !node.dot) node.frame = texts();
  const [l, t, r, b] = node.frame;
  const pill = data.forms[form].find((mark) => mark[0] === "b" && mark[6] === "pill");
  node.hit.setAttribute("rx", pill ? pill[5] + 6 : node.dot && r - l < node.dot * 2.6 ? 99 : 8);
  const size = { width: Math.max(r - l + 2 * PAD[0], 1), height: Math.max(b - t + 2 * PAD[1], 1) };
  const at = { x: l - PAD[0], y: t - PAD[1], ...size };
  for (const [name, value] of Object.entries(at)) node.hit.setAttribute(name, value);
}

// The rectangle a text takes, upright or turned.
function extent([, x, y, size, told, , anchor, turn]) {
  const wide = ems(told) * size;
  const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
  const [top, bottom] = [y - size * 0.88, y + size * 0.14];
  const corners = [[left, top], [left + wide, top], [left, bottom], [left + wide, bottom]];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const xs = corners.map(([a, b]) => x + (a - x) * cos - (b - y) * sin);
  const ys = corners.map(([a, b]) => y + (a - x) * sin + (b - y) * cos);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const moved = (node, x, y) => (node.g.style.transform = `translate(${x}px, ${y}px)`);
const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

// Put the scene *name* on the stage; groups that stay move to their new place.
function setScene(name, smoothly) {
  const scene = data.scenes[name];
  const firsts = new Map();
  for (const node of nodes.values()) {
    if (!node.nth) firsts.set(node.item, [node.x, node.y]);
  }
  const kept = document.activeElement;
  const counts = new Map();
  const standing = [];
  const before = new Map();
  for (const placed of scene.p) {
    const nth = counts.get(placed[0]) || 0;
    counts.set(placed[0], nth + 1);
    const fresh = !nodes.has(`${placed[0]}.${nth}`);
    const node = nodeFor(placed[0], nth);
    // A copy grows out of the item's first place.
    before.set(node, fresh ? firsts.get(node.item) || null : [node.x, node.y]);
    dress(node, placed);
    standing.push(node);
  }
  const gone = [...nodes.values()].filter((node) => !before.has(node));
  gone.forEach((node) => nodes.delete(`${node.item}.${node.nth}`));
  now = { ...now, name, scene, core: coreOf(name, scene), middle: middleOf(scene), standing, first: new Map() };
  standing.forEach((node) => now.first.has(node.item) || now.first.set(node.item, node));
  layers.ground.replaceChildren(...scene.g.map(marked));
  root.classList.toggle("earthy", scene.g.some((mark) => mark.at(-1) === "earth"));
  layers.items.replaceChildren(...standing.map((node) => node.g), ...gone.map((node) => node.g));
  fit();
  animate(standing, before, gone, smoothly && !still());
  const found = standing.find((node) => app.match && app.match.has(node.item));
  rove(standing.find((node) => node.g === kept) || found || standing[0]);
  if (kept && kept !== document.activeElement && kept.isConnected) kept.focus({ preventScroll: true });
}

function animate(standing, before, gone, smoothly) {
  picture.classList.remove("moving");
  if (smoothly) {
    for (const node of standing) {
      const from = before.get(node) || [node.x, node.y];
      moved(node, ...from);
      node.g.style.opacity = before.get(node) ? "" : "0";
    }
    picture.getBoundingClientRect();
    picture.classList.add("moving");
  }
  for (const node of standing) {
    moved(node, node.x, node.y);
    node.g.style.opacity = "";
  }
  for (const node of gone) {
    node.g.classList.add("gone");
    node.g.setAttribute("aria-hidden", "true");
  }
  const done = () => gone.forEach((node) => node.g.remove());
  if (smoothly) window.setTimeout(done, MOVE);
  else done();
}

// --- What recedes --------------------------------------------------------------------------

// Let each item stand out or recede: the pinned one, what it is linked with, what a filter lights.
function light(shown) {
  const focus = app.at.get(app.state.focus) ?? -1;
  const near = new Set([...shown.items, ...shown.lit]);
  const selected = focus >= 0 || near.size > 0;
  picture.classList.toggle("focused", focus >= 0 || shown.items.length > 0);
  picture.classList.toggle("matched", Boolean(app.match));
  picture.classList.toggle("wheel", Boolean(now.core));
  for (const node of now.standing) {
    const { t } = data.items[node.item];
    const matches = !app.match || app.match.has(node.item);
    node.focus = node.item === focus;
    node.near = selected && near.has(node.item);
    node.off = app.state.off.includes(`kind/${t}`);
    node.lit = !selected && Boolean(app.match) && matches;
    node.far = t !== "FutureImage" && (!app.shows(node.item) || !(selected ? node.near || node.focus : matches));
    // `focus.js` tells whether its name is framed or left out, and whether something hides it.
    node.framed = node.unnamed = node.under = node.away = false;
  }
}

const recedes = (node) => node.far || node.away;

// Let an item look as it stands; where nothing changes the browser has nothing to style again.
const STATES = ["focus", "near", "off", "lit", "far", "framed", "unnamed", "under"];
function wear(node) {
  const worn = STATES.filter((state) => (state === "far" ? recedes(node) : node[state])).join(" ");
  if (node.worn === worn) return;
  node.worn = worn;
  node.g.setAttribute("class", `${node.css} ${worn}`.trim());
  node.g.setAttribute("aria-pressed", String(node.focus));
}

// Whether an item may be shown: its kind is not switched off, and every filter lets it through.
app.shows = (item) =>
  !app.state.off.includes(`kind/${data.items[item].t}`) && app.itemFilters.every((passes) => passes(item));

// --- In time -------------------------------------------------------------------------------

// Bring the stage to the state; only what has changed is drawn again.
function render(after, before) {
  const fresh = !pane;
  if (fresh) measured();
  const name = sceneName(pane.canvas);
  const other = ["view", "outer", "room"].some((part) => after[part] !== before[part]);
  if (name && name !== now.name) setScene(name, other && Boolean(now.name));
  else if (fresh) fit();
  if (after.theme) root.dataset.theme = after.theme;
  else delete root.dataset.theme;
  root.toggleAttribute("data-text", after.text);
  root.dataset.room = after.room;
  showFocus();
}
app.render = () => {
  pane = null;
  render(app.state, app.state);
};
