// Where names are put that do not stand on the stage: beside their item, in free space only.

const STEP = 12;
const EDGE = 22;
// How far a name stays away from everything else, and from the item whose line comes to it.
const GAP = 14;
const AWAY = 150;

// Return where each of the *wanted* boxes goes, or null where there is no place: {x, y, rect, leader}.
// *taken* are rectangles, *core* the wheel that stays free, *port* the one lines come from, *comb*
// whether that is at the rim of the wheel, *free* the side for what belongs nowhere.
function placed(wanted, { width, height, taken, core, port, comb, free }) {
  const widest = Math.max(...wanted.map((each) => each.box.w));
  const isTaken = takenIn(width, height, taken, core);
  const done = [];
  let from = port;
  for (const each of wanted) {
    const best = bestPlace(each, isTaken, done, { width, height, core, port: from, comb, free, widest });
    // Where the pinned item has its name beside it, its lines come from there.
    if (best && each.pinned) from = best.rect;
    done.push(best);
  }
  sortColumns(wanted, done, isTaken);
  return done;
}

// Names that stand one below the other come into the order of their items.
function sortColumns(wanted, done, isTaken) {
  const off = (at, place) => {
    const { anchor } = wanted[at];
    return anchor ? (middle(place.rect)[1] - anchor[1]) ** 2 : 0;
  };
  const high = ({ rect }) => rect[3] - rect[1];
  const shift = (place, y) => ({ x: place.x, y, rect: [place.rect[0], y, place.rect[2], y + high(place)] });
  const order = done.map((place, at) => at).filter((at) => done[at]);
  for (let pass = 0; pass < order.length; pass += 1) {
    order.sort((a, b) => done[a].y - done[b].y);
    let changed = false;
    for (const upper of order) {
      for (const lower of order) {
        const [a, b] = [done[upper], done[lower]];
        if (a.x !== b.x || a.y >= b.y) continue;
        const between = order.some((at) => done[at].x === a.x && done[at].y > a.y && done[at].y < b.y);
        const adjoining = !between && b.y - a.rect[3] < GAP + 2 * STEP;
        if (high(a) !== high(b) && !adjoining) continue;
        const swapped = [shift(a, b.rect[3] - high(a)), shift(b, a.y)];
        const others = order.filter((at) => at !== upper && at !== lower);
        const alone = (rect) => !isTaken(rect) && !others.some((at) => meet(done[at].rect, rect, GAP - 1));
        const nearer = off(upper, a) + off(lower, b) - off(upper, swapped[0]) - off(lower, swapped[1]);
        if (nearer > 1 && swapped.every(({ rect }) => alone(rect))) {
          [done[upper], done[lower]] = swapped;
          changed = true;
        }
      }
    }
    if (!changed) break;
  }
  for (const at of order) done[at].leader = leaderTo(wanted[at], done[at].rect);
}

// A function that tells whether a rectangle touches a cell that is taken, or one of the wheel.
function takenIn(width, height, taken, core) {
  const field = { columns: Math.ceil(width / CELL), rows: Math.ceil(height / CELL) };
  const cells = ([left, top, right, bottom], by) => cellsOf(field, left - by, top - by, right + by, bottom + by);
  const full = taken.map((rect) => cells(rect, GAP));
  // How far the nearest of the cells in a row, or in a column, is from the middle of the wheel.
  const off = (at, first, end) => (hold(Math.round(at / CELL - 0.5), first, end - 1) + 0.5) * CELL - at;
  return (rect) => {
    const { left, top, right, bottom } = cells(rect, 0);
    if (full.some((each) => left < each.right && each.left < right && top < each.bottom && each.top < bottom)) return true;
    return Boolean(core) && Math.hypot(off(core.x, left, right), off(core.y, top, bottom)) <= core.r + 26;
  };
}

