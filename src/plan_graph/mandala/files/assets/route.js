// The way of a line: round the wheel on common circles or straight in a bow, past what stands
// there, at least 130 px long so that its letter can be read in the middle.

const LEAST = 140;
const LANES = [20, 44, 70, 100, 134];
// How far from an end a bow begins to bend.
const REACHES = [60, 120, 190, 270];
// How far lines stand from the rim where they begin, and from each other there.
const RIM = 14;
const COMB = 27;
const TOOTH = 24;

// The way that is drawn up, and the same with round corners: numbers in turn, x before y. Thousands of
// ways are weighed for one that is taken, so that all of them are drawn up in the same place.
const sketch = { at: new Float64Array(256), size: 0 };
const rounded = { at: new Float64Array(1024), size: 0 };

// *starts* and *ends* are the exits by which the line may leave and arrive. Return the best way as
// {points, start, end}, or null. *round* is what lines go round. A way that is too long already is
// not even drawn up; *most* pairs of exits are looked at, the near ones first.
function route(starts, ends, field, round, most = 26) {
  const best = { cost: Infinity };
  const pairs = nearPairs(starts, ends, most);
  for (const { start, end, away } of pairs) {
    for (const reach of [hold(away * 0.35, 26, 170), ...REACHES]) {
      if (!promises(best, start, end, away)) break;
      drawBow(start, end, reach);
      weigh(best, start, end, field, false);
    }
  }
  for (const { start, end, away } of round ? pairs.slice(0, 14) : []) {
    if (promises(best, start, end, away)) weighRounds(best, start, end, field, round);
  }
  return best.points ? best : null;
}

// The *most* pairs of exits that lie nearest to each other, what it costs to take them included.
function nearPairs(starts, ends, most) {
  const found = [];
  for (const start of starts) {
    for (const end of ends) {
      const pair = { start, end, away: apart(start.p, end.p), extra: (start.cost + end.cost) * 5 };
      let at = found.length;
      while (at && pair.away + pair.extra - found[at - 1].away - found[at - 1].extra < 0) at -= 1;
      if (at < most) found.splice(at, 0, pair);
      if (found.length > most) found.pop();
    }
  }
  return found;
}

// Whether a way of a *length* between two exits can still be better than the best one.
const promises = (best, start, end, length) => start.cost + end.cost + length / 9 < best.cost;

// Keep the way that is drawn up, if it is better than the best one.
function weigh(best, start, end, field, sharp) {
  const whole = lengthOf(sketch);
  if (!promises(best, start, end, whole)) return;
  const short = sharp && whole < 2 * LEAST ? lengthOf(smooth()) : whole;
  if (short < LEAST) return;
  const cost = costOfWay(sketch, start.cost + end.cost + whole / 9, whole, field, best.cost);
  if (cost < best.cost) Object.assign(best, { cost, start, end, points: pointsOf(sharp ? smooth() : sketch) });
}

function costOfWay({ at, size }, known, whole, field, least) {
  let cost = known;
  let left = 10;
  let gone = 0;
  for (let to = 2; to < size; to += 2) {
    const dx = at[to] - at[to - 2];
    const dy = at[to + 1] - at[to - 1];
    const length = Math.sqrt(dx * dx + dy * dy);
    for (; left <= length; left += 10) {
      const value = costAt(field, at[to - 2] + (dx * left) / length, at[to - 1] + (dy * left) / length);
      // Near its ends a line may touch what it belongs to, and lines that begin at the same place.
      const inner = gone + left > 30 && gone + left < whole - 30;
      cost += inner || value >= COST.panel ? value : value * 0.4;
      if (cost > least) return cost;
    }
    left -= length;
    gone += length;
  }
  for (let to = 4; to < size && cost <= least; to += 2) {
    const ux = at[to - 2] - at[to - 4];
    const uy = at[to - 1] - at[to - 3];
    const vx = at[to] - at[to - 2];
    const vy = at[to + 1] - at[to - 1];
    const turn = Math.abs(Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy));
    // A line that turns back on itself reads as two.
    cost += turn * 7 + Math.max(0, turn - 1.75) * 150;
  }
  return cost;
}

// The exits of an end for a line that goes *toward* a place: {p, n, cost}, a point, the direction
// out of it, and what it costs to take it. Where lines end already, at *used*, no other one does.
function exits(end, toward, core, used) {
  if (end.hub) {
    const straight = toward.angle ?? Math.atan2(toward.p[1] - core.y, toward.p[0] - core.x);
    const turns = toward.angle === undefined ? [0, 0.12, -0.12, 0.25, -0.25, 0.45, -0.45] : [0];
    const exit = (turn) => ({ ...spoke(straight + turn, core, core.card + 4), cost: Math.abs(turn) * 20 });
    return free(turns.map(exit), used);
  }
  // All lines of an end that is no hub have the same exits.
  end.exits ??= end.disc ? aroundDisc(end.disc) : aroundBox(end, core);
  return free(end.exits, used, end.disc ? end.disc.dot * 0.5 : TOOTH);
}

