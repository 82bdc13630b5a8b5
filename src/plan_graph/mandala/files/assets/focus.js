// What is pinned: the card in the core, names beside their items, and the lines between them, each
// with the letter of its basis. Nothing on the stage moves for it.

const NAMES = { large: 32, medium: 26, small: 20 };
const BADGE = { large: 22, medium: 18, small: 15 };
const PEN = { large: 8, medium: 7, small: 6 };

// The room whose sizes fit the scene: arrangements that are the same for all rooms are for a desk.
const scale = () => ROOMS.find((room) => now.name.endsWith(`/${room}`)) || "small";

// The place of an item that counts: its first one; of a linked item that stands in several rows, the
// one nearest to the pinned item.
function placeFor(item) {
  const focus = app.at.get(app.state.focus);
  const own = now.first.get(focus);
  const first = now.first.get(item);
  if (!own || !first || item === focus || now.core) return first;
  const copies = now.standing.filter((node) => node.item === item);
  return copies.reduce((a, b) => (away(b, own) < away(a, own) ? b : a));
}
const away = (a, b) => Math.hypot(a.x - b.x, (a.y - b.y) * 3);

// --- The side of the panel -----------------------------------------------------------------

// The side the panel stands on: opposite the pinned item; of one in the middle, where less is lit.
function panelSide(shown, focus) {
  const node = placeFor(focus);
  const half = now.scene.w / 2;
  const x = (at) => middle(rectOf(at))[0] - half;
  if (node && Math.abs(x(node)) > now.scene.w * 0.06) return x(node) > 0 ? "left" : "right";
  const lit = shown.items.flatMap((item) => placeFor(item) || []);
  const balance = lit.reduce((sum, each) => sum + Math.sign(Math.round(x(each) / 40)), 0);
  return balance > 0 ? "left" : "right";
}

// Where the panel lies, in the pixels of the scene; null in a portrait window, where it is below.
app.panelRect = () => {
  if (now.portrait) return null;
  const { w, h } = now.scene;
  const wide = w > 1500;
  // Beside the wheel, if that leaves enough.
  const beside = now.core ? now.core.x - now.core.r - RIM - 44 : 540;
  const across = wide ? Math.max(Math.min(540, beside), 440) : now.core ? Math.max(Math.min(400, beside), 344) : 420;
  const top = now.core ? (wide ? 258 : 400) : 96;
  const left = now.side === "left" ? 20 : w - 20 - across;
  return [left, top, left + across, h - FOOT - 8];
};

// The layers that are drawn anew for what is pinned.
const DRAWN = ["wires", "stems", "labels", "card", "badges"];

// --- All of it -----------------------------------------------------------------------------

function showFocus() {
  const shown = app.shown();
  const focus = app.at.get(app.state.focus) ?? -1;
  for (const name of [...DRAWN, "tag"]) layers[name].replaceChildren();
  now.labels = [];
  now.card = null;
  now.side = panelSide(shown, focus);
  light(shown);
  const panel = focus >= 0 ? app.panelRect() : null;
  const sides = panel || [0, 0, 0, 0];
  ["left", "top", "right", "bottom"].forEach((side, at) => {
    byId("panel").style.setProperty(`--panel-${side}`, `${sides[at] * now.scale}px`);
  });
  root.dataset.side = focus >= 0 ? now.side : "";
  if (focus >= 0 || shown.items.length) drawAround(shown, focus, panel);
  now.standing.forEach(wear);
}

// Draw what belongs to what is pinned: the card, the names, the lines between them.
function drawAround(shown, focus, panel) {
  const field = { width: now.scene.w, height: now.scene.h - FOOT, panel, core: now.core };
  if (now.core && focus >= 0) now.card = { item: focus, x: now.core.x, y: now.core.y, r: now.core.card };
  const ends = endsOf(shown, focus, field);
  const drawnLines = linesOf(shown, ends, field);
  const missing = unreached(shown, drawnLines, ends, focus);
  clearUnder(ends);
  for (const each of drawnLines) drawLine(each);
  if (now.card) drawCard(focus, { ...shown, hidden: shown.hidden + missing });
  for (const name of still() ? [] : DRAWN) layers[name].animate([{ opacity: 0 }, { opacity: 1 }], 250);
}

