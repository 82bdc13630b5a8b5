// What makes the questions quicker to use; every page works without it.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// --- The editor: as many numbers as lines, moving with the text ------------------------------
for (const editor of all(".editor")) {
  const text = editor.querySelector("textarea");
  const gutter = editor.querySelector(".gutter");
  const number = () => {
    const count = text.value.split("\n").length;
    while (gutter.children.length > count) gutter.lastChild.remove();
    while (gutter.children.length < count) {
      const line = document.createElement("span");
      line.textContent = String(gutter.children.length + 1);
      gutter.append(line);
    }
  };
  const follow = () => { gutter.scrollTop = text.scrollTop; };
  text.addEventListener("input", () => { number(); follow(); });
  text.addEventListener("scroll", follow);
  editor.classList.add("live");
  number();
}

for (const form of all("form[data-runs]")) {
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}

// The place of a fault: the cursor goes there, at once and from its link.
const places = all("a[data-line]");
const go = (place) => {
  const text = document.getElementById("text");
  const before = text.value.split("\n").slice(0, place.dataset.line - 1);
  const at = before.reduce((sum, line) => sum + line.length + 1, 0) + Number(place.dataset.column) - 1;
  text.focus();
  text.setSelectionRange(at, Math.min(at + 1, text.value.length));
  const height = document.querySelector(".gutter span").offsetHeight;
  text.scrollTop = (place.dataset.line - 0.5) * height - text.clientHeight / 2;
};
for (const place of places) {
  place.addEventListener("click", (event) => { event.preventDefault(); go(place); });
}
if (places.length) go(places[0]);

// What was sent by a form gets an address that opens it again without running it. The answer comes
// into view; of a fault, the place in the text has been gone to.
const sent = document.querySelector("form[data-address]");
if (sent && document.querySelector("#answer")) {
  history.replaceState(null, "", sent.dataset.address + (places.length ? "" : location.hash));
}

// --- The answer: sort and filter what stands here whole ----------------------------------------
const grid = document.querySelector(".grid");
if (grid) {
  const body = grid.tBodies[0];
  const rows = [...body.rows];
  const sort = (head, at) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    const rank = (row) => Number(row.cells[at].dataset.rank);
    const order = (a, b) => (rank(a) < 0) - (rank(b) < 0) || (down ? rank(b) - rank(a) : rank(a) - rank(b));
    for (const other of all("th", grid)) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...[...rows].sort(order));
  };
  if ("whole" in grid.dataset) {
    all("th", grid).forEach((head, at) => {
      head.querySelector(".sort").addEventListener("click", (event) => {
        event.preventDefault();
        sort(head, at);
      });
    });
  }
  const filter = document.getElementById("filter");
  if (filter) {
    const told = document.querySelector(".rows");
    const before = told.textContent;
    const texts = rows.map((row) => row.textContent.normalize("NFKC").toLowerCase());
    filter.parentElement.hidden = false;
    filter.addEventListener("input", () => {
      const words = filter.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, at) => {
        row.hidden = !words.every((word) => texts[at].includes(word));
        shown += !row.hidden;
      });
      told.textContent = words.length
        ? filter.dataset.told.replace("{shown}", shown).replace("{count}", rows.length)
        : before;
    });
  }
}

// --- The library: filter while typing ------------------------------------------------------------
const finder = document.querySelector("[data-finder]");
if (finder) {
  const field = finder.querySelector("input[type=search]");
  const show = () => {
    const words = field.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const section of all(".library section")) {
      let here = 0;
      for (const item of all("li", section)) {
        const text = item.dataset.words.normalize("NFKC").toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
        here += !item.hidden;
      }
      section.hidden = !here;
      left += here;
    }
    document.querySelector(".none-left").hidden = left > 0;
  };
  finder.classList.add("live");
  field.addEventListener("input", show);
  finder.addEventListener("submit", (event) => event.preventDefault());
  show();
}

// --- Lines to copy -----------------------------------------------------------------------------
for (const line of all("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = line.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(line.textContent);
    button.textContent = line.dataset.done;
  });
  line.after(button);
}
