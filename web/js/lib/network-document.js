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

import { carried } from "./layers/carried.js";
import { isAllDense, isDense } from "./layers/kinds.js";
import { normShapes, sizeOf, thetaShapes } from "./layers/shapes.js";
import { hiddenActivation } from "./layers/shortcuts.js";
import { byNumber } from "./layers/tree.js";
import { inALine } from "./layers/words.js";
import { optimizerName, usualRate, withFittingState } from "./network-optimizer.js";
import { isSame } from "./same.js";

/** Fields that say how the experiment is looked at. */
const LOOKS = Object.freeze(["grain", "story", "example", "unfolded", "start", "init", "origin"]);

export const GRAINS = Object.freeze(["layer", "unit", "term"]);
export const STORIES = Object.freeze(["pass", "derivation"]);
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

const FIRST_INIT = Object.freeze({ init: "xavier-uniform", seed: 7 });

/** How a document is looked at where it does not say. */
const AS_FIRST_SEEN = Object.freeze({ grain: "unit", story: "pass", example: null, unfolded: Object.freeze([]) });

/**
 * How an address says that a document is looked at.
 * @param {URLSearchParams} fields
 */
export function looksOf(fields) {
  const example = Number(fields.get("e") ?? NaN);
  return {
    grain: GRAINS.includes(fields.get("g") ?? "") ? fields.get("g") : AS_FIRST_SEEN.grain,
    story: STORIES.includes(fields.get("t") ?? "") ? fields.get("t") : AS_FIRST_SEEN.story,
    example: Number.isInteger(example) && example >= 1 ? example : null,
  };
}

/**
 * The same as it stands in an address; what is as at first is left out.
 * @param {NetworkDocument} document
 */
export function writtenLooks({ grain, story, example }) {
  return [grain === "unit" ? "" : `g=${grain}`, story === "pass" ? "" : `t=${story}`, example === null ? "" : `e=${example}`];
}

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
 * "3–3–1, sigmoid, adam": sizes, the activations as often as they differ, and what is no plain gradient descent; or the title that the document brings along
 * while it still is what it was.
 * @param {NetworkDocument} document
 */
export function nameOf({ network, training }) {
  const activations = byNumber(network.layers).map(({ layer }) => layer.activation);
  const words = [...new Set(isAllDense(network) ? activations : activations.filter((name) => name !== "linear")), optimizerName(training)];
  return [inALine(network, "–"), ...words.filter(Boolean)].join(", ");
}

/** @param {string} loss */
export function hasLikelihood(loss) {
  return WITH_LIKELIHOOD.has(loss);
}

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
 * A network with another number of units in a layer, 1 for the inputs. The examples follow with zeros.
 * @param {NetworkDocument} document
 * @param {{x: number[][], y: number[][]}} data the examples that the document stands for
 * @param {number} layer
 * @param {number} units
 */
export function withUnits(document, data, layer, units) {
  const { network } = document;
  if (layer === 1) {
    return { network: { ...network, inputs: units }, ...resized(data, "x", units), ...unlabelled(document, "inputs") };
  }
  const layers = network.layers.with(layer - 2, { ...network.layers[layer - 2], units });
  const last = layer - 2 === layers.length - 1;
  return {
    network: { ...network, layers },
    ...(last ? { ...resized(data, "y", units), ...unlabelled(document, "outputs") } : {}),
  };
}

/**
 * A network with other inputs: so many numbers, or channels, height and width of an image. Examples follow where there are more
 * numbers or fewer.
 * @param {NetworkDocument} document
 * @param {{x: number[][], y: number[][]}} data
 * @param {number | number[]} inputs
 */
export function withInputs(document, data, inputs) {
  const [before, after] = [document.network.inputs, inputs].map((shape) => sizeOf([shape].flat()));
  const followed = before === after ? {} : { ...resized(data, "x", after), ...unlabelled(document, "inputs") };
  return { network: { ...document.network, inputs }, ...followed };
}

/**
 * A network with other layers; weights that are given go along with theirs.
 * @param {NetworkDocument} document
 * @param {LayerSpec[]} layers made from its own
 */
export function withLayers({ network, theta }, layers) {
  return {
    network: { ...network, layers },
    ...(Array.isArray(theta) ? { theta: /** @type {any} */ (carried(theta, network.layers, layers)) } : {}),
  };
}

/**
 * A network with another hidden layer before its output.
 * @param {NetworkDocument} document
 */
export function withLayer(document) {
  const { inputs, layers } = document.network;
  const before = layers.slice(0, -1).findLast(isDense);
  const units = before?.units ?? (Array.isArray(inputs) ? layers.at(-1).units : inputs);
  const added = { type: "dense", units, activation: hiddenActivationOf(document) };
  return withLayers(document, layers.toSpliced(-1, 0, added));
}

/**
 * The activation of hidden units, of the last layer that is dense or of any other.
 * @param {NetworkDocument} document
 */
export function hiddenActivationOf({ network }) {
  const hidden = network.layers.slice(0, -1);
  return hidden.findLast(isDense)?.activation ?? hiddenActivation(hidden) ?? "sigmoid";
}

/**
 * @param {NetworkDocument} document
 * @param {string} activation of the output
 */
export function withActivation({ network }, activation) {
  const { layers } = network;
  return { network: { ...network, layers: layers.with(-1, { ...layers.at(-1), activation }) } };
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
 * One more example, a copy of the last.
 * @param {{x: number[][], y: number[][]}} data
 */
export function withExample({ x, y }) {
  return { data: { x: [...x, [...(x.at(-1) ?? [])]], y: [...y, [...(y.at(-1) ?? [])]] } };
}

/**
 * @param {{x: number[][], y: number[][]}} data
 * @param {number} example from 1
 */
export function withoutExample({ x, y }, example) {
  return { data: { x: x.toSpliced(example - 1, 1), y: y.toSpliced(example - 1, 1) } };
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

function resized(data, kind, width) {
  const rows = data[kind].map((row) => Array.from({ length: width }, (_, at) => row[at] ?? 0));
  return { data: { ...data, [kind]: rows } };
}

function unlabelled({ labels }, kind) {
  return labels?.[kind] ? { labels: { ...labels, [kind]: undefined } } : {};
}
