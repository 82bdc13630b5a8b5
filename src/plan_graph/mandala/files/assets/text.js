// Text in lines, as the layout has it: measured in em, broken at the borders of phrases.

const SVG = "http://www.w3.org/2000/svg";

// Return a new element of SVG with *attributes* and *children*; a string becomes text, never markup.
function drawn(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// Return the same for HTML.
function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function ems(text) {
  let width = 0;
  for (const letter of text) width += data.ems[letter] ?? 1;
  return width;
}

// Return *phrases* in the fewest, most even lines of *width* em; null if that takes over *most*.
function broken(phrases, width, most) {
  const pieces = phrases.flatMap((phrase) => cut(phrase, width));
  let rows = [[0, []]];
  // rows[i]: the least cost of the lines so far that hold the first i pieces, and where they end.
  for (let count = 1; count <= most; count += 1) {
    const next = [];
    for (let end = 1; end <= pieces.length; end += 1) {
      for (let start = end - 1; start >= 0; start -= 1) {
        const line = pieces.slice(start, end).join("").trimEnd();
        const taken = ems(line);
        if (taken > width && start < end - 1) break;
        if (!rows[start]) continue;
        const clumsy = end < pieces.length && pieces[end - 1].trimEnd().length < 3 ? 9 : 0;
        const cost = rows[start][0] + (width - taken) ** 2 + clumsy;
        if (!next[end] || cost < next[end][0]) next[end] = [cost, [...rows[start][1], line]];
      }
    }
    if (next[pieces.length]) return next[pieces.length][1];
    rows = next;
  }
  return pieces.length ? null : [""];
}

function cut(phrase, width) {
  const pieces = [""];
  for (const letter of phrase) {
    if (pieces.at(-1) && ems((pieces.at(-1) + letter).trimEnd()) > width) pieces.push("");
    pieces[pieces.length - 1] += letter;
  }
  return pieces;
}

// Return *phrases* in at most *most* lines; what does not fit ends in an ellipsis.
function shortened(phrases, width, most) {
  let whole = broken(phrases, width, most);
  let letters = [...phrases.join("")];
  if (letters.length > most * width * 3) letters = letters.slice(0, Math.ceil(most * width * 3));
  while (!whole) {
    letters.pop();
    whole = broken([letters.join("").trimEnd() + "…"], width, most);
  }
  return whole;
}

// How an item is called: its number as people say it, then its name.
const named = (item) => (item.m ? `${item.m} ${item.n}` : item.n);
const called = (item) => [data.kinds[item.t] || item.t, item.m, item.n].filter(Boolean).join(" ");