function aroundDisc(node) {
  const { x, y, dot, texts } = node;
  const onName = (point) => texts.some((text) => within([...point, ...point], shifted(node, grown(text, 3))));
  const exit = (_, at) => {
    const n = [Math.cos((at * Math.PI) / 8), Math.sin((at * Math.PI) / 8)];
    const out = (by) => [x + (dot + by) * n[0], y + (dot + by) * n[1]];
    return { p: out(3), n, cost: onName(out(16)) ? 90 : 0 };
  };
  return Array.from({ length: 16 }, exit);
}

function aroundBox({ rect, label }, core) {
  const [x] = middle(rect);
  return [...sides(rect)].map(({ p, n, aside }) => {
    // Names in a column are reached from the side of the wheel.
    const away = label && core ? (n[1] ? 25 : n[0] * (core.x - x) > 0 ? 0 : 60) : 0;
    return { p, n, cost: away + aside * 0.06 };
  });
}

function free(found, used, apartBy = TOOTH) {
  const unused = found.filter(({ p }) => used.every((other) => apart(other, p) >= apartBy));
  return unused.length ? unused : found;
}

function* sides([l, t, r, b]) {
  const between = (low, high) => {
    const count = Math.max(0, Math.floor((high - low) / 2 / TOOTH - 0.3));
    return Array.from({ length: 2 * count + 1 }, (_, at) => (low + high) / 2 + (at - count) * TOOTH);
  };
  for (const x of between(l, r)) {
    const aside = Math.abs(x - (l + r) / 2);
    yield* [{ p: [x, t], n: [0, -1], aside }, { p: [x, b], n: [0, 1], aside }];
  }
  for (const y of between(t, b)) {
    const aside = Math.abs(y - (t + b) / 2);
    yield* [{ p: [l, y], n: [-1, 0], aside }, { p: [r, y], n: [1, 0], aside }];
  }
}

// The exits of an item in the wheel, one for each of the points *toward* which its lines go: side by
// side along the rim, in the order of their directions, so that they do not cross at once.
function comb(angle, toward, core) {
  const [x, y] = spoke(angle, core).p;
  const up = Math.sign(turned(-Math.PI / 2, angle));
  const order = toward.map((to, at) => {
    const bearing = turned(Math.atan2(to[1] - y, to[0] - x), angle);
    // What lies behind the wheel above its middle is reached over the top of it, the rest below.
    const way = to[1] < core.y ? up : -up;
    return { at, bearing: Math.abs(bearing) > 2.1 && bearing * way < 0 ? bearing + 2 * Math.PI * way : bearing };
  });
  order.sort((a, b) => a.bearing - b.bearing);
  const found = [];
  order.forEach(({ at }, place) => {
    const aside = ((place - (order.length - 1) / 2) * COMB) / core.r;
    found[at] = [{ ...spoke(angle + aside, core), cost: 0 }];
  });
  return found;
}

// An exit at the rim of the wheel in the direction *angle*; *from* is where its line begins if that
// is further inside.
function spoke(angle, core, from = 0) {
  const n = [Math.cos(angle), Math.sin(angle)];
  const at = (distance) => [core.x + distance * n[0], core.y + distance * n[1]];
  return { p: at(core.r + RIM), n, from: from ? at(from) : null, angle };
}

// --- Ways that are drawn up --------------------------------------------------------------------

function put(way, x, y) {
  way.at[way.size] = x;
  way.at[way.size + 1] = y;
  way.size += 2;
}

// The weights of the four points of a bow, at each of its steps.
const BOW = Array.from({ length: 17 }, (_, at) => {
  const t = at / 16;
  return { i: (1 - t) ** 3, j: 3 * t * (1 - t) ** 2, k: 3 * t * t * (1 - t), l: t ** 3 };
});

// A bow that leaves both ends straight.
function drawBow({ p: a, n: u, from }, { p: b, n: v, from: to }, reach) {
  const [cx, cy] = [a[0] + u[0] * reach, a[1] + u[1] * reach];
  const [dx, dy] = [b[0] + v[0] * reach, b[1] + v[1] * reach];
  sketch.size = 0;
  if (from) put(sketch, from[0], from[1]);
  for (const { i, j, k, l } of BOW) {
    put(sketch, i * a[0] + j * cx + k * dx + l * b[0], i * a[1] + j * cy + k * dy + l * b[1]);
  }
  if (to) put(sketch, to[0], to[1]);
}

