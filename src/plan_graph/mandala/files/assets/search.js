// Finding: by name, short name, reading in any kana, English, any other label, or number.

const LIST = 40;

// Text as it is compared: width, case, kind of kana and sort of hyphen do not matter.
const folded = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

// What each item is found by, the best first: [text, weight].
const keys = once(() => data.items.map((it) =>
  [[it.n, 1], [it.s, 2], [it.r, 3], [it.e, 4], ...(it.l || []).map((label) => [label, 5]), [it.a, 7]]
    .filter(([told]) => told)
    .map(([told, weight]) => ({ told, weight, key: folded(told) })),
));
const kindNames = once(() => Object.entries(data.kinds).map(([kind, name]) => [kind, folded(name)]));

// A query for a number: 24, ２４番, No.24, 取組24, ②: {kind, mark} or null.
function numberIn(query) {
  const kind = kindNames().find(([, name]) => name && query.startsWith(name));
  const rest = (kind ? query.slice(kind[1].length) : query).replace(/^no\.?/, "").replace(/番$/, "").trim();
  return /^\d+(-\d+)*$/.test(rest) ? { kind: kind && kind[0], mark: rest } : null;
}

// The items that a query finds, the best first: {item, told, weight}.
function hitsFor(raw) {
  const query = folded(raw);
  if (!query) return [];
  const number = numberIn(query);
  const circled = /[①-⑳㉑-㊿]/.test(raw);
  const hits = [];
  data.items.forEach((it, item) => {
    const byMark = number && it.m && folded(it.m) === number.mark && (!number.kind || number.kind === it.t);
    if (byMark) {
      const as = circled ? (it.m === raw.trim() ? 0 : 3) : it.t === "Action" ? 0 : 0.1;
      return void hits.push({ item, told: "", weight: as });
    }
    if (number && (number.kind || query.length < 3)) return;
    const best = keys()[item]
      .filter(({ key }) => key.includes(query))
      .map(({ told, key, weight }) => ({ item, told, weight: weight + (key === query ? 0.2 : key.startsWith(query) ? 0.4 : 0.6) }))
      .sort((a, b) => a.weight - b.weight)[0];
    if (best) hits.push(best);
  });
  const longer = (a, b) => data.items[a.item].n.length - data.items[b.item].n.length;
  return hits.sort((a, b) => a.weight - b.weight || longer(a, b) || a.item - b.item);
}

// The item whose name is most like what was asked for, or null: shared pairs of letters.
function nearMiss(raw) {
  const pairs = (text) => new Set([...text].map((sign, at, all) => sign + (all[at + 1] || "")));
  const asked = pairs(folded(raw));
  let best = null;
  data.items.forEach((it, item) => {
    for (const { told, key, weight } of keys()[item]) {
      if (weight > 5) continue;
      const own = pairs(key);
      const shared = [...asked].filter((pair) => own.has(pair)).length;
      const alike = (2 * shared) / (asked.size + own.size);
      if (alike > 0.2 && (!best || alike > best.alike)) best = { item, told, alike };
    }
  });
  return best;
}

// A text with what was found in it marked.
function markedText(text, query) {
  let plain = "";
  const from = [];
  [...text].forEach((sign, at) => {
    for (const each of folded(sign) || " ") {
      plain += each;
      from.push(at);
    }
  });
  const start = plain.indexOf(query);
  if (!query || start < 0) return [text];
  const signs = [...text];
  const [first, last] = [from[start], from[start + query.length - 1]];
  return [signs.slice(0, first).join(""), made("mark", {}, signs.slice(first, last + 1).join("")), signs.slice(last + 1).join("")];
}

// --- The window ------------------------------------------------------------------------------------

const finder = windowOf("search", say("search-title"));
const queryField = made("input", {
  type: "text",
  role: "combobox",
  id: "query",
  autocomplete: "off",
  spellcheck: "false",
  "aria-expanded": "true",
  "aria-controls": "hits",
  "aria-autocomplete": "list",
  "aria-describedby": "search-hint",
});
const hitList = made("ul", { id: "hits", role: "listbox", "aria-label": say("search-title") });
const findings = made("p", { class: "small", role: "status", id: "findings" });
finder.append(
  made("label", { for: "query" }, say("search-label")),
  queryField,
  findings,
  hitList,
  made("p", { class: "small", id: "search-hint" }, say("search-hint")),
);
let hitsNow = [];
let selected = 0;

function listHits() {
  const query = queryField.value;
  hitsNow = hitsFor(query);
  selected = 0;
  let told = "";
  if (query.trim() && !hitsNow.length) {
    const near = nearMiss(query);
    told = say("not-found", { text: query.trim() });
    if (near) {
      told += say("near", { name: called(data.items[near.item]) });
      hitsNow = [near];
    }
  } else if (hitsNow.length > LIST) told = say("found-most", { count: hitsNow.length, most: LIST });
  else if (hitsNow.length) told = say("found", { count: hitsNow.length });
  findings.textContent = told;
  hitList.replaceChildren(...hitsNow.slice(0, LIST).map((hit, at) => hitRow(hit, at, folded(query))));
  select(0);
}

function hitRow({ item, told }, at, query) {
  const it = data.items[item];
  const element = made("li", { role: "option", id: `hit-${at}`, "data-i": item });
  const mark = it.m ? [made("span", { class: "mark" }, it.m), " "] : [];
  element.append(made("span", { class: "kicker" }, data.kinds[it.t] || it.t), " ", ...mark, made("span", { class: "name" }, ...markedText(it.n, query)));
  if (told && told !== it.n) element.append(made("span", { class: "small" }, ...markedText(told, query)));
  element.addEventListener("click", () => take(at));
  return element;
}

function select(at) {
  const rows = [...hitList.children];
  selected = hold(at, 0, Math.max(0, rows.length - 1));
  rows.forEach((each, index) => each.setAttribute("aria-selected", String(index === selected)));
  if (rows[selected]) {
    queryField.setAttribute("aria-activedescendant", rows[selected].id);
    rows[selected].scrollIntoView({ block: "nearest" });
  } else queryField.removeAttribute("aria-activedescendant");
}

function take(at) {
  const hit = hitsNow[at];
  if (!hit) return;
  app.set({ query: "", step: "", answer: "" });
  finder.close();
  goTo(hit.item);
}

queryField.addEventListener("input", () => {
  listHits();
  app.set({ query: queryField.value.trim(), focus: "", answer: "" });
});
queryField.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
  if (move) select(selected + move);
  else if (event.key === "Enter") take(selected);
  else return;
  event.preventDefault();
});

function openSearch() {
  if (finder.open) return;
  queryField.value = app.state.query;
  listHits();
  finder.showModal();
  queryField.focus();
  queryField.select();
}
finder.addEventListener("close", () => app.set({ query: "" }));
const searchButton = button(say("search"), openSearch, { "aria-haspopup": "dialog", id: "open-search" });
letters.set("/", openSearch);
app.on((after, before) => {
  if (after.query && !(before && before.query)) openSearch();
});
