// The three questions: what lights up on the picture, and the answer as a sentence. Pairs are
// counted by the strongest ground of each; what a workshop proposed answers nothing.

const QUESTIONS = { Vision: "serves", RegionalIssue: "addresses", Department: "responsible" };
const DOCUMENTS = 1;

// The lines at *item* by *predicate* to or from an item of *kind*, as far as the filters let them.
function pairsOf(item, predicate, kind, forth) {
  const best = new Map();
  for (const at of app.linesAt[item]) {
    const line = data.lines[at];
    const end = forth ? line.o : line.s;
    if (line.p !== predicate || (forth ? line.s : line.o) !== item || data.items[end].t !== kind) continue;
    if (line.b === "Proposed" || !app.allows(at)) continue;
    const known = best.get(end);
    const through = Boolean(line.w) && (known ? known.through : true);
    if (!known || rank(line.b) < rank(known.basis)) best.set(end, { end, basis: line.b, through, at });
    else known.through = through;
  }
  return [...best.values()];
}

// Whether an item has a question that its kind answers.
const asks = (item) => {
  const it = data.items[item];
  if (!QUESTIONS[it.t]) return false;
  return it.t !== "Department" || app.linesAt[item].some((at) => data.lines[at].p === "responsible");
};

// What is answered of *item*: {question, sentence, groups, note, items}, or null.
function answerOf(item) {
  const it = data.items[item];
  if (!asks(item)) return null;
  const told = it.t === "Department" ? ofDepartment(item) : ofActions(item, QUESTIONS[it.t]);
  const read = told.groups.some((group) => rank(group.basis) > DOCUMENTS);
  const note = told.plain || !read ? "" : say("estimated-note");
  return { question: say(`ask-${it.t}`), note, ...told, items: new Set([item, ...told.items]) };
}

const calledInSentence = (item) => {
  const it = data.items[item];
  const kind = it.t === "Department" ? "" : data.kinds[it.t] || "";
  return data.lang === "ja" ? `${kind}${it.m}「${it.n}」` : `${kind} ${it.m} “${it.n}”`.trim().replace("  ", " ");
};

// Groups of what was found, the strongest ground first: {basis, count, members}.
function grouped(pairs) {
  return app.grades.flatMap((basis) => {
    const members = pairs.filter((pair) => pair.basis === basis);
    return members.length ? [{ basis, count: members.length, members }] : [];
  });
}
const countsOf = (groups, key) =>
  listing(groups.map(({ basis, count }) => say(key, { basis: data.bases[basis][0], count })));
const looksAtEstimates = () => rank(app.state.basis) >= rank("Estimated") && !app.state.off.includes("basis/Estimated");
const inOrder = (items) => [...items].sort((a, b) => a - b);

function ofActions(item, predicate) {
  const pairs = pairsOf(item, predicate, "Action", false);
  const groups = grouped(pairs).map((group) => ({ ...group, items: inOrder(group.members.map((pair) => pair.end)) }));
  const name = calledInSentence(item);
  const count = pairs.length;
  const items = pairs.map((pair) => pair.end);
  if (!groups.some(({ basis }) => rank(basis) <= DOCUMENTS)) {
    const key = looksAtEstimates() ? "answer-none" : "answer-none-in-view";
    return { sentence: say(key, { name, count }), groups, items, plain: true };
  }
  const through = pairs.filter((pair) => pair.through).length;
  const counts = [countsOf(groups, "counted"), ...(through ? [say("only-through", { count: through })] : [])].join(say("semicolon"));
  return { sentence: say(`answer-${data.items[item].t}`, { name, count, counts }), groups, items };
}

