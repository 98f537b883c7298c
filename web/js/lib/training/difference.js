/**
 * The same update, computed by two engines, as the server tells it.
 */

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
 * @typedef {{address: string, reference: JsonNumber[][], other: JsonNumber[][], largest: Apart | null}} ComparedMatrix
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
 * The differences of a matrix, for a heat map.
 * @param {ComparedMatrix} matrix
 */
export function differencesOf(matrix) {
  return {
    rows: matrix.reference.length,
    columns: matrix.reference[0].length,
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
