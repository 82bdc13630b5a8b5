// The text twin: what the picture shows now, as a table in the order of the picture.

const twin = byId("twin");
twin.replaceChildren();
twin.setAttribute("aria-label", say("twin-title"));
let leftFrom = null;

const cell = (name, ...inside) => made(name, {}, ...inside);
const heads = (...keys) => made("thead", {}, made("tr", {}, ...keys.map((key) => made("th", { scope: "col" }, say(key)))));
const table = (name, caption, head, rows) => made("table", { class: name }, made("caption", {}, caption), head, made("tbody", {}, ...rows));

// The items that stand out now, the pinned one first; without any, all that the view has.
function shownNow() {
  const focus = app.at.get(app.state.focus);
  const { items } = app.shown();
  if (focus !== undefined || items.length) return { items: [...(focus === undefined ? [] : [focus]), ...inOrder(items)], lit: true };
  if (app.match) return { items: inOrder(app.match).filter((item) => app.shows(item)), lit: true };
  return { items: inOrder(new Set((now.standing || []).map((node) => node.item))).filter((item) => app.shows(item)), lit: false };
}

function itemsTable(items, caption) {
  const among = new Set(items);
  const rows = items.map((item) => {
    const it = data.items[item];
    const parent = data.items[app.at.get(it.p)];
    const groups = new Map();
    for (const at of app.linesAt[item]) {
      const line = data.lines[at];
      const end = otherEnd(line, item);
      if (!app.allows(at) || (app.match && !among.has(end) && app.state.answer)) continue;
      const key = relationAt(line, item);
      groups.set(key, [...(groups.get(key) || []), say("link", { name: named(data.items[end]), basis: basisOf(line)[0] })]);
    }
    const links = [...groups].map(([relation, names]) => made("li", {}, relation, say("colon"), listing(names)));
    const head = made("th", { scope: "row" }, button(it.n, () => app.set({ focus: it.k }), { class: "walk" }));
    return made("tr", {}, cell("td", it.m), head, cell("td", data.kinds[it.t] || it.t), cell("td", parent ? named(parent) : ""), cell("td", ...(links.length ? [made("ul", {}, ...links)] : [])));
  });
  return table("items", caption, heads("number", "name", "kind", "parent", "links"), rows);
}

function linesTable(item) {
  const lines = app.linesAt[item].filter(app.allows).sort((a, b) => compared(data.lines[a], data.lines[b], item));
  const rows = lines.map((at) => {
    const line = data.lines[at];
    const reasons = (line.y || []).map((reason) => made("p", {}, reason));
    return made("tr", {}, made("th", { scope: "row" }, line.t || ""), cell("td", basisOf(line)[0]), cell("td", ...reasons), cell("td", line.q || ""));
  });
  return table("lines", say("twin-lines", { name: named(data.items[item]), count: lines.length }), heads("sentence", "ground", "reasons", "confirmed"), rows);
}

function fillTwin() {
  const { items, lit } = shownNow();
  const count = items.length;
  const caption = lit ? say("twin-lit", { count }) : say("twin-all", { view: viewName(app.state.view), count });
  const focus = app.at.get(app.state.focus);
  const asked = app.at.has(app.state.answer) && focus === undefined ? answerOf(app.at.get(app.state.answer)) : null;
  const step = stepAt(app.state.step);
  const filters = filtersTold();
  const told = [data.goal, step && step.say, asked && asked.sentence, asked && asked.note, filters.length && say("filtered", { filters: listing(filters) })];
  const facts = focus === undefined ? [] : factsOf(data.items[focus]);
  const shut = button("×", () => app.set({ text: false }), { class: "close", "aria-label": say("close") });
  twin.replaceChildren(
    made("header", {}, made("h2", { tabindex: -1, id: "twin-title" }, say("twin-title")), shut),
    ...told.filter(Boolean).map((each) => made("p", {}, each)),
    ...facts,
    ...(focus === undefined ? [] : [linesTable(focus)]),
    ...earlierTable(focus),
    itemsTable(items, caption),
    made("div", { class: "small" }, ...[...data.footer, ...data.notes].map((each) => made("p", {}, each))),
  );
}

// Show or hide the table; what lies behind it cannot be reached meanwhile.
function showTwin(after, before) {
  const was = Boolean(before && before.text);
  for (const each of [stage, byId("bar"), panel, drawer, answerCard]) each.inert = after.text;
  if (after.text) {
    soon(() => {
      fillTwin();
      if (!was) {
        leftFrom = document.activeElement === document.body ? null : leftFrom;
        twin.scrollTop = 0;
      }
      if (!was || !twin.contains(document.activeElement)) byId("twin-title").focus({ preventScroll: true });
    });
  } else if (was) {
    twin.replaceChildren();
    (leftFrom && leftFrom.isConnected ? leftFrom : twinButton).focus({ preventScroll: true });
    leftFrom = null;
  }
}

function openTwin() {
  leftFrom = document.activeElement;
  app.set({ text: !app.state.text });
}
const twinButton = button(say("twin"), openTwin, { id: "open-twin" });
letters.set("t", openTwin);
closes(80, () => app.state.text && (app.set({ text: false }), true));
app.on(showTwin);
// Paper has the picture, its footer and the table.
window.addEventListener("beforeprint", fillTwin);
window.addEventListener("afterprint", () => app.state.text || twin.replaceChildren());
