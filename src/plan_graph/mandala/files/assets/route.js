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

// *starts* and *ends* are the exits by which the line may leave and arrive. Return the best way as
// {points, start, end}, or null. *round* is what lines go round. A way that is too long already is
// not even drawn up; *most* pairs of exits are looked at, the near ones first.
function route(starts, ends, field, round, most = 26) {
  let best = null;
  let least = Infinity;
  const consider = (start, end, length, drawUp, sharp) => {
    const known = start.cost + end.cost;
    if (known + length / 9 >= least) return;
    const points = drawUp();
    const whole = lengthOf(points);
    if ((sharp && whole < 2 * LEAST ? lengthOf(smooth(points)) : whole) < LEAST || known + whole / 9 >= least) return;
    const cost = costOfWay(points, known + whole / 9, whole, field, least);
    if (cost < least) [best, least] = [{ points, start, end, sharp }, cost];
  };
  const pairs = starts.flatMap((start) =>
    ends.map((end) => ({ start, end, away: Math.hypot(...minus(start.p, end.p)) })),
  );
  pairs.sort((a, b) => a.away + (a.start.cost + a.end.cost) * 5 - b.away - (b.start.cost + b.end.cost) * 5);
  for (const { start, end, away } of pairs.slice(0, most)) {
    for (const reach of [hold(away * 0.35, 26, 170), ...REACHES]) {
      consider(start, end, away, () => bow(start, end, reach));
    }
  }
  for (const { start, end } of round ? pairs.slice(0, 14) : []) {
    for (const lane of LANES) {
      for (const way of [1, -1]) {
        for (const found of rounds(start, end, round, round.r + lane, way)) {
          consider(start, end, found.length, found.drawUp, true);
        }
      }
    }
  }
  return best && { ...best, points: best.sharp ? smooth(best.points) : best.points };
}

function costOfWay(points, known, whole, field, least) {
  let cost = known;
  // Near its ends a line may touch what it belongs to, and lines that begin at the same place.
  walk(points, 10, (x, y, gone) => {
    const value = costAt(field, x, y);
    cost += (gone > 30 && gone < whole - 30) || value >= COST.panel ? value : value * 0.4;
    return cost <= least;
  });
  for (let at = 2; at < points.length && cost <= least; at += 1) {
    const [a, b, c] = [points[at - 2], points[at - 1], points[at]];
    const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
    const turn = Math.abs(Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy));
    // A line that turns back on itself reads as two.
    cost += turn * 7 + Math.max(0, turn - 1.75) * 150;
  }
  return cost;
}

