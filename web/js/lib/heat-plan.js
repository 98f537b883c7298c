/**
 * Where the entries of a matrix stand in its heat map: as in the matrix, or those of a convolution as kernels, filter by
 * filter and channel by channel, each behind its bias.
 */

/** @import { MatrixState } from "./matrix-state.js" */

const CELL = 12;
const HIGHEST = 168;
const HIGHEST_OF_KERNELS = 280;

/** Cells between the bias and a kernel and between kernels, and between filters beside each other. */
const GAP = 1;
const BETWEEN = 3;

/**
 * @typedef {{row: number, column: number}} Entry row from 1, column from 0
 * @typedef {{top: number, left: number, height: number, width: number}} Area in cells
 *
 * @typedef {object} HeatPlan
 * @property {number} rows of cells
 * @property {number} columns of cells
 * @property {number} highest px on the page
 * @property {(entry: Entry) => {x: number, y: number}} cellOf
 * @property {(x: number, y: number) => Entry | null} entryAt null between kernels
 * @property {(row: number, count: number) => Area} areaOf so many rows of the matrix
 */

/**
 * @param {Pick<MatrixState, "rows" | "columns" | "kernel">} state
 * @param {number} room px across
 * @returns {HeatPlan}
 */
export function heatPlan(state, room) {
  return state.kernel ? kernelPlan(state, room) : plainPlan(state);
}

function plainPlan({ rows, columns }) {
  return {
    rows,
    columns,
    highest: HIGHEST,
    cellOf: ({ row, column }) => ({ x: column, y: row - 1 }),
    entryAt: (x, y) => ({ row: y + 1, column: x }),
    areaOf: (row, count) => ({ top: row - 1, left: 0, height: count, width: columns }),
  };
}

function kernelPlan({ rows: filters, kernel: { channels, size } }, room) {
  const width = 1 + channels * (GAP + size);
  const across = bestAcross(filters, width, size, room);
  const cornerOf = (row) => ({ left: ((row - 1) % across) * (width + BETWEEN), top: Math.floor((row - 1) / across) * (size + GAP) });
  return {
    rows: Math.ceil(filters / across) * (size + GAP) - GAP,
    columns: across * (width + BETWEEN) - BETWEEN,
    highest: HIGHEST_OF_KERNELS,
    cellOf: ({ row, column }) => {
      const { left, top } = cornerOf(row);
      const { x, y } = inFilter(column, size);
      return { x: left + x, y: top + y };
    },
    entryAt: (x, y) => {
      const row = Math.floor(y / (size + GAP)) * across + Math.floor(x / (width + BETWEEN)) + 1;
      const column = columnAt(x % (width + BETWEEN), y % (size + GAP), { channels, size });
      return row > filters || column === null ? null : { row, column };
    },
    areaOf: (row, count) => (count === 1 ? { ...cornerOf(row), height: size, width } : spanning(cornerOf(row), cornerOf(row + count - 1), { across, width, size })),
  };
}

/** Filters of several rows are framed with all that stand beside them. */
function spanning(first, last, { across, width, size }) {
  const isOneLine = first.top === last.top;
  const right = isOneLine ? last.left + width : across * (width + BETWEEN) - BETWEEN;
  const left = isOneLine ? first.left : 0;
  return { top: first.top, left, height: last.top - first.top + size, width: right - left };
}

/** How many filters beside each other make the largest cells. */
function bestAcross(filters, width, size, room) {
  const cell = (across) =>
    Math.min(CELL, room / (across * (width + BETWEEN) - BETWEEN), HIGHEST_OF_KERNELS / (Math.ceil(filters / across) * (size + GAP)));
  let best = 1;
  for (let across = 2; across <= filters; across++) {
    best = cell(across) > cell(best) ? across : best;
  }
  return best;
}

function inFilter(column, size) {
  if (column === 0) {
    return { x: 0, y: 0 };
  }
  const { channel, row, column: across } = placeInKernel(column, size);
  return { x: 1 + GAP + (channel - 1) * (size + GAP) + across - 1, y: row - 1 };
}

function columnAt(x, y, { channels, size }) {
  if (x === 0) {
    return y === 0 ? 0 : null;
  }
  const channel = Math.floor((x - 1) / (size + GAP));
  const across = ((x - 1) % (size + GAP)) - GAP;
  return across < 0 || channel >= channels || y >= size ? null : 1 + channel * size * size + y * size + across;
}

/**
 * Where a weight of a filter stands: all from 1.
 * @param {number} column from 1
 * @param {number} size of the kernel
 */
export function placeInKernel(column, size) {
  const at = (column - 1) % (size * size);
  return { channel: Math.floor((column - 1) / (size * size)) + 1, row: Math.floor(at / size) + 1, column: (at % size) + 1 };
}

/**
 * The matrix as it is laid out, with zeros between kernels.
 * @param {HeatPlan} plan
 * @param {MatrixState} state
 */
export function laidOut({ rows, columns, entryAt }, state) {
  const value = (i, j) => {
    const entry = entryAt(j, i - 1);
    return entry === null ? 0 : state.value(entry.row, entry.column);
  };
  return { rows, columns, value };
}

/**
 * @param {HeatPlan} plan
 * @param {Entry} entry
 * @returns {Area}
 */
export function areaOfEntry({ cellOf }, entry) {
  const { x, y } = cellOf(entry);
  return { top: y, left: x, height: 1, width: 1 };
}

/**
 * The entry under a point of the picture; null between kernels.
 * @param {HeatPlan} plan
 * @param {number} across share of the width, 0 to 1
 * @param {number} down share of the height
 */
export function entryUnder({ rows, columns, entryAt }, across, down) {
  return entryAt(within(Math.floor(across * columns), columns), within(Math.floor(down * rows), rows));
}

/**
 * The entry that a key moves the lens to: the next one in its direction.
 * @param {HeatPlan} plan
 * @param {string} key
 * @param {Entry} at
 * @returns {Entry | null} null for a key that does not move it
 */
export function lensTarget({ rows, columns, cellOf, entryAt }, key, at) {
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] ?? [];
  if (down === undefined) {
    return null;
  }
  let { x, y } = cellOf(at);
  for (x += right, y += down; x >= 0 && y >= 0 && x < columns && y < rows; x += right, y += down) {
    const entry = entryAt(x, y);
    if (entry !== null) {
      return entry;
    }
  }
  return at;
}

function within(at, count) {
  return Math.max(0, Math.min(count - 1, at));
}
