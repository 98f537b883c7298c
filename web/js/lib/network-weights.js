/** The weights of a document: given number by number, or by an initialisation that the server draws them from. */

import { thetaShapes } from "./layers/shapes.js";

/** @import { NetworkDocument } from "./network-document.js" */

/** Where a document says nothing of its weights. */
export const FIRST_INIT = Object.freeze({ init: "xavier-uniform", seed: 7 });

/** @param {NetworkDocument} document */
export function initialisationOf({ theta, init }) {
  return Array.isArray(theta) ? (init ?? FIRST_INIT) : theta;
}

/**
 * Whether explicit weights have the shapes of the network.
 * @param {NetworkDocument} document
 */
export function hasFittingWeights(document) {
  const { theta, network } = document;
  if (!Array.isArray(theta)) {
    return true;
  }
  const shapes = thetaShapes(network);
  return (
    theta.length === shapes.length &&
    theta.every((matrix, at) => hasShape(matrix, shapes[at]))
  );
}

function hasShape(matrix, [rows, columns]) {
  return matrix?.length === rows && matrix.every((row) => row?.length === columns && !row.includes(null));
}

/**
 * Weights that are there stay, others come from another Θ of the right shapes.
 * @param {(number[][] | null)[]} theta
 * @param {number[][][]} others
 * @returns {number[][][]}
 */
export function filledWeights(theta, others) {
  return others.map((rows, at) => rows.map((row, i) => row.map((other, j) => theta[at]?.[i]?.[j] ?? other)));
}
