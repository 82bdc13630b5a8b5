// The drawer: views, questions, and the legend, which is the filter. What is switched off stands in
// the state as "kind/Vision" or "basis/Matched"; what alone is to be shown as "only/theme/theme/1".

const drawer = byId("drawer");
// Kinds that people take for one layer; every other kind is a layer of its own.
const LAYERS = [
  ["future", ["FutureImage", "Vision"]],
  ["outcomes", ["OutcomeGroup", "Outcome"]],
  ["issues", ["RegionalIssue"]],
  ["actions", ["Project", "ProjectGoal", "Measure", "Action"]],
  ["themes", ["Theme"]],
  ["ideas", ["MandalaProject", "MandalaItem"]],
  ["people", ["Actor", "Body"]],
  ["resources", ["Place", "Resource"]],
  ["departments", ["Department"]],
  ["sdgs", ["Goal", "Target"]],
];

// --- Facets --------------------------------------------------------------------------------------

const ofKind = (kind) => data.items.flatMap((it, at) => (it.t === kind ? [at] : []));
const tagsOf = (it) => (it ? it.g || [] : []).map(([aspect]) => aspect);
const linked = (predicate, kinds) =>
  data.items.map((it, at) =>
    app.linesAt[at].flatMap((each) => {
      const line = data.lines[each];
      const ends = line.p === predicate && line.s === at ? [line.o, app.at.get(data.items[line.o].p)] : [];
      return ends.filter((end) => end !== undefined && kinds.includes(data.items[end].t)).map((end) => data.items[end].k);
    }).concat(kinds[0] === it.t ? [it.k] : []),
  );

// Each facet, once it is asked for: {key, values: [[value, name]], of: the values of each item}; an item of a kind that
// has none of its values is left alone by it.
const facets = once(() => facetsOf([
  {
    key: "project",
    values: ofKind("Project").map((at) => [data.items[at].k, data.items[at].s || data.items[at].n]),
    of: data.items.map((it) => (it.t === "Project" ? [it.k] : it.j ? [it.j] : [])),
  },
  {
    key: "theme",
    values: ofKind("Theme").map((at) => [data.items[at].k, data.items[at].s || data.items[at].n]),
    of: linked("inTheme", ["Theme"]),
  },
  {
    key: "aspect",
    values: Object.entries(data.aspects).map(([aspect, pair]) => [aspect, pair[1], pair[0]]),
    of: data.items.map((it) => [...new Set([...tagsOf(it), ...tagsOf(data.items[app.at.get(it.j)])])]),
  },
  {
    key: "sdg",
    values: ofKind("Goal").map((at) => [data.items[at].k, named(data.items[at])]),
    of: linked("contributesTo", ["Goal"]),
  },
  {
    key: "year",
    values: [...new Set(data.items.flatMap((it) => (it.f || []).map((fact) => fact[3])))]
      .filter(Boolean)
      .sort((a, b) => b - a)
      .map((year) => [String(year), say("fiscal", { year })]),
    of: data.items.map((it) => [...new Set((it.f || []).map((fact) => String(fact[3])))]),
  },
]));
const facetsOf = (all) =>
  all
    .filter((facet) => facet.values.length > 1 && facet.of.some((values) => values.length))
    .map((facet) => ({ ...facet, kinds: new Set(data.items.flatMap((it, at) => (facet.of[at].length ? [it.t] : []))) }));

const chosenOf = (key) => {
  const head = `only/${key}/`;
  return app.state.off.filter((each) => each.startsWith(head)).map((each) => each.slice(head.length));
};
const passes = (facet, item, chosen) =>
  !chosen.length || !facet.kinds.has(data.items[item].t) || facet.of[item].some((value) => chosen.includes(value));

// What is chosen, by facet, and which bases are off: read once for each state of the filter.
let filterRead = { off: null };
function filter() {
  const { off } = app.state;
  if (filterRead.off !== off) {
    const some = off.some((each) => each.startsWith("only/"));
    const chosen = some ? facets().map((facet) => [facet, chosenOf(facet.key)]).filter(([, values]) => values.length) : [];
    filterRead = { off, chosen, bases: off.filter((each) => each.startsWith("basis/")).map((each) => each.slice(6)) };
  }
  return filterRead;
}
app.itemFilters.push((item) => filter().chosen.every(([facet, values]) => passes(facet, item, values)));
// A derived line goes with what it rests on.
app.lineFilters.push((at) => {
  const gone = filter().bases;
  return !gone.length || directOf(at, new Set()).every((each) => !gone.includes(data.lines[each].b));
});

// --- Switching -------------------------------------------------------------------------------------

