// The ground on which names are put and lines find their way: a grid that knows where something
// stands already, and what it costs to go there.

const CELL = 8;
// What it costs a line to cross a cell of each.
const COST = { name: 60, card: 200, panel: 300, edge: 400, badge: 40, line: 14, core: 16, lit: 40, far: 0.4 };

function fieldFor(width, height) {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  return { width, height, columns, rows, cost: new Float32Array(columns * rows) };
}

function eachCell(field, rect, visit) {
  const left = hold(Math.floor(rect[0] / CELL), 0, field.columns);
  const right = hold(Math.ceil(rect[2] / CELL), 0, field.columns);
  const top = hold(Math.floor(rect[1] / CELL), 0, field.rows);
  const bottom = hold(Math.ceil(rect[3] / CELL), 0, field.rows);
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) visit(row * field.columns + column, column, row);
  }
}

function coverRect(field, rect, cost) {
  eachCell(field, rect, (cell) => (field.cost[cell] = Math.max(field.cost[cell], cost)));
}

function coverDisc(field, { x, y, r }, cost) {
  eachCell(field, [x - r, y - r, x + r, y + r], (cell, column, row) => {
    const away = Math.hypot((column + 0.5) * CELL - x, (row + 0.5) * CELL - y);
    if (away <= r) field.cost[cell] = cost;
  });
}

// Lines lie over what is there already: their cost is added.
function coverPoints(field, points, reach, cost) {
  const seen = new Set();
  for (const [x, y] of points) {
    eachCell(field, [x - reach, y - reach, x + reach, y + reach], (cell) => seen.add(cell));
  }
  for (const cell of seen) field.cost[cell] += cost;
}

function costAt(field, x, y) {
  if (x < 0 || y < 0 || x >= field.width || y >= field.height) return COST.edge;
  return field.cost[Math.floor(y / CELL) * field.columns + Math.floor(x / CELL)];
}
