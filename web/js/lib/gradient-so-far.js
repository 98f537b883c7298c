/**
 * How much of the gradient the reverse trace has collected.
 *
 * @import { JsonNumber, Trace } from "./types.js"
 *
 * @typedef {object} Entry
 * @property {string} name      of the input
 * @property {string} latex     of the input
 * @property {string} address   of its adjoint
 * @property {JsonNumber | null} value   null before the first contribution
 * @property {number} left      contributions still to come
 */

/**
 * @param {Trace} trace
 * @param {number} index
 * @returns {Entry[]} one entry an input
 */
export function gradientSoFar(trace, index) {
  const lines = Map.groupBy(trace.adjoint, (line) => line.adjointOf);
  return trace.inputs.map(({ name, latex, v }) => {
    const own = lines.get(v) ?? [];
    const done = own.filter((line) => line.step <= index);
    const value = own.length === 0 ? trace.gradient[name] : (done.at(-1)?.value ?? null);
    return { name, latex, address: `vbar.${v.slice(1)}`, value, left: own.length - done.length };
  });
}

/**
 * @param {Entry} entry
 * @returns {string} what stands in brackets behind the value
 */
export function statusOf({ value, left }) {
  if (left === 0) {
    return "complete";
  }
  const paths = left === 1 ? "one path" : `${left} paths`;
  return value === null ? `${paths} to come` : `${paths} left`;
}
