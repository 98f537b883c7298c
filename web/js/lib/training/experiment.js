/**
 * The document of the page /playground: one experiment, as the server, a link and a file have it. Everything here is a pure
 * function; an edit is a patch of the document's fields.
 */

import { isWeightedSum, needsImages } from "../layers/kinds.js";
import { canHaveBlocks, inARow, inBlocks } from "../layers/blocks.js";
import { hiddenActivation, normalised, notNormalised, withActivation } from "../layers/shortcuts.js";
import { byNumber } from "../layers/tree.js";
import { folded } from "../layers/words.js";

/** @import { Layer } from "../layers/kinds.js" */

/**
 * @typedef {object} Experiment
 * @property {{inputs: number | number[], layers: Layer[], loss: string}} network
 * @property {{init: string, seed?: number} | number[][][]} theta
 * @property {Record<string, any>} data
 * @property {number} [lambda]
 * @property {number} [l1]
 * @property {Record<string, any>} training
 * @property {string} [title]
 */

export const HIDDEN_ACTIVATIONS = Object.freeze(["tanh", "sigmoid", "relu", "leaky-relu", "linear"]);
export const OUTPUT_ACTIVATIONS = Object.freeze(["sigmoid", "softmax", "linear", "tanh", "relu", "leaky-relu"]);

/** What the page opens with. */
export const OPENING = /** @type {Experiment} */ (
  Object.freeze({
    network: network(2, [8, 6], 1, "tanh", "sigmoid", "binary-cross-entropy"),
    theta: { init: "xavier-uniform", seed: 4 },
    data: { dataset: "spiral", count: 300, noise: 0.05, testFraction: 0.3, seed: 4 },
    lambda: 0,
    training: { optimizer: { type: "adam", learningRate: 0.008 }, batchSize: 300, epochs: 1000, shuffle: true, seed: 4 },
  })
);

/** What belongs to targets of each kind: the activation of the output layer, and the loss. */
const MATCHED = Object.freeze({
  binary: { activation: "sigmoid", loss: "binary-cross-entropy" },
  classes: { activation: "softmax", loss: "cross-entropy" },
  regression: { activation: "linear", loss: "squared-error" },
});

/** The loss that belongs to an output. */
const LOSS_OF = Object.freeze({ sigmoid: "binary-cross-entropy", softmax: "cross-entropy" });

/**
 * @param {number | number[]} inputs
 * @param {number[]} hidden units of the hidden layers
 * @param {number} outputs
 * @param {string} activation of hidden units
 * @param {string} output activation of the outputs
 * @param {string} loss
 */
function network(inputs, hidden, outputs, activation, output, loss) {
  return {
    inputs,
    layers: [
      ...hidden.map((units) => ({ type: "dense", units, activation })),
      { type: "dense", units: outputs, activation: output },
    ],
    loss,
  };
}

/**
 * How many inputs there are, and units of each dense layer.
 * @param {Experiment} document
 */
export function sizesOf({ network: { inputs, layers } }) {
  const first = [inputs].flat().reduce((product, each) => product * each, 1);
  return [first, ...byNumber(layers).flatMap(({ layer }) => layer.units ?? [])];
}

/** @param {Experiment} document */
export function hiddenOf({ network: { layers } }) {
  return layers.slice(0, -1);
}

/** @param {Experiment} document */
export function hiddenActivationOf(document) {
  return hiddenActivation(hiddenOf(document));
}

/** @param {Experiment} document */
export function outputOf({ network: { layers } }) {
  return layers.at(-1);
}

/**
 * The same network for other data. Hidden layers stay; the output and the loss are those that belong to the targets.
 * @param {Experiment} document
 * @param {{inputs: number, outputs: number, kind: "binary" | "classes" | "regression"}} shape
 */
export function fitted({ network: { layers } }, { inputs, outputs, kind }) {
  const hidden = layers.slice(0, -1).filter((layer) => !needsImages(layer));
  const { activation, loss } = MATCHED[kind];
  return { network: { inputs, layers: [...hidden, { type: "dense", units: outputs, activation }], loss } };
}

/**
 * @param {Experiment} document
 * @param {Layer[]} layers
 */
export function withLayers({ network }, layers) {
  return { network: { ...network, layers } };
}

