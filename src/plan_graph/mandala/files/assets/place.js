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
  const grid = tableOf(width, height, taken, core);
  const done = [];
  let from = port;
  for (const each of wanted) {
    const best = bestPlace(each, grid, done, { width, height, core, port: from, comb, free, widest });
    // Where the pinned item has its name beside it, its lines come from there.
    if (best && each.pinned) from = best.rect;
    done.push(best);
  }
  sortColumns(wanted, done, grid);
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

// A summed table of what is taken, so that any rectangle is tested in one go.
function tableOf(width, height, taken, core) {
  const field = fieldFor(width, height);
  for (const rect of taken) coverRect(field, grown(rect, GAP), 1);
  if (core) coverDisc(field, { x: core.x, y: core.y, r: core.r + 26 }, 1);
  const { columns, rows, cost } = field;
  const sums = new Float32Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (let column = 0; column < columns; column += 1) {
      sum += cost[row * columns + column];
      sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + sum;
    }
  }
  const at = (row, column) => sums[hold(row, 0, rows) * (columns + 1) + hold(column, 0, columns)];
  return (rect) => {
    const [l, t] = [Math.floor(rect[0] / CELL), Math.floor(rect[1] / CELL)];
    const [r, b] = [Math.ceil(rect[2] / CELL), Math.ceil(rect[3] / CELL)];
    return at(b, r) - at(t, r) - at(b, l) + at(t, l) > 0;
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
        const cost = costOfPlace(rect, each, done, field, least);
        const met = () => isTaken(rect) || done.some((other) => other && meet(other.rect, rect, GAP));
        if (cost < least && !met()) {
          [best, least] = [{ x, y, rect, leader: leaderTo(each, rect) }, cost];
        }
      }
    }
    if (best) return best;
  }
  return null;
}

function costOfPlace(rect, each, done, { width, core, port, comb, free }, least) {
  const from = Math.hypot(...gaps(rect, port));
  if (from < AWAY && !each.pinned) return Infinity;
  const { anchor } = each;
  let cost = Math.abs(from - 300) * 0.7;
  if (anchor) cost = Math.hypot(...minus(nearest(rect, ...anchor), anchor)) * 0.5 + from * 0.5;
  if (anchor && cost < 20) cost += 40;
  for (const pull of each.pulls) cost += Math.hypot(...minus(nearest(rect, ...pull), pull)) * 0.12;
  const [x, y] = middle(rect);
  if (!anchor && free === "left" !== x < width / 2) cost += 80;
  if (core && anchor && (anchor[0] < core.x) !== x < core.x) cost += 120;
  if (core && anchor && comb) {
    const [to, of] = [[x, y], anchor].map((point) => Math.atan2(point[1] - core.y, point[0] - core.x));
    cost += Math.abs(turned(to, of)) * 90;
  }
  if (cost >= least) return cost;
  const leader = leaderTo(each, rect);
  for (const other of done) {
    if (!other) continue;
    if (Math.abs(other.x - rect[0]) < 1 || Math.abs(other.rect[2] - rect[2]) < 1) cost -= 14;
    if (leader && other.leader && crosses(leader, other.leader)) cost += 160;
    if (leader && throughRect(leader, other.rect)) cost += 200;
    if (other.leader && throughRect(other.leader, rect)) cost += 400;
  }
  return cost;
}

// How far two rectangles are apart, across and down.
const gaps = (a, b) => [Math.max(0, a[0] - b[2], b[0] - a[2]), Math.max(0, a[1] - b[3], b[1] - a[3])];
const minus = (a, b) => [a[0] - b[0], a[1] - b[1]];
// The angle from *b* to *a*, between -π and π.
const turned = (a, b) => Math.atan2(Math.sin(a - b), Math.cos(a - b));
// The hair from an item to its name, where it is short; over a longer way the number alone tells it.
function leaderTo({ anchor, dot }, rect) {
  if (!anchor || !dot) return null;
  const to = nearest(rect, ...anchor);
  return Math.hypot(...minus(anchor, to)) < 190 ? [anchor, to] : null;
}

function crosses([a, b], [c, d]) {
  const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function throughRect(segment, rect) {
  const [l, t, r, b] = grown(rect, 4);
  return crosses(segment, [[l, t], [r, b]]) || crosses(segment, [[l, b], [r, t]]);
}
