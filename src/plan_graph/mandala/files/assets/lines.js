// Which lines are shown: from the pinned item outward, the strongest ways first, at most 12 names.
//
// A way keeps its direction: on toward what the item leads to, back toward what leads to it, and
// never forth and back over a common neighbour. A derived line says in short what a way of direct
// lines says whole, so it is drawn only while that way is not, and only at the pinned item.

const MOST = 12;
// A name of the last row of a hall takes so much room beside the wheel of a narrow canvas.
const most = () => (now.core && now.scene.w < 1500 && scale() === "large" ? 8 : MOST);

// Whether a line may be drawn: strong enough, not switched off, between items that may be shown.
app.allows = (index) => {
  const line = data.lines[index];
  const { basis, off } = app.state;
  const kinds = [`relation/${line.p}`, `basis/${line.d ? "Derived" : line.b}`];
  return (
    rank(line.b) <= rank(basis) &&
    !kinds.some((kind) => off.includes(kind)) &&
    app.shows(line.s) &&
    app.shows(line.o) &&
    app.lineFilters.every((passes) => passes(index))
  );
};

// Departments stand in the card, where there is one.
const inCard = (index, focus) => now.core && data.lines[index].p === "responsible" && data.lines[index].s === focus;
// A box, or a sector of the wheel, that holds what it consists of tells so without a line.
const isFrame = (index) => {
  const { p, o } = data.lines[index];
  return p === "partOf" && now.core && ["OutcomeGroup", "Project"].includes(data.items[o].t);
};

// SDGs have views of their own: elsewhere the panel tells them, and no line is drawn to them.
const isApart = (item) =>
  ["Goal", "Target"].includes(data.items[item].t) && !now.scene.p.some(([placed]) => placed === item);

// What an action has only because its measure has it is told by the line of the measure, where that
// one may be drawn: the action is lit, without a line of its own.
function throughMeasure(at) {
  const line = data.lines[at];
  return Boolean(line.w) && app.linesAt[line.o].some((other) => {
    const of = data.lines[other];
    return data.items[of.s].k === data.items[line.s].p && of.o === line.o && of.p === line.p && app.allows(other);
  });
}

// What is shown: {items, lines, card, lit, hidden}: indexes of the items besides the pinned one, of
// the lines between them, of the lines told in the card, of the items that are lit without a name,
// and how many more items there would be.
app.shown = () => {
  const step = data.steps.find((each) => each.k === app.state.step && each.way);
  if (step) return shownWay(step.items);
  const focus = app.at.get(app.state.focus);
  return focus === undefined ? { items: [], lines: [], card: [], lit: [], hidden: 0 } : shownFrom(focus);
};

function shownWay(items) {
  const among = new Set(items);
  const both = (line, at) => (among.has(line.s) && among.has(line.o) && app.allows(at) ? [at] : []);
  const lines = data.lines.flatMap(both);
  const focus = app.at.get(app.state.focus);
  return {
    items: items.filter((item) => item !== focus),
    lines: untold(lines).filter((at) => !isFrame(at)),
    card: [],
    lit: [],
    hidden: 0,
  };
}

function shownFrom(focus) {
  const chosen = new Map([[focus, 0]]);
  const hidden = new Set();
  // A project is its sector of the wheel: all that belongs to it is lit there.
  const isProject = data.items[focus].t === "Project";
  const lit = new Set(data.items.flatMap((it, at) => (isProject && it.j === data.items[focus].k ? [at] : [])));
  const lines = new Set();
  const card = [];
  const waiting = [];
  const expand = (item, step, grade, onward) => {
    for (const at of app.linesAt[item]) {
      const line = data.lines[at];
      const forth = line.s === item;
      if ((onward !== null && forth !== onward) || (line.d && step > 0) || !app.allows(at)) continue;
      if (!forth && throughMeasure(at)) {
        lit.add(line.s);
        continue;
      }
      if ((isFrame(at) && (step || forth)) || isApart(forth ? line.o : line.s)) continue;
      if (!step && inCard(at, focus)) card.push(at);
      else {
        const to = forth ? line.o : line.s;
        const worst = Math.max(grade, rank(line.b));
        waiting.push({ at, from: item, to, step: step + 1, forth, derived: line.d ? 1 : 0, grade: worst });
      }
    }
  };
  expand(focus, 0, 0, null);
  while (waiting.length) {
    const next = waiting.splice(strongest(waiting), 1)[0];
    const known = chosen.has(next.to);
    if (!known && !hidden.has(next.to)) {
      if (chosen.size > most()) hidden.add(next.to);
      else chosen.set(next.to, next.step);
      if (!next.derived && next.step < app.state.steps) expand(next.to, next.step, next.grade, next.forth);
    }
    // A second line to the same item is worth drawing if it is a strong one, or of the pinned item.
    if (chosen.has(next.from) && chosen.has(next.to) && (!known || next.step === 1 || next.grade < 2)) lines.add(next.at);
  }
  chosen.delete(focus);
  return {
    items: [...chosen.keys()],
    lines: untold([...lines]),
    card,
    lit: [...lit, ...hidden].filter((item) => !chosen.has(item)),
    hidden: hidden.size,
  };
}

// The place of the strongest of those *waiting*: direct before derived, then by the weakest ground
// on the way, then near before far, then in the order of the picture.
function strongest(waiting) {
  const before = (a, b) => a.derived - b.derived || a.grade - b.grade || a.step - b.step || a.at - b.at;
  let best = 0;
  for (let at = 1; at < waiting.length; at += 1) if (before(waiting[at], waiting[best]) < 0) best = at;
  return best;
}

// *lines* without the derived ones that rest on lines which are all there.
function untold(lines) {
  const there = new Set(lines.filter((at) => !data.lines[at].d));
  const told = (at, seen) => {
    const { d, r } = data.lines[at];
    const rests = d && r && r.length && !seen.includes(at);
    return there.has(at) || Boolean(rests && r.every((rest) => told(rest, [...seen, at])));
  };
  return lines.filter((at) => !data.lines[at].d || !told(at, []));
}