// Names that found no place, or that no line could reach, are counted and not shown.
function unreached(shown, drawnLines, ends, focus) {
  const reached = new Set(drawnLines.flatMap(({ at }) => [data.lines[at].s, data.lines[at].o]));
  const linked = new Set(shown.lines.flatMap((at) => [data.lines[at].s, data.lines[at].o]));
  let missing = 0;
  for (const item of shown.items) {
    const end = ends.get(item);
    if (end && (!end.label || reached.has(item) || !linked.has(item))) continue;
    missing += 1;
    ends.delete(item);
    const label = now.labels.find((each) => each.item === item);
    if (label) label.g.remove();
  }
  now.labels = now.labels.filter((each) => each.item === focus || ends.has(each.item));
  return missing;
}

// --- Where lines begin and end -------------------------------------------------------------

// Return the end of the lines at each item that is shown: what stands on the stage with its name
// stays, for everything else its name is put where there is room.
function endsOf(shown, focus, field) {
  const ends = new Map();
  const wanted = [];
  const own = placeFor(focus);
  for (const item of [focus, ...shown.items]) {
    if (item < 0) continue;
    const node = placeFor(item);
    const rect = node && framed(node);
    if (item === focus && (now.card || stands(node))) ends.set(item, endOf(node, field));
    else if (stands(node) && !hidden(rect, node, field) && !atComb(rect, own, field)) ends.set(item, endOf(node, field));
    else wanted.push(item);
    if (!node) continue;
    node.framed = ends.has(item) && stands(node) && node.level;
    node.unnamed = !ends.has(item) && node.named;
    node[item === focus ? "under" : "away"] = hidden(rect, node, field);
  }
  const { angle, hub, rect } = ends.get(focus) || {};
  const spot = ([x, y]) => [x, y, x, y];
  const { x, y } = now.core || { x: field.width / 2, y: field.height / 2 };
  const standing = (!hub && rect) || (own && rectOf(own)) || spot([x, y]);
  const port = angle === undefined ? standing : spot(spoke(angle, now.core).p);
  putNames(wanted, shown, ends, port, field);
  return ends;
}

// Whether a rectangle lies where the lines of the pinned item begin.
function atComb(rect, own, { core }) {
  const { angle } = own && core ? endOf(own, { core }) : {};
  return angle !== undefined && farFrom(rect, ...spoke(angle, core).p) < 60;
}

// Whether an item can be told where it stands: by its name, or by a card of its own in other views.
const stands = (node) => Boolean(node) && (node.named || (!now.core && node.box[2] - node.box[0] > 110));

// Whether the panel or the card hides a rectangle.
function hidden(rect, node, { panel, core }) {
  if (panel && meet(rect, panel)) return true;
  const { angle } = endOf(node, { core });
  if (panel && angle !== undefined && meet([...spoke(angle, core).p, ...spoke(angle, core).p], panel, 12)) return true;
  const { card } = now;
  if (node.dot && node.frame === node.box) return false;
  return Boolean(card) && farFrom(rect, card.x, card.y) < card.r + 6;
}

function framed(node) {
  const [l, t, r, b] = shifted(node, node.frame);
  return [l - PAD[0], t - PAD[1], r + PAD[0], b + PAD[1]];
}

function endOf(node, { core }) {
  if (!node) return { rect: [core.x, core.y, core.x, core.y], hub: true };
  const rect = framed(node);
  if (!core) return node.dot && node.frame === node.box ? { rect, disc: node } : { rect };
  const [x, y] = node.dot && node.frame === node.box ? [node.x, node.y] : middle(rect);
  if (Math.hypot(x - core.x, y - core.y) > core.r + 4) return { rect };
  return { rect, angle: Math.atan2(y - core.y, x - core.x) };
}

