// The presenter: first whether the last row can read, then one step after the other, each with its
// sentence where it covers nothing of what it speaks. Keys and clickers; no network, no storage.

const caption = made("section", { id: "caption", "aria-live": "polite", hidden: "" });
const notes = made("aside", { id: "notes", "aria-label": say("notes-title"), hidden: "" });
const check = made("section", { id: "check", "aria-label": say("check"), hidden: "" });
const black = button(say("black"), () => darken(false), { id: "black", hidden: "" });
const progress = made("div", { id: "steps", role: "toolbar", "aria-label": say("present"), hidden: "" });
let notesOpen = false;
let cameFrom = null;

// --- Steps -----------------------------------------------------------------------------------------

const order = ["check", ...data.steps.map((step) => step.k)];

// What the state is at a step: its view, and for a way the item that it begins with.
function patchOf(key) {
  const step = stepAt(key);
  if (!step) return { step: key, focus: "", answer: "", query: "", text: false };
  const [view, outer] = step.view.startsWith("rings-") ? ["rings", step.view.slice(6)] : [step.view, ""];
  const focus = step.way && step.items.length ? data.items[step.items[0]].k : "";
  return { step: key, view, outer, focus, answer: "", query: "", text: false };
}
const goToStep = (key) => key && app.set(patchOf(key));
const moveStep = (by) => goToStep(order[order.indexOf(app.state.step) + by]);
// Whether the step stands as it was made; else somebody looks closer at something.
const asMade = () => {
  const { focus, view } = patchOf(app.state.step);
  return app.state.focus === focus && (view === undefined || app.state.view === view);
};

function begin() {
  cameFrom = document.activeElement;
  openDrawer(false);
  goToStep(order[0]);
}

function leave() {
  notesOpen = false;
  darken(false);
  app.set({ step: "", focus: "" });
  (cameFrom && cameFrom.isConnected && cameFrom !== document.body ? cameFrom : presentButton).focus({ preventScroll: true });
}

// --- What is shown -----------------------------------------------------------------------------------

function showStep(after, before) {
  const { step } = after;
  root.classList.toggle("presenting", Boolean(step));
  root.classList.toggle("checking", step === "check");
  progress.hidden = !step;
  controls.hidden = Boolean(step);
  check.hidden = step !== "check";
  if (!step) {
    [caption, notes].forEach((each) => (each.hidden = true));
    root.classList.remove("speaking");
    return;
  }
  if (!before || before.step !== step) {
    // An address that tells the step alone shows it as it was made.
    const patch = patchOf(step);
    if (Object.entries(patch).some(([key, value]) => after[key] !== value)) return void queueMicrotask(() => goToStep(step));
    if (!progress.contains(document.activeElement)) document.activeElement.blur?.();
  }
  fillProgress();
  if (step === "check") fillCheck();
  root.classList.toggle("speaking", step === "check" || asMade());
  soon(speak);
}

// The sentence of the step, and for a way what its lines mean.
function speak() {
  const step = stepAt(app.state.step);
  caption.hidden = !step || !asMade() || app.state.text;
  notes.hidden = !step || !notesOpen;
  if (!step) return;
  const number = data.steps.indexOf(step) + 1;
  const kicker = made("p", { class: "kicker" }, say("step", { number, all: data.steps.length, title: step.title }));
  caption.replaceChildren(kicker, made("p", { class: "say" }, step.say));
  if (step.way) caption.append(meaning());
  if (!caption.hidden) {
    const rect = app.state.focus && app.panelRect();
    caption.classList.toggle("narrow", Boolean(rect) && rect[2] - rect[0] < NARROW);
    caption.style.removeProperty("--say");
    if (rect) putInto(caption, rect);
    else putFree(caption, [0.95, 0.8, 0.62, 0.46, 0.36, 0.28, 0.22].map((part) => part * now.scene.w));
  }
  if (notes.hidden) return;
  notes.replaceChildren(made("h2", {}, say("notes-title")), made("ul", {}, ...step.notes.map((note) => made("li", {}, note))));
  putFree(notes, [0.46, 0.36, 0.28].map((part) => part * now.scene.w));
}

