/**
 * What Θ, Δ and D show at a step. Entries are asked for by numbers and not by addresses, since a matrix may have
 * millions.
 */
import { MEMORIES } from "./optimizer-names.js";
import { readsNumber, writes } from "./network-moment.js";
import { firstStepOf } from "./schedule.js";

/** @import { NetworkMoment } from "./network-moment.js" */
/** @import { Block, Schedule } from "./schedule.js" */
/** @import { JsonNumber } from "./types.js" */

/** @import { MemoryKind, PartKind } from "./optimizer-names.js" */

/** @typedef {"Theta" | "Delta" | "D" | MemoryKind | PartKind} MatrixKind */

/**
 * @typedef {object} MatrixState
 * @property {MatrixKind} kind
 * @property {number} layer
 * @property {number} rows
 * @property {number} columns the bias weights among them
 * @property {boolean} scales whether its columns are γ and β of a batch normalisation
 * @property {{channels: number, size: number} | null} kernel of a convolution, whose rows are a bias and a kernel for each channel
 * @property {boolean} begun whether any entry is known
 * @property {boolean} [renewed] whether any entry is one after the update
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
  const { rows, columns } = moment.trace.numbers.shape(layer);
  const { type } = moment.trace.layers[layer];
  const scales = type === "batch-norm";
  const kernel = type === "conv2d" ? kernelOf(columns, moment.trace.layers[layer - 1].shape ?? [1]) : null;
  const shape = { kind, layer, rows, columns, scales, kernel };
  switch (kind) {
    case "Delta":
      return deltaState(moment, shape);
    case "D":
      return madeState(moment, shape, `after example ${moment.trace.n}`);
    default:
      return kind === "Theta" || MEMORIES.has(kind) ? updatedState(moment, shape) : madeState(moment, shape, "in the update");
  }
}

/**
 * Whether any entry of a matrix is known, which is said without looking at its numbers.
 * @param {NetworkMoment} moment
 * @param {MatrixKind} kind
 * @param {number} layer
 */
export function hasBegun(moment, kind, layer) {
  const isGiven = kind === "Theta" || MEMORIES.has(kind);
  const { rows, columns } = moment.trace.numbers.shape(layer);
  return isGiven || progressOf(moment, kind, { layer, rows, columns }).begun;
}

function kernelOf(columns, [channels]) {
  return { channels, size: Math.round(Math.sqrt((columns - 1) / channels)) };
}

/**
 * The matrices of an optimizer, by kind, in the order in which they are told: what it sees, remembers and makes.
 * @param {import("./network-moment.js").NetworkTrace} trace
 * @returns {MatrixKind[]}
 */
export function optimizerMatrices({ update }) {
  const [remembered, made] = [update?.memories ?? [], update?.made ?? []].map((all) => all.map(({ name }) => name));
  return /** @type {MatrixKind[]} */ ([
    ...made.filter((name) => name === "slope"),
    ...remembered,
    ...made.filter((name) => name !== "slope"),
  ]);
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

/** A matrix that is there before the update, and another one after it. */
function updatedState(moment, shape) {
  const { kind, layer } = shape;
  const { numbers } = moment.trace;
  const progress = progressOf(moment, `${kind}New`, shape);
  const before = progress.done ? null : numbers.matrix(`${kind}.${layer}`);
  const after = progress.begun ? numbers.matrix(`${kind}.${layer}~1`) : null;
  const old = () => before ?? numbers.matrix(`${kind}.${layer}`);
  const isHere = (progress.done || before !== null) && (!progress.begun || after !== null);
  return {
    ...shape,
    begun: true,
    renewed: progress.begun,
    version: `${progress.known} ${isHere}`,
    caption: isHere ? (progress.begun ? "new; below, what it was" : "") : ON_ITS_WAY,
    value: (i, j) => entry(progress.has(i, j) ? after : before, i, j),
    was: (i, j) => (progress.has(i, j) ? entry(old(), i, j) : null),
    address: (i, j) => `${kind}.${layer}.${i}.${j}${progress.has(i, j) ? "~1" : ""}`,
    tail: progress.done ? "~1" : "",
  };
}

/** What is said of numbers that are fetched. */
const ON_ITS_WAY = "on its way";

/** null where it is not here yet */
function entry(rows, i, j) {
  return rows?.[i - 1][j] ?? null;
}

function deltaState(moment, shape) {
  const { example, trace, after } = moment;
  const current = after ? trace.n : example;
  const progress = progressOf(moment, "Delta", shape, current);
  const of = (examples) => (examples > 0 ? moment.accumulated(examples, shape.layer) : null);
  const before = progress.done ? null : of(current - 1);
  const now = progress.begun ? of(current) : null;
  const examples = progress.done ? current : current - 1;
  return {
    ...shape,
    begun: progress.begun || current > 1,
    version: `${current} ${progress.known} ${before !== null} ${now !== null}`,
    caption: deltaCaption(progress, current, examples, trace.n),
    value: (i, j) => entry(progress.has(i, j) ? now : before, i, j),
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

/** A matrix that is made once, after all examples. */
function madeState(moment, shape, waiting) {
  const { kind, layer } = shape;
  const progress = progressOf(moment, kind, shape);
  const values = progress.begun ? moment.trace.numbers.matrix(`${kind}.${layer}`) : null;
  const isHere = values !== null;
  return {
    ...shape,
    begun: progress.begun,
    version: `${progress.known} ${isHere}`,
    caption: progress.begun ? (isHere ? "" : ON_ITS_WAY) : waiting,
    value: (i, j) => (progress.has(i, j) ? entry(values, i, j) : null),
    was: () => null,
    address: (i, j) => `${kind}.${layer}.${i}.${j}`,
    tail: "",
  };
}

/**
 * How far a step has come in a matrix that is told entry by entry, row by row or at once.
 * @param {NetworkMoment} moment
 * @param {string} kind of the blocks
 * @param {{layer: number, rows: number, columns: number}} shape
 * @param {number} [example] whose matrix it is
 */
function progressOf({ schedule, index }, kind, { layer, rows, columns }, example = 1) {
  const block = blockOf(schedule, kind, layer);
  const first = block ? firstStepOf(schedule, block, example) + block.last : Infinity;
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
