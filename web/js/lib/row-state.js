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
 * @param {{top: number, height: number}} row within the content of the frame
 * @param {{offset: number, height: number, head: number}} frame head is covered by the heading that stays
 */
export function offsetShowing(row, frame) {
  const highest = row.top + 2 * row.height - frame.height;
  const lowest = row.top - row.height - frame.head;
  return Math.max(0, Math.min(Math.max(frame.offset, highest), lowest));
}
