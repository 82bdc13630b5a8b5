// Marks of a scene, and the boxes that names are shown in, as elements of SVG.

// Return one mark of a scene; how it looks is decided by its classes alone.
function marked(mark) {
  const [sort, ...rest] = mark;
  if (sort === "c") {
    const [cx, cy, r, css] = rest;
    return drawn("circle", { class: css, cx, cy, r });
  }
  if (sort === "b") {
    const [x, y, width, height, rx, css] = rest;
    return drawn("rect", { class: css, x, y, width, height, rx });
  }
  if (sort === "p") return drawn("path", { d: rest[0], class: rest[1] });
  const [x, y, size, told, css, anchor, turn] = rest;
  const text = drawn("text", { class: css, x, y, "font-size": size, "text-anchor": anchor }, told);
  if (turn) text.setAttribute("transform", `rotate(${turn} ${x} ${y})`);
  return text;
}

// All that is told of a box with a name in it: its lines, how large it is; drawn by `boxed`.
function boxFor(item, size, width, most, { short = false } = {}) {
  const numbered = ["Action", "Measure", "Vision"].includes(item.t) && item.m;
  const lead = numbered ? `${item.m} ` : "";
  const head = numbered ? "" : data.kinds[item.t] || "";
  const name = item.h || [item.n];
  const brief = item.z || name;
  const room = (phrases) => Math.max(width - ems(lead), Math.min(10.5, ...[Math.max(...phrases.map(ems))]));
  const lines = broken(name, room(name), short ? 1 : most) || shortened(brief, room(brief), most);
  const small = Math.max(size * 0.72, Math.min(size, 16));
  const wide = Math.max(...lines.map((line) => ems(lead) + ems(line))) * size;
  const above = head ? small * 1.25 : 0;
  return {
    lines,
    lead,
    head,
    size,
    small,
    above,
    w: Math.ceil(Math.max(wide, ems(head) * small) + size * 0.9),
    h: Math.ceil(lines.length * size * 1.18 + above + size * 0.52),
  };
}

// Return a box as a group, its corner at (x, y).
function boxed(box, x, y, css) {
  const { size, small, above, lead } = box;
  const left = size * 0.45;
  const group = drawn("g", { class: css, transform: `translate(${x} ${y})` });
  group.append(drawn("rect", { class: "plate", width: box.w, height: box.h, rx: size * 0.3 }));
  if (box.head) {
    const y0 = size * 0.26 + small * 0.95;
    group.append(drawn("text", { class: "caption", x: left, y: y0, "font-size": small }, box.head));
  }
  box.lines.forEach((line, at) => {
    const y0 = size * 0.26 + above + size * (at * 1.18 + 0.95);
    if (lead && !at) {
      group.append(drawn("text", { class: "name", x: left, y: y0, "font-size": size }, lead.trim()));
    }
    const x0 = left + ems(lead) * size;
    group.append(drawn("text", { class: "name", x: x0, y: y0, "font-size": size }, line));
  });
  return group;
}

// Whether two rectangles, each [left, top, right, bottom], come nearer than *gap*.
const meet = (a, b, gap = 0) =>
  a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] + gap && b[1] < a[3] + gap;
const inside = (rect, width, height, edge) =>
  rect[0] >= edge && rect[1] >= edge && rect[2] <= width - edge && rect[3] <= height - edge;
// Whether the first lies in the second; the rectangle that holds both; one that is larger by *by*.
const within = (a, b) => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
const joint = (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
const grown = (rect, by) => [rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by];
const middle = (rect) => [(rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2];
const hold = (value, least, most) => Math.max(least, Math.min(most, value));
// The point of a rectangle that is nearest to (x, y), and how far it is.
const nearest = (rect, x, y) => [hold(x, rect[0], rect[2]), hold(y, rect[1], rect[3])];
const farFrom = (rect, x, y) => Math.hypot(hold(x, rect[0], rect[2]) - x, hold(y, rect[1], rect[3]) - y);