const layersThere = () => {
  const there = [...new Set(data.items.map((it) => it.t))];
  const told = new Set(LAYERS.flatMap(([, kinds]) => kinds));
  const others = there.filter((kind) => !told.has(kind)).map((kind) => [kind, [kind], data.kinds[kind] || kind]);
  return [...LAYERS.map(([key, kinds]) => [key, kinds, say(`layer-${key}`)]), ...others].filter(([, kinds]) => kinds.some((kind) => there.includes(kind)));
};

function switched(keys, on) {
  const off = app.state.off.filter((each) => !keys.includes(each));
  app.set({ off: on ? off : [...off, ...keys] });
}

const basisOn = (basis) => !app.state.off.includes(`basis/${basis}`) && (basis === "Derived" || rank(basis) <= rank(app.state.basis));

function switchBasis(basis) {
  if (basisOn(basis) || rank(basis) <= rank(app.state.basis)) return switched([`basis/${basis}`], !basisOn(basis));
  const between = app.grades.slice(rank(app.state.basis) + 1, rank(basis)).map((each) => `basis/${each}`);
  const off = app.state.off.filter((each) => each !== `basis/${basis}`);
  return app.set({ basis, off: [...off, ...between] });
}

const reset = () => app.set({ off: [], basis: USUAL.basis });

// --- Counting --------------------------------------------------------------------------------------

// What is counted: actions, or in a graph without any, everything.
const counting = ofKind("Action").length ? ofKind("Action") : data.items.map((it, at) => at);
const countedKind = ofKind("Action").length ? data.kinds.Action : "";

const leftWith = (facet, value) =>
  counting.filter(
    (item) =>
      !app.state.off.includes(`kind/${data.items[item].t}`) &&
      facets().every((each) => passes(each, item, each === facet ? [value] : chosenOf(each.key))),
  ).length;

function filtersTold() {
  if (!app.state.off.length && app.state.basis === USUAL.basis) return [];
  const told = ["Derived", ...app.grades]
    .filter((basis) => !basisOn(basis) && data.lines.some((line) => (basis === "Derived" ? line.d : line.b === basis)))
    .map((basis) => say("without", { name: data.bases[basis][0] }));
  for (const [, kinds, name] of layersThere()) {
    if (kinds.some((kind) => app.state.off.includes(`kind/${kind}`))) told.push(say("without", { name }));
  }
  for (const facet of facets()) {
    const chosen = chosenOf(facet.key);
    const names = facet.values.filter(([value]) => chosen.includes(value)).map(([, name]) => name);
    if (names.length) told.push(`${say(facet.key)} ${names.join("・")}`);
  }
  return told;
}

// --- The drawer ------------------------------------------------------------------------------------

const part = (title, ...inside) => made("section", {}, made("h3", {}, title), ...inside);
const row = (title, ...buttons) => made("div", { class: "chips", role: "group", "aria-label": title }, ...buttons);
const withCount = (told, count) => {
  const inner = document.createDocumentFragment();
  inner.append(told, " ", made("b", { class: "count" }, String(count)));
  return inner;
};

const choices = (name, values, key = name) =>
  part(
    say(key),
    row(say(key), ...values.map((value) => toggle(say(`${key === "theme-of-day" ? "theme" : key}-${value}`), app.state[name] === value, () => app.set({ [name]: value }), { "data-choice": `${name}/${value}` }))),
  );

const viewName = (view) => (data.words[`view-${view}`] ? say(`view-${view}`) : view);

function viewsPart() {
  const views = app.views.map((view) =>
    toggle(viewName(view), app.state.view === view, () => app.set({ view, step: "" }), { "data-choice": `view/${view}` }),
  );
  const rings = app.state.view === "rings" && app.outers.length ? [choices("outer", ["", ...app.outers])] : [];
  return [part(say("view"), row(say("view"), ...views)), ...rings];
}

function basisPart() {
  const rows = ["Stated", "Matched", "Estimated", "Proposed", "Derived"].flatMap((basis) => {
    const lines = data.lines.flatMap((line, at) => ((basis === "Derived" ? line.d : !line.d && line.b === basis) ? [at] : []));
    if (!lines.length) return [];
    const [name, mark, legend] = data.bases[basis];
    const lit = lines.filter((at) => app.shows(data.lines[at].s) && app.shows(data.lines[at].o)).length;
    const press = toggle("", basisOn(basis), () => switchBasis(basis), { class: "basis", "data-off": `basis/${basis}` });
    press.append(letter(mark, name), basis === "Derived" ? "" : sample(basis), made("b", {}, name), made("span", { class: "count" }, say("lines", { count: lit })), made("span", { class: "small" }, legend));
    return [press];
  });
  return rows.length ? [part(say("basis"), made("div", { class: "stack", role: "group", "aria-label": say("basis") }, ...rows))] : [];
}

