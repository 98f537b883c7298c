/** Edits of the numbers of an experiment: a copy of what holds them, with one changed, or with an example more or fewer. */

/** @import { NetworkTrace } from "./network-moment.js" */

/**
 * @param {NetworkTrace} trace all of whose weights are here
 * @param {{layer: number, row: number, column: number}} place
 * @param {number} value
 */
export function withWeight({ numbers: { theta } }, { layer, row, column }, value) {
  const matrix = withEntry(theta[layer - 1], row - 1, column, value);
  const all = theta.map((each, at) => (at === layer - 1 ? matrix : each));
  return { theta: all.filter((rows) => rows.length > 0) };
}

/**
 * @param {{data: {x: number[][], y: number[][]}}} experiment
 * @param {number} example from 1
 * @param {number} unit from 1
 * @param {number} value
 */
export function withInput({ data: { x, y } }, example, unit, value) {
  return { data: { x: withEntry(x, example - 1, unit - 1, value), y } };
}

/**
 * @param {{data: {x: number[][], y: number[][]}}} experiment
 * @param {number} example from 1
 * @param {number} unit from 1
 * @param {number} value
 */
export function withTarget({ data: { x, y } }, example, unit, value) {
  return { data: { x, y: withEntry(y, example - 1, unit - 1, value) } };
}

/**
 * One more example, a copy of the last.
 * @param {{x: number[][], y: number[][]}} data
 */
export function withExample({ x, y }) {
  return { data: { x: [...x, [...(x.at(-1) ?? [])]], y: [...y, [...(y.at(-1) ?? [])]] } };
}

/**
 * @param {{x: number[][], y: number[][]}} data
 * @param {number} example from 1
 */
export function withoutExample({ x, y }, example) {
  return { data: { x: x.toSpliced(example - 1, 1), y: y.toSpliced(example - 1, 1) } };
}

/**
 * The examples of the document; those of a named set are known by the trace alone.
 * @param {import("./player.js").Player} player
 */
export function dataOf({ document, trace }) {
  return Array.isArray(document.data?.x) ? document.data : (trace?.numbers.data ?? null);
}

function withEntry(rows, row, column, value) {
  return rows.map((each, i) => (i === row ? each.map((number, j) => (j === column ? value : number)) : each));
}
