// What the parts of the side share: words, buttons, letters of a basis, what is spoken to those who
// do not see the picture, what closes on Escape, and free places on the stage.

// Words of the catalogue, with the names in braces filled in.
const say = (key, values = {}) =>
  (data.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
const listing = (names) => names.join(say("comma"));
const byId = (id) => document.getElementById(id);

function button(told, press, attributes = {}) {
  const element = made("button", { type: "button", ...attributes }, told);
  element.addEventListener("click", press);
  return element;
}

// A button that is on or off.
const toggle = (told, on, press, attributes = {}) =>
  button(told, press, { "aria-pressed": String(Boolean(on)), ...attributes });

// Call *act* before the next picture is drawn, when the stage has come to the new state; once.
const waiting = new Set();
function soon(act) {
  if (!waiting.size) window.requestAnimationFrame(() => {
    const due = [...waiting];
    waiting.clear();
    due.forEach((each) => each());
  });
  waiting.add(act);
}

// A value that is made when it is first asked for.
function once(make) {
  let value;
  return () => (value ??= make());
}

// --- Lines -----------------------------------------------------------------------------------

const otherEnd = (line, item) => (line.s === item ? line.o : line.s);

// The relation of a line as it reads at *item*.
function relationAt(line, item) {
  const pair = data.relations[line.p];
  const kind = data.items[otherEnd(line, item)].t;
  return pair ? pair[line.s === item ? 0 : 1].replace("{kind}", data.kinds[kind] || kind) : line.p;
}

const basisOf = (line) => data.bases[line.d ? "Derived" : line.b] || [line.b, line.x || "", ""];

// The letter of a basis in its ring, named for those who hear it.
function letter(mark, name) {
  return made("span", { class: "letter", role: "img", "aria-label": name, title: name }, mark || "");
}

// A piece of a line in the style of a basis.
function sample(basis) {
  const dash = (data.dashes[basis] || "").split(" ").filter(Boolean).map((part) => Number(part) * 6);
  const wire = drawn("path", { class: "wire", d: "M4 9H68", "stroke-width": 6 });
  if (dash.length) wire.setAttribute("stroke-dasharray", dash.join(" "));
  if (dash.length && dash[0] < 6) wire.setAttribute("stroke-linecap", "round");
  return drawn("svg", { class: `sample basis-${basis}`, viewBox: "0 0 72 18", "aria-hidden": "true" }, wire);
}

// A name that leads to its item.
const itemButton = (item, told = named(data.items[item])) =>
  button(told, () => goTo(item), { class: "walk", "data-to": item });

// Pin *item*, and let the keyboard follow to the panel.
function goTo(item) {
  app.set({ focus: data.items[item].k, text: false });
  soon(() => byId("panel").focus({ preventScroll: true }));
}

// --- Heard, closed ---------------------------------------------------------------------------

const heard = made("p", { class: "unseen", role: "status", id: "heard" });
// Tell those who do not see the picture; what was told is said again only when it changes.
function tell(told) {
  if (heard.textContent !== told) heard.textContent = told;
}

// What Escape closes, the uppermost first: each returns true if it was open.
const closers = [];
const closes = (height, close) => {
  closers.push({ height, close });
  closers.sort((a, b) => b.height - a.height);
};

// Keys of the side: a letter to what it does; each may be switched off as a whole.
const letters = new Map();
let lettersOn = true;
document.addEventListener(
  "keydown",
  (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === "Escape") {
      if (!closers.some(({ close }) => close())) return;
    } else {
      if (typing(event.target) || document.querySelector("dialog[open]")) return;
      const single = event.key.length === 1 && event.key !== " ";
      if (single && !lettersOn) return void event.stopImmediatePropagation();
      const act = letters.get(event.key.toLowerCase());
      if (!act || act(event) === false) return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

// A window over the page, with its heading and the way to close it.
function windowOf(id, title) {
  const head = made("h2", { id: `${id}-title`, tabindex: -1, autofocus: "" }, title);
  const shut = button("×", () => dialog.close(), { class: "close", "aria-label": say("close") });
  const dialog = made("dialog", { id, "aria-labelledby": `${id}-title` }, made("header", {}, head, shut));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  closes(90, () => dialog.open && (dialog.close(), true));
  return dialog;
}

// --- Free places -----------------------------------------------------------------------------

// All that is drawn of a node, piece by piece: names may stand outside of the box that lines go to.
function inkOf(node) {
  const pieces = [...node.marks.children].map((mark) => {
    const { x, y, width, height } = mark.getBBox();
    return [node.x + x, node.y + y, node.x + x + width, node.y + y + height];
  });
  return [rectOf(node), ...pieces];
}
// A rectangle of the window in pixels of the scene.
function onScene({ left, top, right, bottom }) {
  const at = picture.getBoundingClientRect();
  return [left - at.left, top - at.top, right - at.left, bottom - at.top].map((side) => side / now.scale);
}
const area = (a, b) =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

// What must stay free (lit items and names), and what had better be covered whole or not at all.
function standingRects(element) {
  const hard = [];
  const soft = [];
  for (const node of now.standing || []) {
    if (node.far) soft.push([rectOf(node), 0.1]);
    else hard.push(...inkOf(node));
  }
  for (const label of now.labels || []) hard.push(rectOf(label));
  for (const each of [drawer, caption]) {
    if (!each.hidden && each !== element) hard.push(onScene(each.getBoundingClientRect()));
  }
  for (const wire of layers.wires.querySelectorAll(".wire")) {
    for (let at = 0; at < wire.getTotalLength(); at += 40) {
      const { x, y } = wire.getPointAtLength(at);
      hard.push([x - 20, y - 20, x + 20, y + 20]);
    }
  }
  if (now.card) hard.push([now.card.x - now.card.r, now.card.y - now.card.r, now.card.x + now.card.r, now.card.y + now.card.r]);
  for (const mark of now.scene.g) {
    if (mark[0] !== "t" || mark[7]) continue;
    const [, x, y, size, told, , anchor] = mark;
    const wide = ems(told) * size;
    const left = x - (anchor === "middle" ? wide / 2 : anchor === "end" ? wide : 0);
    soft.push([[left, y - size, left + wide, y + size * 0.2], 1.5]);
  }
  return { hard: hard.map((rect) => grown(rect, 8)), soft };
}

// Below this width letters are smaller.
const NARROW = 400;

// How much wider an element is than the longest line in it, in pixels of the window.
function spare(element) {
  let reach = 0;
  for (const each of element.querySelectorAll(".say, .sentence, .kicker, .small, .group, .meaning li")) {
    const range = document.createRange();
    range.selectNodeContents(each);
    reach = Math.max(reach, (each.matches("p:not(.group)") ? range : each).getBoundingClientRect().right);
  }
  const { paddingRight, borderRightWidth } = getComputedStyle(element);
  const right = element.getBoundingClientRect().right - parseFloat(paddingRight) - parseFloat(borderRightWidth);
  return reach ? Math.max(0, right - reach - 4) : 0;
}

// Put an element of HTML where it covers nothing that is lit, as low and as flat as can be; *widths*
// are tried in pixels of the scene. Below a portrait picture it stands by itself.
function putFree(element, widths, least = 20) {
  const { style } = element;
  for (const side of ["left", "top", "width", "maxHeight"]) style[side] = "";
  if (now.portrait) return;
  const { w, h } = now.scene;
  const { hard, soft } = standingRects(element);
  let best = null;
  style.left = "0";
  style.width = "max-content";
  const natural = Math.ceil((element.getBoundingClientRect().width + 4) / now.scale);
  for (const most of natural < widths[0] ? [natural, ...widths.filter((each) => each < natural)] : widths) {
    element.classList.toggle("narrow", most < NARROW);
    style.width = `${most * now.scale}px`;
    const wide = most - spare(element) / now.scale;
    style.width = `${wide * now.scale}px`;
    const high = element.offsetHeight / now.scale;
    for (let y = h - FOOT - 8 - high; y >= 8; y -= 12) {
      for (let x = least; x + wide <= w - least + 1; x += 20) {
        const rect = [x, y, x + wide, y + high];
        let cost = Math.abs(x + wide / 2 - w / 2) / w + (1.5 * (h - y - high)) / h + (high / h) * 14;
        for (const each of hard) cost += area(rect, each) / 50;
        if (now.core) cost += intoWheel(rect, now.core) * 10;
        if (best && cost >= best.cost) continue;
        for (const [each, price] of soft) {
          const part = area(rect, each) / Math.max(1, area(each, each));
          if (part > 0.01 && part < 0.9) cost += price;
        }
        if (!best || cost < best.cost) best = { cost, x, y, wide, narrow: most < NARROW };
      }
    }
  }
  element.classList.toggle("narrow", Boolean(best && best.narrow));
  if (best) putAt(element, best.x, best.y, best.wide);
}

// How far a rectangle reaches into the wheel, up to 1.
const intoWheel = (rect, { x, y, r }) => Math.max(0, 1 - farFrom(rect, x, y) / r);

// Put an element of HTML at a place of the scene.
function putAt(element, x, y, wide) {
  const { style } = element;
  style.left = `calc(var(--left) + ${x * now.scale}px)`;
  style.top = `calc(var(--top) + ${y * now.scale}px)`;
  style.width = `${wide * now.scale}px`;
}

// --- The strip below the picture -------------------------------------------------------------

const controls = made("div", { id: "controls", role: "toolbar", "aria-label": say("bar") });

function strip() {
  const bar = byId("bar");
  bar.setAttribute("aria-label", say("bar"));
  const title = made("h1", { class: "unseen" }, data.title);
  const skip = button(say("skip"), () => app.set({ text: true }), { class: "skip" });
  document.body.prepend(skip);
  stage.prepend(title);
  document.body.append(heard);
  // Whoever leaves the picture by Tab comes to the panel first.
  stage.after(byId("panel"), byId("drawer"));
  footerOf(bar);
  bar.append(controls);
}

// The footer: what fits the strip stays in sight, all of it is one click away.
function footerOf(bar) {
  const footer = byId("footer");
  const all = windowOf("sources", say("sources-title"));
  for (const told of [...data.footer, ...data.notes]) all.append(made("p", {}, told));
  const [first, ...rest] = [...data.footer].sort((a, b) => a.length - b.length);
  const edition = data.footer.find((told) => data.edition && told.includes(data.edition)) || first || "";
  const other = rest.concat(first).find((told) => told && told !== edition && ems(told) < 60) || "";
  const name = data.city ? say("sources", { city: data.city }) : say("sources-plain");
  const more = button(name, () => all.showModal(), { class: "walk", "aria-haspopup": "dialog" });
  const second = made("span", { id: "second" }, other);
  footer.replaceChildren(made("span", { class: "first" }, made("span", {}, edition), more), second);
  bar.dataset.second = other;
  soon(fitFooter);
}

// A line too long for the strip takes the place of the one below it.
function fitFooter() {
  const footer = byId("footer");
  footer.classList.remove("wrap");
  const [told] = footer.firstChild.children;
  footer.classList.toggle("wrap", told.scrollWidth > told.clientWidth && !byId("second").classList.contains("filters"));
}

// Say in the footer what the picture leaves out, or else what has been *found* before.
function tellFilters(filters, found) {
  const second = byId("second");
  const told = filters.length ? say("filtered", { filters: listing(filters) }) : found;
  const line = told || byId("bar").dataset.second;
  if (second.textContent === line) return;
  second.textContent = line;
  second.classList.toggle("filters", Boolean(told));
  soon(fitFooter);
}
