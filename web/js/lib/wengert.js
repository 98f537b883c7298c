/**
 * Backpropagation beside reverse mode: the same derivatives, once as δ·a and once as the adjoints of the network's list
 * of single operations.
 */
import { postJson } from "./api.js";
import { writeLink } from "./link.js";
import { experimentOf } from "./network-document.js";

/** @import { JsonNumber } from "./types.js" */

/**
 * @typedef {object} WengertRow
 * @property {string} quantity address of the entry of D
 * @property {JsonNumber} backprop
 * @property {string} variable LaTeX of the weight in the list
 * @property {JsonNumber} adjoint
 * @property {JsonNumber} relativeDifference
 *
 * @typedef {object} Wengert
 * @property {number} example
 * @property {number} operations
 * @property {number} lines
 * @property {WengertRow[]} rows
 * @property {JsonNumber} largestRelativeDifference
 * @property {string | null} expression what /autodiff reads, where it is short enough
 * @property {Record<string, number>} [at]
 */

/**
 * @param {object} document
 * @param {number} example
 * @param {AbortSignal} signal
 * @returns {Promise<Wengert>}
 */
export function askWengert(document, example, signal) {
  return postJson("/api/network/wengert", { ...experimentOf(/** @type {any} */ (document)), example }, signal);
}

/**
 * @param {Wengert} wengert
 * @returns {string | null} where the expression is stepped through
 */
export function linkOf({ expression, at = {} }) {
  if (!expression) {
    return null;
  }
  const document = { expression, at, output: 0, mode: /** @type {const} */ ("reverse"), seed: null };
  const link = `/autodiff${writeLink(document, 0, Object.keys(at))}`;
  return link.length <= LONGEST_LINK ? link : null;
}

/** What servers and browsers take as an address. */
const LONGEST_LINK = 7000;