// Call *visit* with each point at every *step* px along a way, as long as it returns true.
function walk(points, step, visit) {
  let left = step;
  let gone = 0;
  for (let at = 1; at < points.length; at += 1) {
    const [ax, ay] = points[at - 1];
    const [bx, by] = points[at];
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    for (; left <= length; left += step) {
      if (!visit(ax + ((bx - ax) * left) / length, ay + ((by - ay) * left) / length, gone + left)) return;
    }
    left -= length;
    gone += length;
  }
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
  if (end.disc) {
    const { x, y, dot, texts } = end.disc;
    const onName = (point) => texts.some((text) => within([...point, ...point], shifted(end.disc, grown(text, 3))));
    const exit = (_, at) => {
      const n = [Math.cos((at * Math.PI) / 8), Math.sin((at * Math.PI) / 8)];
      const out = (by) => [x + (dot + by) * n[0], y + (dot + by) * n[1]];
      return { p: out(3), n, cost: onName(out(16)) ? 90 : 0 };
    };
    return free(Array.from({ length: 16 }, exit), used, dot * 0.5);
  }
  const [x] = middle(end.rect);
  return free([...sides(end.rect)].map(({ p, n, aside }) => {
    // Names in a column are reached from the side of the wheel.
    const away = end.label && core ? (n[1] ? 25 : n[0] * (core.x - x) > 0 ? 0 : 60) : 0;
    return { p, n, cost: away + aside * 0.06 };
  }), used);
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

// The weights of the four points of a bow, at each of its steps.
const BOW = Array.from({ length: 17 }, (_, at) => {
  const t = at / 16;
  return [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
});

// A bow that leaves both ends straight.
function bow({ p: a, n: u, from }, { p: b, n: v, from: to }, reach) {
  const [cx, cy] = [a[0] + u[0] * reach, a[1] + u[1] * reach];
  const [dx, dy] = [b[0] + v[0] * reach, b[1] + v[1] * reach];
  const points = from ? [from] : [];
  for (const [i, j, k, l] of BOW) {
    points.push([i * a[0] + j * cx + k * dx + l * b[0], i * a[1] + j * cy + k * dy + l * b[1]]);
  }
  if (to) points.push(to);
  return points;
}

// The ways round the wheel at *radius*, clockwise on the screen if *way* is 1: how long each is, and
// how to draw it up.
function rounds(start, end, core, radius, way) {
  const [into, first] = onto(start, core, radius, way);
  const [out, last] = onto(end, core, radius, -way);
  const span = ((last - first) * way + 4 * Math.PI) % (2 * Math.PI);
  const at = (angle) => onCircle(core, radius, angle);
  const spokes = [start.angle !== undefined, end.angle !== undefined];
  const found = (from, turn) => ({
    // Rounded corners are shorter than sharp ones.
    length: (radius * turn + apart(into.at(-1), at(from)) + apart(at(last), out.at(-1))) * 0.9,
    drawUp: () => [...into, ...arc(at, from, way, turn, spokes), ...out.slice().reverse()],
  });
  if (span < 5) return [found(first, span)];
  // What can be seen from the start already is reached straight on, or by a piece of the circle.
  return span > 2 * Math.PI - 1.2 ? [0, 0.45, 0.9].map((turn) => found(last - way * turn, turn)) : [];
}

const apart = (a, b) => Math.hypot(...minus(a, b));
const onCircle = (core, radius, angle) => [core.x + radius * Math.cos(angle), core.y + radius * Math.sin(angle)];

// A piece of a circle. The corner between a spoke and the circle is left out, to become round.
function arc(onto, from, way, span, [leaving, arriving]) {
  const points = [];
  const steps = Math.ceil(span / 0.1);
  for (let step = 0; step <= steps && span > 0; step += 1) {
    const turn = (span * step) / steps;
    const corner = (leaving && turn < 0.16) || (arriving && span - turn < 0.16);
    if (!corner) points.push(onto(from + way * turn));
  }
  return points;
}

// From an end onto the circle: the points before it, and the angle at which it is reached.
function onto(end, core, radius, way) {
  if (end.angle !== undefined) {
    const corner = [core.x + radius * end.n[0], core.y + radius * end.n[1]];
    return [[...(end.from ? [end.from] : []), end.p, corner], end.angle];
  }
  const off = [end.p[0] + end.n[0] * 30, end.p[1] + end.n[1] * 30];
  const away = Math.hypot(off[0] - core.x, off[1] - core.y);
  const angle = Math.atan2(off[1] - core.y, off[0] - core.x);
  return [[end.p, off], away > radius ? angle + way * Math.acos(radius / away) : angle];
}

// --- Points --------------------------------------------------------------------------------

function lengthOf(points) {
  let sum = 0;
  for (let at = 1; at < points.length; at += 1) {
    sum += Math.sqrt((points[at][0] - points[at - 1][0]) ** 2 + (points[at][1] - points[at - 1][1]) ** 2);
  }
  return sum;
}

// Points at every *step* px along a way.
function along(points, step) {
  const found = [points[0]];
  walk(points, step, (x, y) => found.push([x, y]));
  return found;
}

// A way with its corners rounded, in short straight pieces.
function smooth(points) {
  const half = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const found = [points[0]];
  for (let at = 1; at < points.length - 1; at += 1) {
    const [a, b, c] = [half(points[at - 1], points[at]), points[at], half(points[at], points[at + 1])];
    for (const t of [0, 0.25, 0.5, 0.75]) {
      const [i, j, k] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
      found.push([i * a[0] + j * b[0] + k * c[0], i * a[1] + j * b[1] + k * c[1]]);
    }
  }
  return [...found, points.at(-1)];
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
    const length = Math.hypot(...minus(b, a));
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