// Names stand in columns at the edges of the picture while there is room, so that lines have theirs.
function bestPlace(each, isTaken, done, field) {
  const { width, height } = field;
  const { w, h } = each.box;
  const rows = [];
  for (let y = 14; y + h <= height - 10; y += STEP) rows.push(y);
  const grid = [];
  for (let x = EDGE; x + w <= width - EDGE; x += STEP) grid.push(x);
  const columns = [[EDGE, width - EDGE - field.widest], [EDGE, width - EDGE - w]];
  const tries = field.core ? [...columns, grid] : [grid];
  for (const lefts of tries) {
    let best = null;
    let least = Infinity;
    for (const y of rows) {
      for (const x of lefts) {
        const rect = [x, y, x + w, y + h];
        const alone = costOfPlace(rect, each, field, least);
        if (alone >= least || isTaken(rect) || done.some((other) => other && meet(other.rect, rect, GAP))) continue;
        const leader = leaderTo(each, rect);
        const cost = alone + costBeside(rect, leader, done);
        if (cost < least) [best, least] = [{ x, y, rect, leader }, cost];
      }
    }
    if (best) return best;
  }
  return null;
}

// What it costs to have a name there; no more than *least* is counted.
function costOfPlace(rect, each, { width, core, port, comb, free }, least) {
  const from = gap(rect, port);
  if (from < AWAY && !each.pinned) return Infinity;
  const { anchor } = each;
  let cost = Math.abs(from - 300) * 0.7;
  if (anchor) cost = farFrom(rect, anchor[0], anchor[1]) * 0.5 + from * 0.5;
  if (anchor && cost < 20) cost += 40;
  for (const pull of each.pulls) cost += farFrom(rect, pull[0], pull[1]) * 0.12;
  const x = (rect[0] + rect[2]) / 2;
  if (!anchor && free === "left" !== x < width / 2) cost += 80;
  if (core && anchor && (anchor[0] < core.x) !== x < core.x) cost += 120;
  if (core && anchor && comb && cost < least) {
    const bearing = (px, py) => Math.atan2(py - core.y, px - core.x);
    cost += Math.abs(turned(bearing(x, (rect[1] + rect[3]) / 2), bearing(anchor[0], anchor[1]))) * 90;
  }
  return cost;
}

// What it costs, or saves, to have it beside the names that are *done*.
function costBeside(rect, leader, done) {
  let cost = 0;
  for (const other of done) {
    if (!other) continue;
    if (Math.abs(other.x - rect[0]) < 1 || Math.abs(other.rect[2] - rect[2]) < 1) cost -= 14;
    if (leader && other.leader && crosses(leader, other.leader)) cost += 160;
    if (leader && throughRect(leader, other.rect)) cost += 200;
    if (other.leader && throughRect(other.leader, rect)) cost += 400;
  }
  return cost;
}

// How far two rectangles are apart.
const gap = (a, b) => Math.hypot(Math.max(0, a[0] - b[2], b[0] - a[2]), Math.max(0, a[1] - b[3], b[1] - a[3]));
// The angle from *b* to *a*, between -π and π.
const turned = (a, b) => Math.atan2(Math.sin(a - b), Math.cos(a - b));
// The hair from an item to its name, where it is short; over a longer way the number alone tells it.
function leaderTo({ anchor, dot }, rect) {
  if (!anchor || !dot) return null;
  return farFrom(rect, anchor[0], anchor[1]) < 190 ? [anchor, nearest(rect, ...anchor)] : null;
}

function crosses([a, b], [c, d]) {
  const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function throughRect(segment, rect) {
  const [l, t, r, b] = grown(rect, 4);
  const [[ax, ay], [bx, by]] = segment;
  if (Math.max(ax, bx) < l || Math.min(ax, bx) > r || Math.max(ay, by) < t || Math.min(ay, by) > b) return false;
  return crosses(segment, [[l, t], [r, b]]) || crosses(segment, [[l, b], [r, t]]);
}
