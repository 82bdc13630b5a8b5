// Lines between what is shown: routed one after the other, the short ones first, each drawn in the
// style of its basis with the letter of it at its middle.

function linesOf(shown, ends, area) {
  const { panel, core } = area;
  const field = fieldFor(area.width, area.height);
  const badge = BADGE[scale()];
  for (const node of now.standing) if (node.far) coverRect(field, rectOf(node), COST.far);
  if (core) coverDisc(field, { x: core.x, y: core.y, r: core.r + 4 }, COST.core);
  if (now.card) coverDisc(field, { ...now.card, r: now.card.r + 4 }, COST.card);
  if (panel) coverRect(field, grown(panel, 8), COST.panel);
  for (const node of now.standing) {
    if (data.items[node.item].t === "FutureImage") coverRect(field, rectOf(node), COST.name);
  }
  // What is lit, and has no frame of its own, can be read all the same.
  for (const node of now.standing) {
    if (node.far || node.framed || !(node.near || node.focus)) continue;
    if (node.dot) coverRect(field, grown(rectOf(node), 4), COST.lit);
    for (const text of node.level ? [] : node.texts) coverRect(field, shifted(node, text), node.focus ? COST.name : COST.lit);
  }
  for (const end of ends.values()) if (!end.hub) coverRect(field, grown(end.rect, 9), COST.name);
  const found = [];
  const discs = [];
  const kept = shown.lines.filter((at) => {
    const [a, b] = [ends.get(data.lines[at].s), ends.get(data.lines[at].o)];
    return a && b && !lies(a, b) && !lies(b, a);
  });
  drawStems(ends, kept, area);
  const combs = combsOf(kept, ends, core);
  const used = new Map();
  const taken = (item) => used.get(item) || used.set(item, []).get(item);
  const spot = (item) => middle(ends.get(item).rect);
  const span = (at) => apart(spot(data.lines[at].s), spot(data.lines[at].o));
  for (const at of kept.sort((a, b) => span(a) - span(b))) {
    const { s, o } = data.lines[at];
    const leaving = (item, other) =>
      combs.get(`${at} ${item}`) || exits(ends.get(item), placeOf(other, ends, core), core, taken(item));
    let way = null;
    let letter = null;
    // A way without a place for its letter is not taken.
    for (let tries = 0; tries < 5 && !letter; tries += 1) {
      if (way) coverPoints(field, along(way.points, 8), 12, COST.badge);
      way = route(leaving(s, o), leaving(o, s), field, core || now.middle, 26 * (tries + 1));
      letter = way && badgeSpot(way.points, badge, [...ends.values()], discs, area, field);
      if (!way) break;
    }
    if (!letter) continue;
    const { points } = way;
    taken(s).push(way.start.p);
    taken(o).push(way.end.p);
    coverPoints(field, along(points, 6), 6, COST.line);
    discs.push(letter);
    coverRect(field, grown([...letter, ...letter], badge + 6), COST.badge);
    found.push({ at, points, spot: letter });
  }
  return found;
}

// The exits of lines at items in the wheel, by line and item.
function combsOf(kept, ends, core) {
  const found = new Map();
  for (const [item, end] of ends) {
    if (end.angle === undefined) continue;
    const lines = kept.filter((at) => data.lines[at].s === item || data.lines[at].o === item);
    const other = (at) => (data.lines[at].s === item ? data.lines[at].o : data.lines[at].s);
    const teeth = comb(end.angle, lines.map((at) => middle(ends.get(other(at)).rect)), core);
    lines.forEach((at, place) => found.set(`${at} ${item}`, teeth[place]));
  }
  return found;
}

