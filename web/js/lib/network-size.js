/** How many numbers there are in an experiment and in its pass, so that many of them are not sent where few are looked at. */
import { shapesOf, sizeOf, thetaShapes } from "./layers/shapes.js";

/** @import { NetworkDocument } from "./network-document.js" */

/** A trace of more numbers does not come whole. */
const MOST_AT_ONCE = 60_000;

/** What a data set may have where the document does not say how many. */
const USUAL_EXAMPLES = 500;

/** Written with so many digits, a number is hardly compressed. */
const LONG = 12;

/**
 * @param {NetworkDocument} document
 * @returns {boolean} whether its numbers are fetched when they are looked at
 */
export function isLarge({ network, data }) {
  const units = shapesOf(network).reduce((sum, shape) => sum + (shape === null ? 0 : sizeOf(shape)), 0);
  const weights = thetaShapes(network).reduce((sum, [rows, columns]) => sum + rows * columns, 0);
  const examples = data?.x?.length ?? /** @type {any} */ (data)?.count ?? USUAL_EXAMPLES;
  return 3 * units * examples + 4 * weights > MOST_AT_ONCE;
}

/**
 * How many weights and memories a document writes out with many digits.
 * @param {NetworkDocument} document
 */
export function longNumbersOf({ theta, training }) {
  const matrices = [theta, training?.state?.first, training?.state?.second].filter(Array.isArray).flat();
  return matrices.reduce((sum, rows) => sum + (String(rows[0]?.at(-1) ?? "").length > LONG ? rows.length * rows[0].length : 0), 0);
}
