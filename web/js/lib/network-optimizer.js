/**
 * The optimizer of the document of the page /network: its constants, and the edits of them. Everything here is a pure
 * function; an edit is a patch for the Player. What an optimizer remembers goes with an edit that it does not fit.
 */

/** @import { NetworkDocument } from "./network-document.js" */

/**
 * @typedef {object} Constant of an optimizer
 * @property {string} name in the document
 * @property {string} latex
 * @property {string} label
 * @property {number} usual
 */

/** How far a first try goes, and PyTorch's constants. */
const USUAL = Object.freeze({
  sgd: { learningRate: 0.5, momentum: 0 },
  adagrad: { learningRate: 0.01, eps: 1e-10 },
  rmsprop: { learningRate: 0.01, alpha: 0.99, eps: 1e-8 },
  adam: { learningRate: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-8 },
  adamw: { learningRate: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0.01 },
  lamb: { learningRate: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-6, weightDecay: 0 },
});

const CONSTANTS = Object.freeze({
  momentum: { latex: "\\mu", label: "momentum" },
  alpha: { latex: "\\alpha", label: "how much of the mean square is kept" },
  beta1: { latex: "\\beta_{1}", label: "how much of the mean is kept" },
  beta2: { latex: "\\beta_{2}", label: "how much of the mean square is kept" },
  eps: { latex: "\\epsilon", label: "added to the root" },
  weightDecay: { latex: "w", label: "weight decay" },
});

export const OPTIMIZERS = Object.freeze(Object.keys(USUAL));

/**
 * The learning rate of an optimizer where a document has none.
 * @param {string} [type]
 * @returns {number}
 */
export function usualRate(type = "sgd") {
  return USUAL[type]?.learningRate ?? USUAL.sgd.learningRate;
}

/**
 * @param {NetworkDocument} document
 * @returns {(Constant & {value: number})[]} the constants of its optimizer
 */
export function constantsOf({ training: { optimizer } }) {
  return Object.entries(USUAL[optimizer.type] ?? {})
    .filter(([name]) => name in CONSTANTS)
    .map(([name, usual]) => ({ name, ...CONSTANTS[name], usual, value: optimizer[name] ?? usual }));
}

/**
 * "adam", "sgd with momentum"; nothing for plain gradient descent.
 * @param {NetworkDocument["training"]} [training]
 */
export function optimizerName(training) {
  const { type = "sgd", momentum = 0 } = training?.optimizer ?? {};
  return type === "sgd" ? (momentum > 0 ? "momentum" : "") : type;
}

/**
 * Another optimizer, with its usual constants.
 * @param {NetworkDocument} document
 * @param {string} type
 */
export function withOptimizer({ training }, type) {
  return { training: { ...training, optimizer: { type, learningRate: usualRate(type) }, state: forgotten(training.state) } };
}

/**
 * @param {NetworkDocument} document
 * @param {string} name
 * @param {number | boolean} value
 */
export function withConstant({ training }, name, value) {
  const optimizer = { ...training.optimizer, [name]: value };
  return { training: { ...training, optimizer: name === "momentum" && value === 0 ? { ...optimizer, nesterov: undefined } : optimizer } };
}

/**
 * @param {NetworkDocument} document
 * @param {number} clipNorm 0 leaves slopes as long as they are
 */
export function withClipNorm({ training }, clipNorm) {
  return { training: { ...training, clipNorm: clipNorm === 0 ? undefined : clipNorm } };
}

/**
 * The first update of the optimizer, which remembers nothing.
 * @param {NetworkDocument} document
 */
export function withoutMemory({ training }) {
  return { training: { ...training, state: forgotten(training.state) } };
}

/** Whether a schedule changes the learning rate. */
export function isScheduled({ training: { schedule } }) {
  return schedule !== undefined && schedule.type !== "constant";
}

/**
 * Another update under the same schedule.
 * @param {NetworkDocument} document
 * @param {number} clock
 */
export function withClock({ training }, clock) {
  return { training: { ...training, state: { updates: 0, ...training.state, clock } } };
}

/**
 * The same update without its schedule.
 * @param {NetworkDocument} document
 * @param {number} learningRate that the schedule has come to
 */
export function withoutSchedule({ training }, learningRate) {
  const { clock: _, ...state } = training.state ?? {};
  const optimizer = { ...training.optimizer, learningRate };
  return { training: { ...training, optimizer, schedule: undefined, state: training.state && state } };
}

/**
 * A document without what does not fit it: what its optimizer remembers where that has not the shape of the weights or is of
 * another optimizer, and what batch norms have seen where there are other ones.
 * @param {NetworkDocument} document
 * @param {[number, number][]} shapes of every matrix of weights
 * @param {[number, number][]} normShapes of the running statistics of every batch norm
 * @returns {NetworkDocument}
 */
export function withFittingState(document, shapes, normShapes) {
  const { training } = document;
  const { state } = training ?? {};
  if (!state) {
    return document;
  }
  const wanted = memoriesOf(training.optimizer);
  const memories = [state.first, state.second].filter((memory) => memory !== undefined && memory !== null);
  const remembers = memories.length === wanted && memories.every((memory) => hasShapes(ofWeights(memory), shapes));
  const knows = !state.running || hasShapes(state.running, normShapes);
  if (remembers && knows) {
    return document;
  }
  const kept = remembers ? state : forgotten(state);
  return { ...document, training: { ...training, state: knows ? kept : kept && { ...kept, running: undefined } } };
}

/**
 * What is remembered of layers that have weights; of others there is an empty matrix.
 * @param {any[][][]} memory
 */
export function ofWeights(memory) {
  return memory.filter((rows) => rows.length > 0);
}

/** What is left of a state without what the optimizer remembers. */
function forgotten(state) {
  return state?.clock === undefined && !state?.running ? undefined : { updates: 0, clock: state.clock, running: state.running };
}

function memoriesOf({ type, momentum = 0 }) {
  if (type === "sgd") {
    return momentum > 0 ? 1 : 0;
  }
  return type === "adagrad" || type === "rmsprop" ? 1 : 2;
}

function hasShapes(memory, shapes) {
  return (
    memory.length === shapes.length &&
    memory.every((rows, at) => rows.length === shapes[at][0] && rows.every((row) => row.length === shapes[at][1]))
  );
}
