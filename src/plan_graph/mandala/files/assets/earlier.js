// The layer of plans before: off at first sight. When it is on, the panel and the table tell what an
// item goes back to, link by link; nothing of the picture moves.

const EARLIER_KINDS = ["Measure", "Action"];
const isEarlier = (each) => each.w.every(([, basis]) => basisOn(basis));
const earlierOf = (item) => (app.state.earlier ? data.earlier.filter((each) => each.i === item && isEarlier(each)) : []);

const reasonsOf = (reasons) => reasons.map((reason) => made("p", { class: "small" }, reason));

// The links on the way; of a single one the sentence has been said already.
const waysOf = ({ w }) =>
  w.length === 1
    ? reasonsOf(w[0][2])
    : [made("ol", { class: "steps" }, ...w.map(([told, , reasons]) => made("li", {}, told, ...reasonsOf(reasons))))];

// What stands in the panel of *item*.
function earlierIn(item) {
  if (!app.state.earlier || !EARLIER_KINDS.includes(data.items[item].t)) return [];
  const found = earlierOf(item).map((each) => {
    const sign = letter(each.x, (data.bases[each.b] || [each.b])[0]);
    return made("li", {}, sign, made("div", {}, made("p", { class: "sentence" }, each.t), ...waysOf(each)));
  });
  const told = found.length ? made("ul", { class: "links" }, ...found) : made("p", { class: "small" }, say("earlier-none"));
  return [made("section", { class: "earlier" }, made("h3", {}, say("earlier")), told)];
}

// The switch in the drawer and, while it is on, who goes back to something.
function earlierPart() {
  if (!data.earlier.length) return [];
  const found = [...new Set(data.earlier.filter(isEarlier).map((each) => each.i))];
  const turn = toggle(withCount(say("earlier-show"), found.length), app.state.earlier, () => app.set({ earlier: !app.state.earlier }), { "data-choice": "earlier" });
  if (!app.state.earlier) return [part(say("earlier"), row(say("earlier"), turn))];
  const chips = found.map((item) => {
    const it = data.items[item];
    return toggle(it.m || it.s || it.n, app.state.focus === it.k, () => app.set({ focus: it.k }), { "aria-label": called(it), title: named(it), "data-choice": `earlier/${it.k}` });
  });
  return [part(say("earlier"), row(say("earlier"), turn), made("p", { class: "small" }, say("earlier-hint")), row(say("earlier-show"), ...chips))];
}

// The same in the table: of the pinned item, or else of all.
function earlierTable(focus) {
  const found = app.state.earlier ? data.earlier.filter((each) => isEarlier(each) && (focus === undefined || each.i === focus)) : [];
  if (!found.length) return [];
  const rows = found.map((each) => {
    const it = data.items[each.i];
    const basis = (data.bases[each.b] || [each.b])[0];
    return made("tr", {}, cell("td", it.m), made("th", { scope: "row" }, button(it.n, () => app.set({ focus: it.k }), { class: "walk" })), cell("td", each.t), cell("td", basis), cell("td", ...waysOf(each)));
  });
  return [table("earlier", say("earlier-twin", { count: found.length }), heads("number", "name", "earlier", "ground", "reasons"), rows)];
}