// The pinned item in the wheel holds its lines by one stem, and by a comb where there are many.
function drawStems(ends, kept, { core }) {
  const focus = app.at.get(app.state.focus);
  const { angle } = ends.get(focus) || {};
  const node = placeFor(focus);
  const many = kept.filter((at) => data.lines[at].s === focus || data.lines[at].o === focus).length;
  if (angle === undefined || !node || !many) return;
  const half = ((many - 1) / 2) * COMB / core.r;
  const points = [];
  for (let turn = -half; turn < half; turn += 0.05) points.push(spoke(angle + turn, core).p);
  points.push(spoke(angle + half, core).p);
  const draw = (way) => {
    layers.stems.append(drawn("polyline", { class: `stem ${colourOf(focus)}`, points: way.join(" ") }));
  };
  draw(points);
  if (!node.named || !node.dot) draw(stem(node, angle, core));
  if (node.dot && !node.named) {
    const to = Math.hypot(node.x - core.x, node.y - core.y) - node.dot;
    draw([spoke(angle, core, core.card).from, spoke(angle, core, to).from]);
  }
}

// Where the other end of a line is: {p}, or {p, angle} of an item with a place of its own in the
// wheel; a line to the card runs through it.
function placeOf(item, ends, core) {
  const node = placeFor(item);
  const inWheel = node && node.dot && core && Math.hypot(node.x - core.x, node.y - core.y) < core.r;
  const angle = inWheel ? Math.atan2(node.y - core.y, node.x - core.x) : undefined;
  return { p: middle(ends.get(item).rect), angle };
}

// Whether one thing stands inside another, which then needs no line.
function lies(a, b) {
  const [x, y] = middle(a.rect);
  return a.angle === undefined && b.angle === undefined && !a.hub && !b.hub && within([x, y, x, y], b.rect);
}

// The place of a line's letter: in the middle, or as near to it as nothing else stands.
function badgeSpot(points, r, ends, discs, { width, height, panel, core }, field) {
  const samples = along(points, 6);
  const half = (samples.length - 1) / 2;
  const free = ([x, y]) => {
    const box = [x - r, y - r, x + r, y + r];
    if (!inside(box, width, height, 4) || (panel && meet(box, panel, 2))) return false;
    if (now.card && Math.hypot(x - core.x, y - core.y) < now.card.r + r + 4) return false;
    if (ends.some((end) => !end.hub && meet(box, end.rect, 3))) return false;
    return !discs.some((other) => apart(other, [x, y]) < 2 * r + 5);
  };
  let best = null;
  let least = Infinity;
  samples.forEach((sample, at) => {
    const cost = Math.abs(at - half) + Math.max(0, costAt(field, ...sample) - COST.core) * 1.2;
    if (cost < least && free(sample)) [best, least] = [sample, cost];
  });
  return best;
}

function drawLine({ at, points, spot }) {
  const line = data.lines[at];
  const pen = PEN[scale()];
  const head = pen * 3;
  const way = pathOf(trimmed(points, head * 0.8));
  const dash = (data.dashes[line.b] || "").split(" ").filter(Boolean).map((part) => Number(part) * pen);
  const group = drawn("g", { class: `line basis-${line.b}`, "data-line": at });
  group.append(drawn("path", { class: "casing", d: way, "stroke-width": pen + 7 }));
  const wire = drawn("path", { class: "wire", d: way, "stroke-width": pen });
  if (dash.length) wire.setAttribute("stroke-dasharray", dash.join(" "));
  if (dash.length && dash[0] < pen) wire.setAttribute("stroke-linecap", "round");
  const [tip] = points.slice(-1);
  const [base] = trimmed(points, head).slice(-1);
  const turn = (Math.atan2(tip[1] - base[1], tip[0] - base[0]) * 180) / Math.PI;
  const arrow = drawn("path", {
    class: "arrow",
    d: `M0 0L${-head} ${-head * 0.46}V${head * 0.46}Z`,
    transform: `translate(${tip[0].toFixed(1)} ${tip[1].toFixed(1)}) rotate(${turn.toFixed(1)})`,
  });
  group.append(wire);
  layers.wires.append(group);
  layers.stems.append(arrow);
  const r = BADGE[scale()];
  const there = `translate(${spot[0].toFixed(1)} ${spot[1].toFixed(1)})`;
  const badge = drawn("g", { class: "badge", "data-line": at, transform: there });
  const size = { "font-size": r * 1.25, y: r * 0.45, "text-anchor": "middle" };
  badge.append(drawn("circle", { r }), drawn("text", size, line.x || ""));
  layers.badges.append(badge);
}