// Weigh the ways round the wheel between two exits, clockwise on the screen where *way* is 1.
function weighRounds(best, start, end, field, core) {
  const [leaving, arriving] = [offOf(start, core), offOf(end, core)];
  for (const lane of LANES) {
    const radius = core.r + lane;
    const into = leaving.p || onCircle(core, radius, leaving.angle);
    const out = arriving.p || onCircle(core, radius, arriving.angle);
    for (const way of [1, -1]) {
      const first = reached(leaving, radius, way);
      const last = reached(arriving, radius, -way);
      const span = ((last - first) * way + 4 * Math.PI) % (2 * Math.PI);
      // What can be seen from the start already is reached straight on, or by a piece of the circle.
      const turns = span < 5 ? [span] : span > 2 * Math.PI - 1.2 ? [0, 0.45, 0.9] : [];
      for (const turn of turns) {
        const from = span < 5 ? first : last - way * turn;
        const straight = apart(into, onCircle(core, radius, from)) + apart(onCircle(core, radius, last), out);
        // Rounded corners are shorter than sharp ones.
        if (!promises(best, start, end, (radius * turn + straight) * 0.9)) continue;
        sketch.size = 0;
        if (start.from) put(sketch, start.from[0], start.from[1]);
        put(sketch, start.p[0], start.p[1]);
        put(sketch, into[0], into[1]);
        putArc(core, radius, from, way, turn, !leaving.p, !arriving.p);
        put(sketch, out[0], out[1]);
        put(sketch, end.p[0], end.p[1]);
        if (end.from) put(sketch, end.from[0], end.from[1]);
        weigh(best, start, end, field, true);
      }
    }
  }
}

// Where a way round the wheel leaves an exit: on a spoke at its *angle*, else past the point *p*, which
// is *away* from the middle.
function offOf({ p, n, angle }, core) {
  if (angle !== undefined) return { p: null, angle, away: 0 };
  const off = [p[0] + n[0] * 30, p[1] + n[1] * 30];
  return { p: off, angle: Math.atan2(off[1] - core.y, off[0] - core.x), away: Math.hypot(off[0] - core.x, off[1] - core.y) };
}

// The angle at which a circle is reached.
const reached = ({ angle, away }, radius, way) => (away > radius ? angle + way * Math.acos(radius / away) : angle);

// A piece of a circle. The corner between a spoke and the circle is left out, to become round.
function putArc(core, radius, from, way, span, leaving, arriving) {
  const steps = Math.ceil(span / 0.1);
  for (let step = 0; step <= steps && span > 0; step += 1) {
    const turn = (span * step) / steps;
    if ((leaving && turn < 0.16) || (arriving && span - turn < 0.16)) continue;
    const angle = from + way * turn;
    put(sketch, core.x + radius * Math.cos(angle), core.y + radius * Math.sin(angle));
  }
}

function lengthOf({ at, size }) {
  let sum = 0;
  for (let to = 2; to < size; to += 2) {
    const dx = at[to] - at[to - 2];
    const dy = at[to + 1] - at[to - 1];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}

// The way that is drawn up with its corners rounded, in short straight pieces.
function smooth() {
  const { at, size } = sketch;
  rounded.size = 0;
  put(rounded, at[0], at[1]);
  for (let to = 2; to < size - 2; to += 2) {
    const ax = (at[to - 2] + at[to]) / 2;
    const ay = (at[to - 1] + at[to + 1]) / 2;
    const cx = (at[to] + at[to + 2]) / 2;
    const cy = (at[to + 1] + at[to + 3]) / 2;
    for (let t = 0; t < 1; t += 0.25) {
      const [i, j, k] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
      put(rounded, i * ax + j * at[to] + k * cx, i * ay + j * at[to + 1] + k * cy);
    }
  }
  put(rounded, at[size - 2], at[size - 1]);
  return rounded;
}

const pointsOf = ({ at, size }) => Array.from({ length: size / 2 }, (_, place) => [at[2 * place], at[2 * place + 1]]);

// --- Points --------------------------------------------------------------------------------

const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const onCircle = (core, radius, angle) => [core.x + radius * Math.cos(angle), core.y + radius * Math.sin(angle)];

// Points at every *step* px along a way.
function along(points, step) {
  const found = [points[0]];
  let left = step;
  for (let at = 1; at < points.length; at += 1) {
    const [ax, ay] = points[at - 1];
    const [bx, by] = points[at];
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    for (; left <= length; left += step) found.push([ax + ((bx - ax) * left) / length, ay + ((by - ay) * left) / length]);
    left -= length;
  }
  return found;
}

// A way as a path of SVG, its corners rounded.
function pathOf(points) {
  const told = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const half = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  let d = `M${told(points[0])}L${told(half(points[0], points[1]))}`;
  for (let at = 1; at < points.length - 1; at += 1) d += `Q${told(points[at])} ${told(half(points[at], points[at + 1]))}`;
  return `${d}L${told(points.at(-1))}`;
}

// A way without its last *by* px.
function trimmed(points, by) {
  const kept = points.slice();
  let left = by;
  while (kept.length > 1) {
    const [a, b] = [kept.at(-2), kept.at(-1)];
    const length = apart(a, b);
    if (length > left) {
      const part = (length - left) / length;
      kept[kept.length - 1] = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
      return kept;
    }
    left -= length;
    kept.pop();
  }
  return points;
}