// Put the caption where the panel would be, in letters that go in.
function putInto(element, [left, top, right, bottom]) {
  putAt(element, left, top, right - left);
  for (let size = 38; size > 20 && element.offsetHeight > (bottom - top) * now.scale; size -= 2) {
    element.style.setProperty("--say", `calc(${size} * var(--u))`);
  }
}

// The letters and styles of the lines that are drawn.
function meaning() {
  const lines = app.shown().lines.map((at) => data.lines[at]);
  const list = made("ul", { class: "meaning" });
  for (const basis of app.grades) {
    const there = lines.filter((line) => line.b === basis);
    if (!there.length) continue;
    const names = [...new Set(there.map(basisOf))].map(([name, mark]) => [letter(mark, name), name]).flat();
    list.append(made("li", {}, sample(basis), " ", ...names));
  }
  return list;
}

function fillProgress() {
  const at = order.indexOf(app.state.step);
  const step = stepAt(app.state.step);
  const title = step ? say("step", { number: at, all: data.steps.length, title: step.title }) : say("check");
  const last = at === order.length - 1;
  const held = progress.contains(document.activeElement) ? document.activeElement.id : "";
  progress.replaceChildren(
    made("span", { class: asMade() && step ? "unseen" : "title" }, title),
    button("←", () => moveStep(-1), { id: "step-back", "aria-label": say("back"), ...(at ? {} : { disabled: "" }) }),
    button("→", () => moveStep(1), { id: "step-next", "aria-label": say("next"), ...(last ? { disabled: "" } : {}) }),
    toggle(say("notes"), notesOpen, openNotes, { id: "step-notes" }),
    button(say("end"), leave, { id: "step-end" }),
  );
  if (held) (byId(held).disabled ? byId("step-end") : byId(held)).focus({ preventScroll: true });
}

function openNotes() {
  notesOpen = !notesOpen;
  fillProgress();
  speak();
}

// --- Before it begins --------------------------------------------------------------------------------

const SIZES = { large: [40, 32], medium: [32, 22], small: [26, 16] };

// Samples in the very sizes of the picture; the one that the last row reads is chosen.
function fillCheck() {
  const first = data.items.find((it) => it.t === "Vision") || data.items[0] || { n: data.title };
  const small = [...new Set(["Outcome", "RegionalIssue"].map((kind) => data.items.find((it) => it.t === kind)?.n))].filter(Boolean);
  const rows = ROOMS.map((room, at) => {
    const [key, other] = SIZES[room];
    const press = toggle("", app.state.room === room, () => app.set({ room }), { class: "sample-row", "data-room": room });
    const texts = [[key, `${first.m || ""} ${first.n}`], [other, small.join(" ・ ")]].map(([size, told]) => {
      const line = made("span", { class: "sample-text" }, told);
      line.style.fontSize = `calc(${size} * var(--u))`;
      return line;
    });
    press.append(made("b", {}, say(`room-${room}`), made("small", {}, String(at + 1))), made("span", {}, ...texts));
    return press;
  });
  const held = check.contains(document.activeElement) ? document.activeElement.dataset.room : "";
  const shut = button("×", leave, { class: "close", "aria-label": say("end") });
  check.replaceChildren(
    shut,
    made("p", { class: "kicker" }, say("check")),
    made("h2", {}, say("check-ask")),
    made("div", { class: "samples", role: "group", "aria-label": say("room") }, ...rows),
    made("p", { class: "hint" }, say("check-hint")),
    button(say("begin"), () => moveStep(1), { class: "begin", id: "begin" }),
  );
  if (held) check.querySelector(`[data-room="${held}"]`)?.focus();
}

function darken(on) {
  black.hidden = !on;
  if (on) black.focus();
}

// --- Keys, swipes --------------------------------------------------------------------------------------