// Put the names of the *wanted* items where there is room; those without room are counted as hidden.
function putNames(wanted, shown, ends, port, field) {
  const focus = app.at.get(app.state.focus) ?? -1;
  const taken = [...ends.values()].flatMap((end) => (end.hub ? [] : [end.rect]));
  for (const node of now.standing) {
    const [l, t, r, b] = rectOf(node);
    if (data.items[node.item].t === "FutureImage") taken.push([l, t, r, b]);
  }
  for (const [sort, x, y, w, h, , css] of now.scene.g) {
    if (sort === "b" && css === "band") taken.push([x, y, x + w, y + h]);
  }
  // What is lit without a line keeps its name, too.
  const lit = shown.lit.map(placeFor).filter((node) => stands(node) && !node.dot);
  taken.push(...lit.map(rectOf));
  if (field.panel) taken.push(field.panel);
  const size = NAMES[scale()];
  const most = (field.width > 1500 ? 400 : 245) / size;
  const sized = wanted.map((item) => {
    const box = boxFor(data.items[item], size, most, 2, { short: wanted.length > 5 });
    const node = placeFor(item);
    // What else it is linked with draws a name nearer.
    const pulls = shown.lines.flatMap((line) => {
      const { s, o } = data.lines[line];
      const other = ends.get(s === item ? o : s);
      return (s === item || o === item) && other && s !== focus && o !== focus ? [middle(other.rect)] : [];
    });
    const anchor = node && !hiddenByPanel(node, field) ? anchorOf(node, field) : null;
    return { item, box, pulls, pinned: item === focus, anchor, dot: Boolean(node && node.dot) };
  });
  const free = now.side === "left" ? "right" : "left";
  const comb = ends.get(focus)?.angle !== undefined;
  const places = placed(sized, { ...field, taken, port, comb, free });
  sized.forEach(({ item, box, anchor }, at) => {
    const place = places[at];
    if (!place) return;
    const end = { rect: place.rect, label: true };
    ends.set(item, end);
    const label = boxed(box, place.x, place.y, "label-box");
    const told = { role: "button", tabindex: -1, "data-i": item, "aria-label": called(data.items[item]) };
    for (const [name, value] of Object.entries(told)) label.setAttribute(name, value);
    layers.labels.append(label);
    if (item === focus) label.classList.add("pinned");
    now.labels.push({ g: label, item, named: true, size: box.size, x: place.x, y: place.y, box: [0, 0, box.w, box.h] });
    if (place.leader && !ends.get(focus)?.hub) drawLeader(placeFor(item), place, field);
  });
}

const hiddenByPanel = (node, { panel }) => Boolean(panel) && meet(rectOf(node), panel);

function anchorOf(node, { core }) {
  const end = endOf(node, { core });
  return end.angle === undefined ? [node.x, node.y] : spoke(end.angle, core).p;
}

function drawLeader(node, place, { core }) {
  const { angle } = endOf(node, { core });
  const points = angle === undefined ? [nearest(rectOf(node), ...middle(place.rect))] : stem(node, angle, core);
  points.push(nearest(place.rect, ...points.at(-1)));
  const told = points.map((point) => point.map((part) => part.toFixed(1)).join()).join(" ");
  layers.wires.append(drawn("polyline", { class: "leader", points: told }));
}

// From the outer edge of an item in the wheel to the rim; the card's edge, if it lies under the card.
function stem(node, angle, core) {
  const away = Math.hypot(node.x - core.x, node.y - core.y);
  const reach = node.dot ? away + node.dot + 2 : core.card;
  return [spoke(angle, core, reach).from, spoke(angle, core).p];
}

// Lines never run under a name: what is drawn of them is cut out where a name stands.
function clearUnder(ends) {
  const { w, h } = now.scene;
  const box = ([l, t, r, b]) => `M${l} ${t}H${r}V${b}H${l}Z`;
  const disc = ({ x, y }, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  const holes = [...ends].flatMap(([item, end]) => {
    const node = placeFor(item);
    if (end.label || (end.angle === undefined && !end.hub && stands(node))) return [box(end.rect)];
    return [];
  });
  for (const node of now.standing) {
    if (node.near && !recedes(node) && node.dot && data.items[node.item].t === "Action") holes.push(disc(node, node.dot + 2));
  }
  picture.querySelector("#clear path").setAttribute("d", [box([0, 0, w, h]), ...holes].join(""));
}
