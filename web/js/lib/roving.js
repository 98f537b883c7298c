/**
 * Several buttons that are one tab stop: arrow keys move among them.
 */

const FORWARD = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const VERTICAL = { ArrowDown: 1, ArrowUp: -1 };

/**
 * @param {KeyboardEvent} event
 * @param {number} at where focus is
 * @param {number} count
 * @param {{vertical?: boolean}} [options] vertical leaves the arrows to the left and right alone
 * @returns {number} where it goes, or -1 for a key that does not move it
 */
export function rovingTarget(event, at, count, { vertical = false } = {}) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
    return -1;
  }
  const by = (vertical ? VERTICAL : FORWARD)[event.key];
  return by === undefined ? -1 : Math.max(0, Math.min(at + by, count - 1));
}
