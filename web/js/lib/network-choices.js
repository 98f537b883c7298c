/** What a network is made of, where there is a choice: by the names that the server knows. */

export const ACTIVATIONS = Object.freeze(["sigmoid", "tanh", "relu", "leaky-relu", "linear", "softmax"]);
export const LOSSES = Object.freeze(["binary-cross-entropy", "cross-entropy", "squared-error", "half-squared-error"]);
export const INITIALISATIONS = Object.freeze([
  "zeros",
  "constant",
  "normal",
  "xavier-uniform",
  "xavier-normal",
  "he-uniform",
  "he-normal",
]);

/** Losses that are the negative logarithm of a likelihood. */
const WITH_LIKELIHOOD = new Set(["binary-cross-entropy", "cross-entropy"]);

/** @param {string} loss */
export function hasLikelihood(loss) {
  return WITH_LIKELIHOOD.has(loss);
}
