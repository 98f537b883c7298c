/**
 * A moment of the story of a network, as its instruments need it: which example is looked at, what the step writes and
 * what it reads. A pure function of the trace, the schedule and the index; formulas and words are not needed here.
 */
import { formatOf } from "./moment.js";
import { partsOf } from "./network-names.js";
import { exampleAt, phaseAt, quantityAt } from "./schedule.js";

/** @import { Format } from "./moment.js" */
/** @import { Schedule } from "./schedule.js" */
/** @import { JsonNumber } from "./types.js" */

/**
 * @typedef {object} NetworkLayer
 * @property {number} layer
 * @property {number} units
 * @property {string | null} activation
 * @property {string} [type]
 * @property {number[]} [shape] of an image
 * @property {JsonNumber[]} [mean] of the batch of a batch normalisation, by unit or channel
 * @property {JsonNumber[]} [variance]
 *
 * @typedef {object} FigureNode
 * @property {number} layer
 * @property {number} unit
 * @property {number} x
 * @property {number} y
 *
 * @typedef {object} FigureFold the units of a layer that are only counted
 * @property {number} layer
 * @property {number} x
 * @property {number} y
 * @property {number} hidden how many
 * @property {number} from
 * @property {number} to
 *
 * @typedef {object} Figure
 * @property {number} width
 * @property {number} height
 * @property {{layer: number, x: number, title: string}[]} columns
 * @property {FigureNode[]} nodes
 * @property {FigureFold[]} folds
 * @property {FigureLink[]} links
 *
 * @typedef {object} FigureLink an edge that is no weight of a dense layer
 * @property {number} fromLayer
 * @property {number} from
 * @property {number} layer
 * @property {number} unit
 * @property {number} row of the weight on it, 0 where there is none
 * @property {number} column
 *
 * @typedef {object} OptimizerUpdate what an optimizer makes of the slopes; by layer, row and column
 * @property {string} type
 * @property {number} t
 * @property {{schedule: string, per: "epoch" | "iteration", initial: number, t: number, value: JsonNumber}} [rate]
 * @property {JsonNumber} [norm]
 * @property {JsonNumber} [clip]
 * @property {{name: string}[]} memories
 * @property {{name: string}[]} made
 * @property {{layer: number, thetaNorm: JsonNumber, uNorm: JsonNumber, trustRatio: JsonNumber}[]} layers
 *
 * @typedef {object} NetworkTrace
 * @property {JsonNumber} cost
 * @property {JsonNumber[]} losses
 * @property {number} n
 * @property {import("./network-numbers.js").Numbers} numbers its vectors and matrices
 * @property {{inputs?: string[], outputs?: string[]}} [labels]
 * @property {NetworkLayer[]} layers
 * @property {OptimizerUpdate} update
 * @property {{losses: JsonNumber[], cost: JsonNumber}} updated
 * @property {{quantity: string, flag: string, reason: string}[]} [flags]
 * @property {Schedule} schedule
 * @property {Figure} figure
 *
 * @typedef {object} NetworkMoment
 * @property {NetworkTrace} trace
 * @property {Schedule} schedule
 * @property {number} index
 * @property {number} example the one whose numbers are shown, from 1
 * @property {boolean} after after all examples
 * @property {string} phase
 * @property {string} quantity address of what the step writes or goes on summing
 * @property {ReadonlySet<string>} reads
 * @property {JsonNumber | null} sum what the step has summed so far, where more is to come
 * @property {Format} format
 * @property {number} loaded grows with what arrives, such as Δ after some examples
 * @property {(examples: number, layer: number) => JsonNumber[][] | null} accumulated Δ of a layer after so many examples, once it is here
 */

/**
 * Whether the matrix of a layer leads to a fully connected one.
 * @param {NetworkTrace} trace
 * @param {number} layer
 */
export function isDenseAfter({ layers }, layer) {
  const { type } = layers[layer] ?? {};
  return type === undefined || type === null || type === "dense";
}

const NOTHING_READ = Object.freeze(new Set());

/**
 * @param {import("./player.js").Player} player
 * @returns {NetworkMoment | null} null before there is an answer
 */
export function networkMoment(player) {
  const trace = /** @type {NetworkTrace | null} */ (player.trace);
  if (trace === null) {
    return null;
  }
  const { schedule } = trace;
  const index = player.passIndex;
  const step = player.stepNow;
  const quantity = step?.quantity ?? quantityAt(schedule, index);
  return {
    trace,
    schedule,
    index,
    example: player.example,
    after: exampleAt(schedule, index) === null,
    phase: step?.phase ?? phaseAt(schedule, index)?.phase ?? "forward",
    quantity,
    reads: step ? readBy(quantity, step.reads, trace) : NOTHING_READ,
    sum: step?.partial && typeof step.value !== "object" ? step.value : null,
    format: formatOf(player.notation),
    loaded: player.loaded,
    accumulated: (examples, layer) => accumulatedAfter(player, trace, examples, layer),
  };
}

/** Of a wide layer a δ names all of Θ, and means the column of its unit. */
function readBy(quantity, reads, { numbers }) {
  const written = partsOf(quantity);
  if (written?.kind !== "delta" || written.row === null) {
    return new Set(reads);
  }
  const { layer, row } = written;
  const columnOf = () => Array.from({ length: numbers.shape(layer)?.rows ?? 0 }, (_, at) => `Theta.${layer}.${at + 1}.${row}`);
  return new Set(reads.flatMap((address) => (address === `Theta.${layer}` ? columnOf() : [address])));
}

/**
 * Whether two moments look the same.
 * @param {NetworkMoment | null} one
 * @param {NetworkMoment} other
 */
export function looksTheSame(one, other) {
  return (
    one !== null &&
    ["trace", "index", "example", "phase", "quantity", "sum", "format", "loaded"].every((part) => one[part] === other[part]) &&
    one.reads.size === other.reads.size
  );
}

/**
 * Whether a step writes a number: the number itself or the row, vector or matrix that it stands in.
 * @param {NetworkMoment} moment
 * @param {string} address of one number
 */
export function writes({ quantity }, address) {
  return covers(quantity, address);
}

/**
 * Whether a step reads a number, by itself or within its row, vector or matrix.
 * @param {NetworkMoment} moment
 * @param {string} address of one number
 * @param {number} [least] how many numbers what it stands in is named by: 1 takes whole vectors and matrices, 2 rows
 */
export function readsNumber({ reads, after, trace }, address, least = 1) {
  if (reads.size === 0) {
    return false;
  }
  const [head, tail] = split(address);
  const tails = after && head.startsWith("Delta") ? [tail, `@${trace.n}`] : [tail];
  const parts = head.split(".");
  for (let length = parts.length; length > least; length--) {
    const part = parts.slice(0, length).join(".");
    if (tails.some((each) => reads.has(part + each))) {
      return true;
    }
  }
  return false;
}

/** Whether a vector, row or matrix holds a number, or is it. */
export function covers(whole, address) {
  if (whole === address) {
    return true;
  }
  const [wholeHead, wholeTail] = split(whole);
  const [head, tail] = split(address);
  return wholeTail === tail && head.startsWith(`${wholeHead}.`);
}

function split(address) {
  const at = address.search(/[@~]/);
  return at < 0 ? [address, ""] : [address.slice(0, at), address.slice(at)];
}

function accumulatedAfter(player, { n, numbers }, examples, layer) {
  if (examples === n) {
    return numbers.matrix(`Delta.${layer}`);
  }
  return numbers.arriving ? numbers.matrix(`Delta.${layer}@${examples}`) : (player.accumulated(examples)?.[layer - 1] ?? null);
}
