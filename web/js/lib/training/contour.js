/**
 * The line along which a map has a certain value, by marching squares: in each square of four neighbouring points the line is
 * straight between the places on its sides where the value is crossed.
 */

/**
 * @param {{rows: number, columns: number, values: Float32Array}} grid
 * @param {number} level
 * @param {(x1: number, y1: number, x2: number, y2: number) => void} draw a piece of the line, in columns and rows
 */
export function contour({ rows, columns, values }, level, draw) {
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const at = row * columns + column;
      const a = values[at] - level;
      const b = values[at + 1] - level;
      const c = values[at + columns + 1] - level;
      const d = values[at + columns] - level;
      const above = (a > 0 ? 1 : 0) + (b > 0 ? 2 : 0) + (c > 0 ? 4 : 0) + (d > 0 ? 8 : 0);
      if (above !== 0 && above !== 15) {
        square(above, [a, b, c, d], column, row, draw);
      }
    }
  }
}

/** Between which of the four sides (bottom, right, top, left) the line runs, by which corners lie above it. */
const SIDES = Object.freeze([
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [[3, 2], [0, 1]],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [[3, 0], [1, 2]],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
]);

function square(above, corners, column, row, draw) {
  for (const [from, to] of SIDES[above]) {
    const [x1, y1] = crossing(from, corners, column, row);
    const [x2, y2] = crossing(to, corners, column, row);
    draw(x1, y1, x2, y2);
  }
}

function crossing(side, [a, b, c, d], column, row) {
  switch (side) {
    case 0:
      return [column + a / (a - b), row];
    case 1:
      return [column + 1, row + b / (b - c)];
    case 2:
      return [column + d / (d - c), row + 1];
    default:
      return [column, row + a / (a - d)];
  }
}
