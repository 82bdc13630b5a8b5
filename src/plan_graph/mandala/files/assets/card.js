// The card in the core: what is pinned, as large as it can be read from the last row.

// Sizes of number, name, other text and captions.
const CARD = { large: [72, 48, 36, 30], medium: [64, 42, 30, 26], small: [56, 34, 24, 20] };

// How far a letter pushes its text aside, in em.
const BEFORE = 1.3;

// What the card says of an item: {above, number, phrases, below, more}; each of *below* is a text, the
// letter of its line, and what it is. Whoever knows more may put another function here.
app.card = (item, shown) => {
  const it = data.items[item];
  return {
    above: data.kinds[it.t] || "",
    number: it.m,
    phrases: it.h || [it.n],
    below: shown.card.map((at) => {
      const line = data.lines[at];
      return [data.items[line.o].n, line.x, data.kinds[data.items[line.o].t]];
    }),
    more: shown.hidden ? (data.words.more || "").replace("{count}", shown.hidden) : "",
  };
};

function drawCard(item, shown) {
  const { x, y, r } = now.card;
  const said = app.card(item, shown);
  const rows = cardRows(said, r, CARD[app.state.room]);
  const group = drawn("g", { class: "focus-card", transform: `translate(${x} ${y})` });
  group.append(drawn("circle", { class: `card ${colourOf(item)}`, r }));
  const whole = rows.reduce((sum, row) => sum + row.high, 0);
  let top = -whole / 2;
  for (const row of rows) {
    const { size } = row;
    // A letter and its text stand in the middle together.
    const lead = row.letter ? size * BEFORE : 0;
    const y0 = top + row.high / 2;
    const place = { x: lead / 2, y: y0 + size * 0.36, "font-size": size, "text-anchor": "middle" };
    group.append(drawn("text", { class: row.css, ...place }, row.text));
    if (row.letter) {
      const x0 = -(ems(row.text) * size + lead) / 2 + size * 0.56;
      const badge = drawn("g", { class: "badge", transform: `translate(${x0} ${y0})` });
      const within_ = { "font-size": size * 0.7, y: size * 0.25, "text-anchor": "middle" };
      badge.append(drawn("circle", { r: size * 0.56 }), drawn("text", within_, row.letter));
      group.append(badge);
    }
    top += row.high;
  }
  layers.card.append(group);
}

// The rows of a card, as large as they go into a circle of radius *r*.
function cardRows(said, r, sizes) {
  for (let scale = 1; ; scale *= 0.92) {
    const [number, name, other, caption] = sizes.map((size) => size * scale);
    const most = Math.max(2, Math.floor((r * 0.9) / name));
    const wide = (r * 1.72) / name;
    const last = scale < 0.45;
    // A word is broken only when everything else would be too small.
    if (scale > 0.6 && said.phrases.some((phrase) => ems(phrase.trimEnd()) > wide)) continue;
    const lines = last ? shortened(said.phrases, wide, most) : broken(said.phrases, wide, most);
    if (!lines) continue;
    const rows = [];
    if (said.above) rows.push({ text: said.above, size: caption, high: caption * 1.3, css: "caption" });
    if (said.number) rows.push({ text: said.number, size: number, high: number * 1.06, css: "name" });
    for (const text of lines) rows.push({ text, size: name, high: name * 1.2, css: "name" });
    said.below.slice(0, 2).forEach(([text, letter, what], at) => {
      if (!at) rows.push({ text: what, size: caption, high: caption * 1.7, css: "caption" });
      rows.push({ text, letter, size: other, high: other * 1.3, css: "name" });
    });
    if (said.more) rows.push({ text: said.more, size: caption, high: caption * 1.8, css: "caption" });
    if (last || fits(rows, r - 10)) return rows;
  }
}

function fits(rows, r) {
  let top = -rows.reduce((sum, row) => sum + row.high, 0) / 2;
  return rows.every((row) => {
    const half = ((ems(row.text) + (row.letter ? BEFORE : 0)) * row.size) / 2;
    const reach = Math.max(Math.abs(top + row.high * 0.12), Math.abs(top + row.high * 0.88));
    top += row.high;
    return Math.hypot(half, reach) <= r;
  });
}

// The aspect whose colour an item has: its own printed one, or that of its project.
function colourOf(item) {
  const it = data.items[item];
  const aspectOf = (each) => (each?.g || []).find((tagged) => tagged[2])?.[0];
  const found = aspectOf(it) || aspectOf(data.items[app.at.get(it.j)]);
  return found ? `line-${found.toLowerCase()}` : "line-none";
}
