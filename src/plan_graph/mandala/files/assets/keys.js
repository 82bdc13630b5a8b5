// Pointer, keyboard and the name tag: what one points at tells its whole name, what one presses
// is pinned, the arrow keys walk over the picture as it lies.

const TAG = { large: 36, medium: 28, small: 22 };
let roving = null;

// Let Tab come to *node*, and only to it.
function rove(node) {
  if (roving) roving.g.setAttribute("tabindex", -1);
  roving = node || null;
  if (roving) roving.g.setAttribute("tabindex", 0);
}

app.pin = (item) => {
  const key = data.items[item].k;
  app.set({ focus: app.state.focus === key ? "" : key });
};

// Everything one can go to: placed items, and the names that were put beside them.
const stops = () => [...now.standing, ...(now.labels || [])];
const stopOf = (element) => {
  const g = element.closest && element.closest("[data-i]");
  return g ? stops().find((stop) => stop.g === g) : undefined;
};
const shifted = ({ x, y }, rect) => [x + rect[0], y + rect[1], x + rect[2], y + rect[3]];
const rectOf = (stop) => shifted(stop, stop.box);

// --- The name tag --------------------------------------------------------------------------

function tag(stop) {
  layers.tag.replaceChildren();
  if (!stop) return;
  const it = data.items[stop.item];
  const readable = stop.named && !stop.far && stop.size * now.scale >= 12;
  if (readable || (now.card && stop.item === now.card.item)) return;
  const size = Math.max(TAG[app.state.room], 15 / now.scale);
  const box = boxFor(it, size, Math.min(16, (now.scene.w / size) * 0.8), 8);
  const { x, y } = tagPlace(rectOf(stop), box);
  layers.tag.append(boxed(box, x, y, "name-tag"));
}

// Where a tag hides least of what can be read: above its item, below it, or at a side of it.
function tagPlace([left, top, right, bottom], { w, h }) {
  const [x, y] = [(left + right - w) / 2, (top + bottom - h) / 2];
  const corners = [[x, top - h - 10], [x, bottom + 10], [left - w - 10, y], [right + 10, y]];
  const told = now.standing.flatMap((node) => (node.far ? [] : node.texts.map((text) => shifted(node, text))));
  let best = null;
  let least = Infinity;
  for (const [x0, y0] of corners) {
    const at = [hold(x0, 8, now.scene.w - w - 8), hold(y0, 8, now.scene.h - FOOT - h)];
    const rect = [...at, at[0] + w, at[1] + h];
    const over = (other) =>
      Math.max(0, Math.min(rect[2], other[2]) - Math.max(rect[0], other[0])) *
      Math.max(0, Math.min(rect[3], other[3]) - Math.max(rect[1], other[1]));
    const cost = told.reduce((sum, other) => sum + over(other), 0) + 9 * over([left, top, right, bottom]);
    if (cost < least) [best, least] = [{ x: at[0], y: at[1] }, cost];
  }
  return best;
}

picture.addEventListener("pointerover", (event) => tag(stopOf(event.target)));
picture.addEventListener("pointerleave", () => tag(stopOf(document.activeElement)));
// On the stage around the picture: Chromium lets Tab stop at a picture that listens for focus itself.
stage.addEventListener("focusin", (event) => {
  const stop = stopOf(event.target);
  if (stop && now.standing.includes(stop)) rove(stop);
  tag(stop);
});
stage.addEventListener("focusout", () => tag(null));

// --- Pinning -------------------------------------------------------------------------------

picture.addEventListener("click", (event) => {
  const stop = stopOf(event.target);
  if (stop) app.pin(stop.item);
  else if (app.state.focus) app.set({ focus: "" });
});

const typing = (target) => target.closest && target.closest("input, select, textarea, [contenteditable]");
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
  if (event.key === "Escape") {
    if (app.state.focus) app.set({ focus: "" });
    else return;
  } else if (/^[1-3]$/.test(event.key)) app.set({ steps: Number(event.key) });
  else if (!pressed(event)) return;
  event.preventDefault();
});

// A key on the picture itself; true if it meant something there.
function pressed(event) {
  const from = stopOf(event.target);
  if (!from) return false;
  if (event.key === "Enter" || event.key === " ") app.pin(from.item);
  else if (app.state.step) return false;
  else if (event.key === "Home") go(now.standing[0]);
  else if (event.key === "End") go(now.standing.at(-1));
  else if (ARROWS[event.key]) go(toward(from, ...ARROWS[event.key]));
  else return false;
  return true;
}

function go(stop) {
  if (stop) stop.g.focus({ preventScroll: true });
}

// The nearest stop in a direction: what lies straight ahead comes before what lies aside.
function toward(from, dx, dy) {
  const [x, y] = middle(rectOf(from));
  let best = null;
  let least = Infinity;
  for (const stop of stops()) {
    const [a, b] = middle(rectOf(stop));
    const ahead = (a - x) * dx + (b - y) * dy;
    const aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
    if (stop === from || ahead < 1 || ahead * 3 < aside) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [stop, cost];
  }
  return best;
}
