/** The number that stands on the line of a weight: the weight itself, or its entry of another matrix. */
import { matrixState } from "./matrix-state.js";

/** @import { NetworkMoment } from "./network-moment.js" */

/**
 * @param {NetworkMoment} moment
 * @param {{kind: import("./matrix-state.js").MatrixKind, layer: number, row: number, column: number}} entry
 * @returns {{address: string, value: import("./types.js").JsonNumber | null}}
 */
export function entryValue(moment, { kind, layer, row, column }) {
  const state = matrixState(moment, kind, layer);
  return { address: state.address(row, column), value: state.value(row, column) };
}
