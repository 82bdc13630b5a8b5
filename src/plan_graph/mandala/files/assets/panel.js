// The panel: all that is known of the pinned item, and of every line at it why it is there.

const panel = byId("panel");
// Up to so many lines are told whole; of more, the reasons open one by one.
const WHOLE = 14;

function fillPanel(after, before) {
  const item = app.at.get(after.focus);
  panel.hidden = item === undefined;
  if (item === undefined) return void panel.replaceChildren();
  const it = data.items[item];
  const all = app.linesAt[item];
  const lines = all.filter(app.allows);
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", `${say("panel")}${say("colon")}${called(it)}`);
  panel.tabIndex = 0;
  const shut = button("×", () => app.set({ focus: "" }), { class: "close", "aria-label": say("close") });
  panel.replaceChildren(
    made("header", {}, made("p", { class: "kicker" }, data.kinds[it.t] || it.t), headOf(it), shut),
    ...aboutOf(it),
    ...pageOf(item),
  );
  // The picture answers first; the reasons follow as a task of their own.
  const other = !before || before.focus !== after.focus;
  window.setTimeout(() => {
    if (app.state !== after) return;
    if (other) panel.scrollTop = 0;
    panel.append(
      ...askedOf(item),
      ...notesOf(it),
      ...factsOf(it),
      ...earlierIn(item),
      ...groupsOf(item, lines),
      ...restOf(item, lines.length, all.length - lines.length),
    );
  });
  if (other) tell(say("selected", { name: called(it), count: lines.length }));
}

const headOf = (it) => {
  const head = made("h2");
  if (it.m) head.append(made("span", { class: "mark" }, it.m), " ");
  head.append(it.n);
  return head;
};

function aboutOf(it) {
  const also = [data.lang === "en" ? "" : it.r, data.lang === "en" ? "" : it.e].filter(Boolean).join(" ・ ");
  return [
    ...(it.a ? [made("p", { class: "about" }, it.a)] : []),
    ...(also ? [made("p", { class: "small" }, also)] : []),
  ];
}

// A server has a page for each element; a file that travels alone has none.
const pageOf = (item) =>
  data.pages && data.pages[item]
    ? [made("p", { class: "own-page" }, made("a", { class: "walk", href: data.pages[item] }, say("own-page")))]
    : [];

// What must stand beside a vision that no document leads to.
const notesOf = (it) => {
  const head = say("note-on", { name: named(it), note: "" });
  return data.notes.filter((note) => note.startsWith(head)).map((note) => made("p", { class: "note" }, note.slice(head.length)));
};

const askedOf = (item) =>
  asks(item) ? [button(say(`ask-${data.items[item].t}`), () => ask(item), { class: "question" })] : [];

// 実績/目標 with the mark the city gave, then where its reason stands and what is odd.
function factsOf(it) {
  if (!it.f) return [];
  const list = made("ul", { class: "facts" });
  for (const [label, told, status] of it.f) {
    const mark = data.words[`mark-${status}`] || "";
    const [values, ...notes] = told.split("\n");
    const sign = mark ? [made("span", { class: `status ${status}`, role: "img", "aria-label": say("status", { mark }) }, mark)] : [];
    list.append(
      made(
        "li",
        {},
        ...sign,
        made("div", {}, made("p", { class: "label" }, label), made("p", { class: "value" }, values), ...notes.map((note) => made("p", { class: "small" }, note))),
      ),
    );
  }
  return [made("h3", {}, say("facts")), list];
}

// Every line grouped by its relation, in the order of the relations; the strongest ground first.
function groupsOf(item, lines) {
  const order = Object.keys(data.relations);
  const groups = new Map();
  for (const at of lines) {
    const line = data.lines[at];
    const forth = line.s === item ? 0 : 1;
    const key = `${forth}${String(order.indexOf(line.p)).padStart(3, "0")}${relationAt(line, item)}`;
    groups.set(key, [...(groups.get(key) || []), at]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => {
    const told = [...members].sort((a, b) => compared(data.lines[a], data.lines[b], item));
    const list = made("ul", { class: "links" }, ...told.map((at) => linkOf(at, item, lines.length <= WHOLE)));
    return made("section", {}, made("h3", {}, relationAt(data.lines[members[0]], item)), list);
  });
}

const compared = (a, b, item) =>
  rank(a.b) - rank(b.b) || (a.d || 0) - (b.d || 0) || otherEnd(a, item) - otherEnd(b, item);

function linkOf(at, item, whole) {
  const line = data.lines[at];
  const [basis] = basisOf(line);
  const grounds = groundsOf(at);
  const said = made("div", {}, itemButton(otherEnd(line, item)), made("p", { class: "sentence" }, line.t || ""));
  if (whole) said.append(...grounds);
  else said.append(made("details", {}, made("summary", {}, say("reasons")), ...grounds));
  return made("li", { "data-line": at }, letter(line.x, basis), said);
}

// Why a line is there: its reasons with source and place, the way of a derived one, who has looked.
function groundsOf(at) {
  const line = data.lines[at];
  const told = (line.y || []).map((reason) => made("p", { class: "small" }, reason));
  if (line.d) told.push(wayOf(at));
  if (line.q) told.push(made("p", { class: "small confirmed" }, line.q));
  return told;
}

// What a derived line rests on, step by step; every name of it can be gone to.
function wayOf(at) {
  const way = made("p", { class: "small way" }, say("way"), say("colon"));
  let last = -1;
  for (const each of directOf(at, new Set())) {
    const line = data.lines[each];
    const [name] = basisOf(line);
    if (line.s !== last) way.append(last < 0 ? "" : " / ", itemButton(line.s));
    way.append(" ", letter(line.x, name), " ", itemButton(line.o));
    last = line.o;
  }
  const weak = data.bases[data.lines[at].b];
  if (weak) way.append(made("span", { class: "weakest" }, say("weakest", { basis: weak[0] })));
  return way;
}

// The direct lines under a line, in the order of the way.
function directOf(at, seen) {
  if (seen.has(at)) return [];
  seen.add(at);
  const { d, r } = data.lines[at];
  return d && r ? r.flatMap((rest) => directOf(rest, seen)) : [at];
}

function restOf(item, count, filtered) {
  const { hidden: more } = app.shown();
  const told = [];
  if (!count && data.items[item].t !== "FutureImage" && !notesOf(data.items[item]).length) told.push(say("no-lines"));
  if (filtered) told.push(say("filtered-lines", { count: filtered }));
  if (more) told.push(say("not-drawn", { count: more }));
  const reach = made("p", { class: "reach", role: "group", "aria-label": say("reach") }, made("span", {}, say("reach")));
  for (const steps of [1, 2, 3]) {
    reach.append(toggle(say("reach-one", { count: steps }), app.state.steps === steps, () => app.set({ steps })));
  }
  return [...told.map((each) => made("p", { class: "small" }, each)), reach];
}

app.on(fillPanel);
