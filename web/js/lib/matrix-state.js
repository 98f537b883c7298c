/**
 * What Θ, Δ and D show at a step. Entries are asked for by numbers and not by addresses, since a matrix may have
 * millions.
 */
import { readsNumber, writes } from "./network-moment.js";

/** @import { NetworkMoment } from "./network-moment.js" */
/** @import { Block, Schedule } from "./schedule.js" */
/** @import { JsonNumber } from "./types.js" */

/** @typedef {"Theta" | "Delta" | "D"} MatrixKind */

/**
 * @typedef {object} MatrixState
 * @property {MatrixKind} kind
 * @property {number} layer
 * @property {number} rows
 * @property {number} columns the bias weights among them
 * @property {boolean} begun whether any entry is known
 * @property {string} version what the numbers depend on: equal versions have equal numbers
 * @property {string} caption how far it is
 * @property {(row: number, column: number) => JsonNumber | null} value null while it is not computed
 * @property {(row: number, column: number) => JsonNumber | null} was before the update, null where nothing changed
 * @property {(row: number, column: number) => string} address
 * @property {string} tail what stands behind the address of the matrix
 */

/**
 * @param {NetworkMoment} moment
 * @param {MatrixKind} kind
 * @param {number} layer
 * @returns {MatrixState}
 */
export function matrixState(moment, kind, layer) {
  const theta = moment.trace.theta[layer - 1];
  const shape = { kind, layer, rows: theta.length, columns: theta[0].length };
  switch (kind) {
    case "Theta":
      return thetaState(moment, shape, theta);
    case "Delta":
      return deltaState(moment, shape);
    case "D":
      return gradientState(moment, shape);
  }
}

/**
 * Whether a step writes or reads an entry.
 * @param {NetworkMoment} moment
 * @param {string} address
 * @returns {"now" | "read" | ""}
 */
export function markOf(moment, address) {
  if (writes(moment, address)) {
    return "now";
  }
  return readsNumber(moment, address, ROWS) ? "read" : "";
}

/** A matrix that is read as a whole is marked as a whole. */
const ROWS = 2;

/**
 * Whether a step reads a matrix as a whole.
 * @param {NetworkMoment} moment
 * @param {MatrixState} state
 */
export function readsWhole({ reads }, { kind, layer, tail }) {
  return reads.has(`${kind}.${layer}${tail}`);
}

function thetaState(moment, shape, theta) {
  const progress = progressOf(moment, "ThetaNew", shape, 0);
  const updated = moment.trace.updated?.theta[shape.layer - 1];
  return {
    ...shape,
    begun: true,
    version: `${progress.known}`,
    caption: progress.begun ? "new; below, what it was" : "",
    value: (i, j) => (progress.has(i, j) ? updated[i - 1][j] : theta[i - 1][j]),
    was: (i, j) => (progress.has(i, j) ? theta[i - 1][j] : null),
    address: (i, j) => `Theta.${shape.layer}.${i}.${j}${progress.has(i, j) ? "~1" : ""}`,
    tail: progress.done ? "~1" : "",
  };
}

function deltaState(moment, shape) {
  const { example, trace, schedule, after } = moment;
  const current = after ? trace.n : example;
  const progress = progressOf(moment, "Delta", shape, (current - 1) * schedule.perExample);
  const of = (examples) => (examples > 0 ? moment.accumulated(examples)?.[shape.layer - 1] : undefined);
  const before = progress.done ? undefined : of(current - 1);
  const now = progress.begun ? of(current) : undefined;
  const examples = progress.done ? current : current - 1;
  return {
    ...shape,
    begun: progress.begun || current > 1,
    version: `${current} ${progress.known} ${before !== undefined} ${now !== undefined}`,
    caption: deltaCaption(progress, current, examples, trace.n),
    value: (i, j) => (progress.has(i, j) ? now : before)?.[i - 1][j] ?? null,
    was: () => null,
    address: (i, j) => {
      const entry = `Delta.${shape.layer}.${i}.${j}`;
      return after ? entry : `${entry}@${progress.has(i, j) || current === 1 ? current : current - 1}`;
    },
    tail: after ? "" : `@${Math.max(1, examples)}`,
  };
}

function deltaCaption(progress, current, examples, n) {
  if (progress.begun && !progress.done) {
    return `adding example ${current} of ${n}`;
  }
  return examples === 0 ? "waits for every $\\htmlClass{bwd}{\\delta}$" : `after ${examples} of ${n}`;
}

function gradientState(moment, shape) {
  const progress = progressOf(moment, "D", shape, 0);
  const D = moment.trace.gradients[shape.layer - 1].D;
  return {
    ...shape,
    begun: progress.begun,
    version: `${progress.known}`,
    caption: progress.begun ? "" : `after example ${moment.trace.n}`,
    value: (i, j) => (progress.has(i, j) ? D[i - 1][j] : null),
    was: () => null,
    address: (i, j) => `D.${shape.layer}.${i}.${j}`,
    tail: "",
  };
}

/**
 * How far a step has come in a matrix that is told entry by entry, row by row or at once.
 * @param {NetworkMoment} moment
 * @param {"ThetaNew" | "Delta" | "D"} kind
 * @param {{layer: number, rows: number, columns: number}} shape
 * @param {number} base the first step of the example
 */
function progressOf({ schedule, index }, kind, { layer, rows, columns }, base) {
  const block = blockOf(schedule, kind, layer);
  const first = block ? base + block.from + block.last : Infinity;
  const stepOf = (i, j) => first + (i - 1) * block.stride + j * block.entry;
  const last = block ? stepOf(rows, columns - 1) : Infinity;
  return {
    begun: index >= first,
    done: index >= last,
    known: Math.min(Math.max(index, first - 1), last),
    has: (i, j) => block !== undefined && stepOf(i, j) <= index,
  };
}

/** @type {WeakMap<Schedule, Map<string, Block>>} */
const blocks = new WeakMap();

function blockOf(schedule, kind, layer) {
  let found = blocks.get(schedule);
  if (!found) {
    found = new Map(schedule.blocks.map((block) => [`${block.kind}.${block.layer}`, block]));
    blocks.set(schedule, found);
  }
  return found.get(`${kind}.${layer}`);
}
