/**
 * The document of the page /network: an experiment and how it is looked at. Everything here is a pure function; an edit
 * is a patch for the Player. What a new size leaves open, the server fills from the initialisation.
 */

/**
 * @typedef {object} LayerSpec
 * @property {string} type
 * @property {number} units
 * @property {string} activation
 *
 * @typedef {{init: string, seed?: number}} Initialisation
 *
 * @typedef {object} OptimizerState what an optimizer remembers of earlier updates, what the schedule counts, what batch norms have seen
 * @property {number} updates
 * @property {number[][][]} [first]
 * @property {number[][][]} [second]
 * @property {number} [clock] of the schedule
 * @property {number[][][]} [running] mean and variance of each unit, by batch norm
 *
 * @typedef {object} Training
 * @property {{type: string, learningRate: number, momentum?: number, nesterov?: boolean, [constant: string]: unknown}} optimizer
 * @property {{type: string, per?: "epoch" | "iteration"}} [schedule]
 * @property {number} [clipNorm]
 * @property {OptimizerState} [state]
 *
 * @typedef {object} NetworkDocument
 * @property {{inputs: number, layers: LayerSpec[], loss: string}} network
 * @property {number[][][] | Initialisation} theta
 * @property {Initialisation} [init] fills the weights of new sizes where theta is given number by number
 * @property {{x: number[][], y: number[][]}} data
 * @property {number} lambda
 * @property {number} [l1]
 * @property {"loss" | "log-likelihood"} sign
 * @property {Training} training
 * @property {string} [title]
 * @property {{inputs?: string[], outputs?: string[]}} [labels]
 * @property {"layer" | "unit" | "term"} grain
 * @property {"pass" | "derivation"} story
 * @property {number | null} example the one that is looked at after all of them, from 1; null is the last
 * @property {number[]} unfolded layers that are drawn whole
 * @property {NetworkDocument} [start] what Reset goes back to
 * @property {import("./update-of-run.js").Origin} [origin] the update of a run that it is
 */

import { isAllDense } from "./layers/kinds.js";
import { normShapes, thetaShapes } from "./layers/shapes.js";
import { byNumber } from "./layers/tree.js";
import { inALine } from "./layers/words.js";
import { hasLikelihood } from "./network-choices.js";
import { AS_FIRST_SEEN, LOOKS } from "./network-looks.js";
import { optimizerName, usualRate, withFittingState } from "./network-optimizer.js";
import { FIRST_INIT } from "./network-weights.js";
import { isSame } from "./same.js";

/** What the page opens with: the lecture's network of three inputs, three hidden units and one output. */
export const OPENING = /** @type {NetworkDocument} */ (
  begun({
    network: {
      inputs: 3,
      layers: [
        { type: "dense", units: 3, activation: "sigmoid" },
        { type: "dense", units: 1, activation: "sigmoid" },
      ],
      loss: "binary-cross-entropy",
    },
    theta: [
      [
        [0.1, 0.4, -0.6, 0.3],
        [-0.2, 0.7, 0.5, -0.4],
        [0.3, -0.5, 0.2, 0.6],
      ],
      [[-0.1, 0.8, -0.9, 0.5]],
    ],
    data: {
      x: [
        [1, 0, 0.5],
        [0, 1, 1],
        [1, 1, 0],
        [0.5, 0.25, 0.5],
      ],
      y: [[1], [0], [0], [1]],
    },
    lambda: 0.01,
    sign: "loss",
    training: { optimizer: { type: "sgd", learningRate: 0.5 } },
  })
);

/**
 * A document as an experiment begins: complete, and its own start.
 * @param {object} experiment
 * @param {object} [looks]
 * @returns {NetworkDocument}
 */
export function begun(experiment, looks = {}) {
  const document = {
    lambda: 0,
    sign: "loss",
    ...experiment,
    theta: experiment.theta ?? FIRST_INIT,
    training: {
      ...experiment.training,
      optimizer: {
        type: "sgd",
        learningRate: usualRate(experiment.training?.optimizer?.type),
        ...experiment.training?.optimizer,
      },
    },
    ...AS_FIRST_SEEN,
    ...looks,
  };
  return { ...document, start: document };
}

/**
 * The experiment alone, as the server, a link and a file have it.
 * @param {NetworkDocument} document
 */
export function experimentOf(document) {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !LOOKS.includes(name)));
}

/**
 * @param {NetworkDocument} one
 * @param {NetworkDocument} other
 */
export function isSameExperiment(one, other) {
  return isSame(experimentOf(one), experimentOf(other));
}

/**
 * "3–3–1, sigmoid, adam": sizes, the activations as often as they differ, and what is no plain gradient descent.
 * @param {NetworkDocument} document
 */
export function nameOf({ network, training }) {
  const activations = byNumber(network.layers).map(({ layer }) => layer.activation);
  const words = [...new Set(isAllDense(network) ? activations : activations.filter((name) => name !== "linear")), optimizerName(training)];
  return [inALine(network, "–"), ...words.filter(Boolean)].join(", ");
}

/**
 * The document after an edit. Explicit weights in the place of an initialisation remember it.
 * @param {NetworkDocument} document
 * @param {Partial<NetworkDocument>} patch
 * @returns {NetworkDocument}
 */
export function edited(document, patch) {
  const remembered = Array.isArray(patch.theta) && !Array.isArray(document.theta) ? { init: document.theta } : {};
  const next = { ...document, ...remembered, ...patch };
  return withFittingState(next, thetaShapes(next.network), normShapes(next.network));
}

/**
 * @param {NetworkDocument} document
 * @param {string} loss
 */
export function withLoss({ network, sign }, loss) {
  return { network: { ...network, loss }, sign: hasLikelihood(loss) ? sign : /** @type {const} */ ("loss") };
}

/**
 * @param {NetworkDocument} document
 * @param {number} learningRate
 */
export function withLearningRate({ training }, learningRate) {
  return { training: { ...training, optimizer: { ...training.optimizer, learningRate } } };
}

/**
 * The experiment as it was at its start; how it is looked at stays.
 * @param {NetworkDocument} document
 */
export function withStart(document) {
  const start = experimentOf(document.start ?? document);
  const added = Object.keys(experimentOf(document)).filter((name) => !(name in start));
  return { ...Object.fromEntries(added.map((name) => [name, undefined])), ...start, init: undefined };
}
