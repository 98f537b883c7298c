/**
 * How a row of a trace stands at a step.
 * @typedef {"done" | "now" | "next" | "future"} RowState
 */

/**
 * @param {number} step of the row
 * @param {number} index of the step on the screen
 * @returns {RowState}
 */
export function rowState(step, index) {
  if (step === index) {
    return "now";
  }
  if (step < index) {
    return "done";
  }
  return step === index + 1 ? "next" : "future";
}

/**
 * The offset to which a frame scrolls so that a row is seen with another one on either side, or the offset that it has.
 * @param {number} position of the row, from 0
 * @param {{offset: number, height: number, head: number, row: number}} frame height is what can be seen of it, head what
 *     the heading covers, row the height of a row
 */
export function offsetShowing(position, { offset, height, head, row }) {
  const top = head + position * row;
  const highest = top + 2 * row - height;
  const lowest = top - row - head;
  return Math.max(0, Math.min(Math.max(offset, highest), lowest));
}