function facetsPart() {
  return facets().map((facet) => {
    const chosen = chosenOf(facet.key);
    const chips = facet.values.map(([value, name, mark]) => {
      const key = `only/${facet.key}/${value}`;
      const on = chosen.includes(value);
      const press = toggle("", on, () => switched([key], on), { "data-off": key });
      if (mark) press.append(made("span", { class: `aspect ${value.toLowerCase()}`, "aria-hidden": "true" }, mark), " ");
      press.append(withCount(name, leftWith(facet, value)));
      return press;
    });
    return part(say(facet.key), row(say(facet.key), ...chips));
  });
}

function layersPart() {
  const chips = layersThere().map(([key, kinds, name]) => {
    const keys = kinds.map((kind) => `kind/${kind}`);
    const on = !keys.some((each) => app.state.off.includes(each));
    const count = data.items.filter((it, at) => kinds.includes(it.t) && app.itemFilters.every((each) => each(at))).length;
    return toggle(withCount(name, count), on, () => switched(keys, !on), { "data-off": `layer/${key}` });
  });
  return [part(say("layer"), row(say("layer"), ...chips))];
}

function questionsPart() {
  return Object.keys(QUESTIONS).flatMap((kind) => {
    const chips = ofKind(kind).filter(asks).map((item) => {
      const it = data.items[item];
      return toggle(it.m || it.s || it.n, app.state.answer === it.k, () => ask(item), { "aria-label": called(it), "data-ask": it.k, title: named(it) });
    });
    return chips.length ? [part(say(`ask-${kind}`), row(say(`ask-${kind}`), ...chips))] : [];
  });
}

function screenPart() {
  const full = document.documentElement.requestFullscreen ? [button(say("full"), fullScreen)] : [];
  return [
    choices("room", ROOMS),
    choices("theme", ["", "light", "dark"], "theme-of-day"),
    made("div", { class: "chips" }, ...full, button(say("print"), () => window.print())),
  ];
}

function fillDrawer() {
  if (drawer.hidden) return;
  const held = document.activeElement && drawer.contains(document.activeElement) ? document.activeElement : null;
  const spot = held ? [...drawer.querySelectorAll("button")].indexOf(held) : -1;
  const alike = held && ["data-off", "data-choice", "data-ask"].map((name) => held.getAttribute(name) && `[${name}="${CSS.escape(held.getAttribute(name))}"]`).find(Boolean);
  const { scrollTop } = drawer;
  const shut = button("×", () => openDrawer(false), { class: "close", "aria-label": say("close") });
  const left = counting.filter((item) => app.shows(item)).length;
  const told = say("left", { kind: countedKind, count: left, all: counting.length });
  const note = made("p", { class: "small" }, say("legend-note", { kind: countedKind }));
  const back = filtersTold().length ? [button(say("reset"), reset, { class: "reset" })] : [];
  drawer.replaceChildren(
    made("header", {}, made("h2", {}, say("legend-title")), shut),
    ...viewsPart(),
    ...basisPart(),
    made("div", { class: "left" }, made("p", { role: "status", id: "left" }, told), ...back),
    note,
    ...facetsPart(),
    ...layersPart(),
    ...earlierPart(),
    ...questionsPart(),
    ...screenPart(),
  );
  drawer.scrollTop = scrollTop;
  if (held) (drawer.querySelector(alike || "none") || drawer.querySelectorAll("button")[spot] || drawer).focus({ preventScroll: true });
}

function openDrawer(open) {
  drawer.hidden = !open;
  drawerButton.setAttribute("aria-expanded", String(open));
  if (open) {
    fillDrawer();
    drawer.focus({ preventScroll: true });
  } else {
    if (drawer.contains(document.activeElement)) drawerButton.focus();
    drawer.replaceChildren();
  }
  // What stood where the drawer is finds another place.
  soon(showAnswer);
  soon(speak);
}

drawer.hidden = true;
drawer.tabIndex = -1;
drawer.setAttribute("aria-label", say("legend-title"));
const drawerButton = button(say("drawer"), () => openDrawer(drawer.hidden), { "aria-expanded": "false", "aria-controls": "drawer", id: "open-drawer" });
letters.set("v", () => openDrawer(drawer.hidden));
closes(50, () => !drawer.hidden && (openDrawer(false), true));
app.on(({ answer, query, step }) => {
  fillDrawer();
  const found = answered && !answer && !query && !step;
  tellFilters(filtersTold(), found ? say("highlighted", { count: data.highlight.length }) : "");
});

function fullScreen() {
  const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
  if (done) done.catch(() => {});
}
letters.set("f", fullScreen);
document.addEventListener("fullscreenchange", () => root.classList.toggle("full", Boolean(document.fullscreenElement)));
