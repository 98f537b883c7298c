/** What a step writes or reads of a large matrix, to be framed in its heat map. */
import { covers } from "./network-moment.js";
import { partsOf } from "./network-names.js";
import { MEMORIES } from "./optimizer-names.js";

/** @import { MatrixState } from "./matrix-state.js" */
/** @import { NetworkMoment } from "./network-moment.js" */

/**
 * All of it, some rows, or one entry; null for nothing.
 * @param {MatrixState} state
 * @param {NetworkMoment} moment
 * @param {"now" | "read"} kind
 * @returns {{row: number, count: number, column: number | null} | null}
 */
export function markedRows(state, moment, kind) {
  const { rows, columns } = state;
  const { quantity, reads } = moment;
  const parts = (kind === "now" ? [quantity] : [...reads])
    .map(partsOf)
    .filter((each) => each?.kind === state.kind && each.layer === state.layer && (kind === "now" ? isWritten(state, moment, each) : true));
  if (parts.length === 0) {
    return null;
  }
  if (parts.some(({ row }) => row === null)) {
    return { row: 1, count: rows, column: null };
  }
  const rowsRead = parts.map(({ row }) => row);
  const row = Math.min(...rowsRead);
  const count = Math.max(...rowsRead) - row + 1;
  const columnsRead = new Set(parts.map(({ column }) => column));
  const oneColumn = columnsRead.size === 1 && ![...columnsRead].includes(null) && columns > 1;
  return { row, count, column: oneColumn ? [...columnsRead][0] : null };
}

/** Θ, or a memory, is written only where it is told after the update. */
function isWritten(state, moment, { updated }) {
  return !(state.kind === "Theta" || MEMORIES.has(state.kind)) || updated || covers(moment.quantity, state.address(1, 0));
}