function ofDepartment(item) {
  const actions = pairsOf(item, "responsible", "Action", false).map((pair) => pair.end);
  const pairs = actions.flatMap((action) =>
    pairsOf(action, "serves", "Vision", true).map((pair) => ({ ...pair, action })),
  );
  const groups = grouped(pairs).map((group) => ({
    ...group,
    items: inOrder(new Set(group.members.map((pair) => pair.end))),
    from: inOrder(new Set(group.members.map((pair) => pair.action))),
  }));
  const firm = groups.filter(({ basis }) => rank(basis) <= DOCUMENTS);
  const estimated = pairs.length - firm.reduce((sum, group) => sum + group.count, 0);
  const visionsIn = (some) =>
    listing(inOrder(new Set(some.flatMap((group) => group.items))).map((vision) => data.items[vision].m || data.items[vision].n));
  const values = {
    name: calledInSentence(item),
    count: actions.length,
    visions: visionsIn(firm),
    counts: countsOf(firm, "pairs"),
    others: visionsIn(groups.filter((group) => !firm.includes(group))),
    estimated,
  };
  const items = [...actions, ...pairs.map((pair) => pair.end)];
  if (firm.length) {
    const more = estimated ? say("answer-Department-more", values) : "";
    return { sentence: say("answer-Department", values) + more, groups, items, plain: true };
  }
  const key = looksAtEstimates() ? "answer-Department-none" : "answer-Department-none-in-view";
  return { sentence: say(key, values), groups, items, plain: true };
}

// --- What is lit -------------------------------------------------------------------------------

const stepAt = (key) => data.steps.find((step) => step.k === key);

// Whether the page was made to show the answer to a question.
let answered = data.highlight.length > 0;

// The items that the step, the answer, the search or the question on the page lights; null for all.
function litBy({ step, answer, query }) {
  const standing = stepAt(step);
  if (standing) return standing.way ? null : new Set(standing.items);
  const asked = app.at.has(answer) ? answerOf(app.at.get(answer)) : null;
  if (asked) return asked.items;
  const hits = query.trim() ? hitsFor(query).map((hit) => hit.item) : [];
  if (hits.length) return new Set(hits);
  return answered ? new Set(data.highlight) : null;
}
app.on((after) => {
  app.match = litBy(after);
});

// --- The card of the answer ----------------------------------------------------------------------

const answerCard = made("section", { id: "answer", tabindex: -1, "aria-label": say("answer"), hidden: "" });

// Ask the question of *item*: the picture lights the answer, the keyboard follows to it.
function ask(item) {
  // In rows an item stands many times: the answer is shown where each stands once.
  const rows = !["mandala", "rings"].includes(app.state.view) && app.views.includes("mandala");
  app.set({ answer: data.items[item].k, focus: "", step: "", ...(rows ? { view: "mandala" } : {}) });
  soon(() => answerCard.focus({ preventScroll: true }));
}

function showAnswer() {
  const { answer, focus, step } = app.state;
  const told = app.at.has(answer) && !focus && !step ? answerOf(app.at.get(answer)) : null;
  answerCard.hidden = !told;
  if (!told) return;
  const rows = told.groups.map((group) => {
    const list = made("p", { class: "group" }, letter(data.bases[group.basis][1], data.bases[group.basis][0]), sample(group.basis));
    const chips = group.items.map((item) => itemButton(item, data.items[item].m || data.items[item].s || data.items[item].n));
    const from = (group.from || []).map((item) => itemButton(item, data.items[item].m || data.items[item].n));
    chips.concat(from.length ? ["←", ...from] : []).forEach((chip) => list.append(chip, " "));
    list.querySelectorAll(".walk").forEach((chip) => {
      const it = data.items[chip.dataset.to];
      chip.setAttribute("aria-label", called(it));
      chip.title = named(it);
    });
    return list;
  });
  const shut = button("×", () => app.set({ answer: "" }), { class: "close", "aria-label": say("close") });
  const note = told.note ? [made("p", { class: "small" }, told.note)] : [];
  answerCard.replaceChildren(shut, made("p", { class: "kicker" }, told.question), made("p", { class: "sentence" }, told.sentence), ...rows, ...note);
  tell(told.sentence);
  putFree(answerCard, [0.92, 0.72, 0.5, 0.36, 0.28].map((part) => part * now.scene.w));
}
closes(20, () => Boolean(app.state.answer && !app.state.focus && !app.state.step) && (app.set({ answer: "" }), true));
closes(10, () => {
  if (!answered || app.state.focus || app.state.step) return false;
  answered = false;
  app.match = litBy(app.state);
  tellFilters(filtersTold(), "");
  app.render();
  return true;
});
app.on(() => soon(showAnswer));