const MOVES = {
  arrowright: () => moveStep(1),
  arrowleft: () => moveStep(-1),
  pagedown: () => moveStep(1),
  pageup: () => moveStep(-1),
  home: () => goToStep(order[0]),
  end: () => goToStep(order.at(-1)),
  n: openNotes,
  p: () => {},
};
// On a button these press it, and Enter an item of the picture too.
const PRESSES = { " ": "button, summary", enter: "button, summary, [role=button]" };

for (const key of [...Object.keys(MOVES), ...Object.keys(PRESSES), "1", "2", "3"]) {
  const other = letters.get(key);
  letters.set(key, (event) => {
    const { step } = app.state;
    if (!step || app.state.text) return other ? other(event) : false;
    if (!black.hidden) return darken(false);
    if (PRESSES[key]) return event.target.closest(PRESSES[key]) ? false : moveStep(1);
    if (MOVES[key]) return MOVES[key]();
    return step === "check" ? app.set({ room: ROOMS[Number(key) - 1] }) : false;
  });
}
for (const key of ["b", "."]) letters.set(key, () => (app.state.step ? darken(black.hidden) : false));
letters.set("p", () => (app.state.step ? false : begin()));
closes(85, () => !black.hidden && (darken(false), true));
closes(30, () => {
  if (!app.state.step) return false;
  if (asMade()) leave();
  else goToStep(app.state.step);
  return true;
});

// A swipe over the picture goes on or back.
let touched = null;
document.addEventListener("pointerdown", (event) => {
  const elsewhere = event.target.closest("button, dialog, aside, #twin");
  touched = event.pointerType === "touch" && !elsewhere ? [event.clientX, event.clientY] : null;
});
document.addEventListener("pointerup", (event) => {
  if (!touched || !app.state.step) return;
  const [x, y] = [event.clientX - touched[0], event.clientY - touched[1]];
  touched = null;
  if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) moveStep(x < 0 ? 1 : -1);
});

// --- The list of keys ------------------------------------------------------------------------------------

const helper = windowOf("help", say("help"));
const KEYS = [
  ["keys-stage", [["← ↑ → ↓", "arrows"], ["Enter", "enter"], ["1 2 3", "steps"], ["Esc", "escape"], ["/", "search"], ["V", "drawer"], ["T", "twin"], ["P", "present"], ["F", "full"], ["?", "help"]]],
  ["keys-present", [["→ PageDown Space", "next"], ["← PageUp", "back"], ["Home End", "first"], ["N", "notes"], ["B .", "black"], ["F", "full"], ["Esc", "leave"]]],
];

function openHelp() {
  if (helper.open) return;
  const columns = KEYS.map(([title, keys]) => {
    const rows = keys.flatMap(([key, what]) => [
      made("dt", {}, ...key.split(" ").map((each) => made("kbd", {}, each)).flatMap((each) => [each, " "])),
      made("dd", {}, say(`key-${what}`)),
    ]);
    return made("section", {}, made("h3", {}, say(title)), made("dl", {}, ...rows));
  });
  const choice = made("input", { type: "checkbox", id: "keys-off" });
  choice.checked = !lettersOn;
  choice.addEventListener("change", () => (lettersOn = !choice.checked));
  helper.querySelectorAll(":scope > :not(header)").forEach((each) => each.remove());
  helper.append(made("div", { class: "columns" }, ...columns), made("p", { class: "option" }, choice, " ", made("label", { for: "keys-off" }, say("keys-off"))));
  helper.showModal();
}
letters.set("?", openHelp);
const helpButton = button("？", openHelp, { "aria-haspopup": "dialog", "aria-label": say("help"), id: "open-help" });
const presentButton = button(say("present"), begin, { id: "open-present" });

// --- Put together ------------------------------------------------------------------------------------

strip();
controls.append(searchButton, drawerButton, twinButton, ...(data.steps.length ? [presentButton] : []), helpButton);
byId("bar").append(progress);
document.body.append(answerCard, caption, notes, check, black);
app.on(showStep);
// What was measured before its letters were there is measured again.
for (const [target, event] of [[window, "resize"], [document.fonts, "loadingdone"]]) {
  target.addEventListener(event, () => [showAnswer, speak, fitFooter].forEach(soon));
}
