/**
 * The same update, computed by two engines, as the server tells it.
 */
import { fullPrecision } from "../format.js";

/** @import { JsonNumber } from "../types.js" */

/**
 * @typedef {{name: string, title: string}} Lens
 * @typedef {object} Apart an entry that differs
 * @property {string} address
 * @property {JsonNumber} reference
 * @property {JsonNumber} other
 * @property {JsonNumber} difference
 * @property {JsonNumber} relative
 * @property {JsonNumber} ulps
 * @typedef {object} ComparedMatrix
 * @property {string} address
 * @property {number} rows
 * @property {number} columns
 * @property {number} differing how many entries differ
 * @property {JsonNumber} distance ‖other − reference‖
 * @property {Apart | null} largest
 * @property {Apart[]} mostApart the entries that are most apart
 * @property {JsonNumber[][]} [reference] where they are here
 * @property {JsonNumber[][]} [other]
 * @typedef {object} Difference
 * @property {number} iteration
 * @property {Lens[]} lenses
 * @property {Lens} reference
 * @property {Lens} other
 * @property {string} why
 * @property {Apart | null} largest
 * @property {ComparedMatrix[]} matrices
 */

/**
 * An entry of a matrix in both.
 * @param {ComparedMatrix} matrix
 * @param {number} row from 1
 * @param {number} column from 0
 */
export function entryOf({ address, reference, other }, row, column) {
  const [one, two] = [Number(reference[row - 1][column]), Number(other[row - 1][column])];
  const difference = one === two ? 0 : two - one;
  const relative = difference === 0 ? 0 : Math.abs(difference) / Math.max(Math.abs(one), Math.abs(two));
  return { address: `${address}.${row}.${column}`, one, two, difference, relative };
}

/**
 * The entries of matrices for a table: all of them where they are few and here, else those that are most apart.
 * @param {ComparedMatrix[]} matrices
 * @param {number} most
 * @returns {{entries: ReturnType<typeof entryOf>[], all: number}}
 */
export function tableOf(matrices, most) {
  const all = matrices.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (all <= most && matrices.every(hasEntries)) {
    const ofMatrix = (matrix) => matrix.reference.flatMap((cells, i) => cells.map((_, j) => entryOf(matrix, i + 1, j)));
    return { entries: matrices.flatMap(ofMatrix), all };
  }
  const told = ({ address, reference, other, difference, relative }) => ({
    address,
    one: Number(reference),
    two: Number(other),
    difference: Number(difference),
    relative: Number(relative),
  });
  const entries = matrices.flatMap(({ mostApart }) => mostApart.map(told)).sort((one, two) => two.relative - one.relative);
  return { entries, all };
}

/** @param {ComparedMatrix} matrix */
export function hasEntries({ reference }) {
  return reference !== undefined;
}

/**
 * The differences of a matrix, for a heat map.
 * @param {ComparedMatrix} matrix
 */
export function differencesOf(matrix) {
  return {
    rows: matrix.rows,
    columns: matrix.columns,
    value: (row, column) => entryOf(matrix, row, column).difference,
  };
}

/**
 * The name of a matrix or of an entry of it, in letters: Θ⁽¹⁾ or Θ⁽¹⁾ row 2, column 0.
 * @param {string} address
 */
export function nameOf(address) {
  const [table, layer, row, column] = address.split(".");
  const matrix = `${table === "Theta" ? "Θ" : table}⁽${[...layer].map((digit) => SUPERSCRIPTS[Number(digit)]).join("")}⁾`;
  return row === undefined ? matrix : `${matrix} row ${row}, column ${column}`;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * All digits: two numbers that differ in the last one must not look the same.
 * @param {number} value
 * @param {{mark?: "point" | "comma"}} notation
 */
export function exact(value, { mark }) {
  const text = fullPrecision(value).replaceAll("-", "\u2212");
  return mark === "comma" ? text.replace(".", ",") : text;
}
