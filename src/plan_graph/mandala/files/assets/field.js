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

// The cells that a rectangle touches; the column at its right and the row at its bottom do not count.
const cellsOf = ({ columns, rows }, left, top, right, bottom) => ({
  left: hold(Math.floor(left / CELL), 0, columns),
  top: hold(Math.floor(top / CELL), 0, rows),
  right: hold(Math.ceil(right / CELL), 0, columns),
  bottom: hold(Math.ceil(bottom / CELL), 0, rows),
});

function coverRect(field, rect, price) {
  const { columns, cost } = field;
  const { left, top, right, bottom } = cellsOf(field, rect[0], rect[1], rect[2], rect[3]);
  for (let row = top; row < bottom; row += 1) {
    const end = row * columns + right;
    for (let cell = row * columns + left; cell < end; cell += 1) if (cost[cell] < price) cost[cell] = price;
  }
}

// A disc takes the place of what stood there.
function coverDisc(field, { x, y, r }, price) {
  const { left, top, right, bottom } = cellsOf(field, x - r, y - r, x + r, y + r);
  for (let row = top; row < bottom; row += 1) {
    const half = Math.sqrt(r * r - ((row + 0.5) * CELL - y) ** 2);
    const from = Math.max(left, Math.ceil((x - half) / CELL - 0.5));
    const to = Math.min(right, Math.floor((x + half) / CELL + 0.5));
    if (from < to) field.cost.fill(price, row * field.columns + from, row * field.columns + to);
  }
}

// Lines lie over what is there already: their cost is added, once to each cell.
function coverPoints(field, points, reach, price) {
  const { columns, cost } = field;
  const seen = new Uint8Array(cost.length);
  for (const point of points) {
    const { left, top, right, bottom } = cellsOf(field, point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach);
    for (let row = top; row < bottom; row += 1) {
      const end = row * columns + right;
      for (let cell = row * columns + left; cell < end; cell += 1) {
        if (!seen[cell]) cost[cell] += price;
        seen[cell] = 1;
      }
    }
  }
}

function costAt(field, x, y) {
  if (x < 0 || y < 0 || x >= field.width || y >= field.height) return COST.edge;
  return field.cost[Math.floor(y / CELL) * field.columns + Math.floor(x / CELL)];
}