/** The output stays as it is. */
function withHidden(document, hidden) {
  return withLayers(document, [...hidden, document.network.layers.at(-1)]);
}

/** Another hidden layer like the last one with units, before the output. */
export function withLayer(document) {
  const hidden = hiddenOf(document);
  const added = hidden.findLast((layer) => layer.units) ?? { type: "dense", units: 4, activation: "tanh" };
  const bare = added.activation === "linear" ? { ...added, activation: hiddenActivationOf(document) ?? "tanh" } : added;
  return withHidden(document, [...hidden, bare]);
}

/**
 * @param {Experiment} document
 * @param {string} activation of all hidden units, those in blocks too
 */
export function withHiddenActivation(document, activation) {
  return withHidden(document, withActivation(hiddenOf(document), activation));
}

/** @param {boolean} on whether every hidden layer is normalised, or none */
export function withNormalisation(document, on) {
  return withHidden(document, on ? normalised(hiddenOf(document)) : notNormalised(hiddenOf(document)));
}

/** @param {boolean} on whether hidden layers of equal width are blocks */
export function withBlocks(document, on) {
  const hidden = hiddenOf(document);
  return withHidden(document, on ? inBlocks(document.network.inputs, hidden) : inARow(hidden));
}

export function canBeInBlocks(document) {
  return canHaveBlocks(document.network.inputs, hiddenOf(document));
}

export function hasHiddenSums(document) {
  return byNumber(hiddenOf(document)).some(({ layer }) => isWeightedSum(layer));
}

/**
 * Another output, with the loss that belongs to it where the one before has none with it.
 * @param {Experiment} document
 * @param {string} activation
 */
export function withOutput({ network }, activation) {
  const layers = network.layers.with(-1, { ...network.layers.at(-1), activation });
  return { network: { ...network, layers, loss: LOSS_OF[activation] ?? "squared-error" } };
}

/**
 * @param {Experiment} document
 * @param {string} loss
 */
export function withLoss({ network }, loss) {
  return { network: { ...network, loss } };
}

/**
 * @param {Experiment} document
 * @param {Record<string, any>} patch a field that is undefined is left out
 */
export function withTraining({ training }, patch) {
  return { training: { ...training, ...patch } };
}

/**
 * As many epochs again, for a run that goes on from its end.
 * @param {Experiment} document
 * @param {number} done how many epochs there were
 */
export function withMoreEpochs(document, done) {
  return withTraining(document, { epochs: 2 * done });
}

/**
 * @param {Experiment} document
 * @param {Record<string, any>} patch
 */
export function withData({ data }, patch) {
  return { data: { ...data, ...patch } };
}

/**
 * The document after an edit; a field that is undefined is gone.
 * @param {Experiment} document
 * @param {Partial<Experiment>} patch
 * @returns {Experiment}
 */
export function edited(document, patch) {
  const fields = Object.entries({ ...document, ...patch }).filter(([, value]) => value !== undefined);
  return /** @type {Experiment} */ (Object.fromEntries(fields));
}

/**
 * The edit that makes one document of another.
 * @param {Experiment} document
 * @param {Experiment} other
 */
export function replacing(document, other) {
  return { ...Object.fromEntries(Object.keys(document).map((name) => [name, undefined])), ...other };
}

/** One seed for the weights, the batches and the data: another number is another chance in all of them. */
export function withSeed({ theta, training, data }, seed) {
  return {
    theta: Array.isArray(theta) ? theta : { ...theta, seed },
    training: { ...training, seed },
    data: data.dataset || "testFraction" in data ? { ...data, seed } : data,
  };
}

/** Whether two documents agree in what a branch must keep: the data and the weights that there are. */
export function canBranch(one, other) {
  return JSON.stringify([one.data, structureOf(one)]) === JSON.stringify([other.data, structureOf(other)]);
}

/** The layers without what they compute of their sums. */
function structureOf({ network: { inputs, layers } }) {
  return [inputs, byNumber(layers).map(({ layer: { activation, layers: inside, ...counts } }) => counts)];
}

/** "2–8–6–1" */
export function architecture({ network }) {
  return folded(network, "–");
}

/** @param {Experiment} document */
export function nameOf(document) {
  const { data } = document;
  const name = data.dataset ?? (data.csv ? "table" : "own points");
  return `${name}, ${architecture(document)}`;
}
