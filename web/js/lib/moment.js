/**
 * What the views of a story depend on, taken from the Player: equal objects look the same.
 */

/** @import { Trace } from "./types.js" */

/**
 * @typedef {{decimals: number, mark: "point" | "comma"}} Format
 *
 * @typedef {object} Moment
 * @property {Trace | null} trace
 * @property {"reverse" | "forward"} mode of the trace, not of an edit that is still on its way
 * @property {string | null} seed
 * @property {number} index
 * @property {Format} format
 */

/** @type {Map<string, Format>} */
const formats = new Map();

/**
 * @param {import("./player.js").Player} player
 * @returns {Moment}
 */
export function momentOf(player) {
  const { mode, seed } = player.answered;
  return { trace: player.trace, mode, seed, index: player.index, format: formatOf(player.notation) };
}

/**
 * The same settings give the same object.
 * @param {{decimals: number, decimalMark: "point" | "comma"}} settings
 * @returns {Format}
 */
export function formatOf({ decimals, decimalMark }) {
  const key = `${decimals}${decimalMark}`;
  if (!formats.has(key)) {
    formats.set(key, Object.freeze({ decimals, mark: decimalMark }));
  }
  return formats.get(key);
}
