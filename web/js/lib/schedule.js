/**
 * The order of the story of a network, by arithmetic: which number is complete at which step, and which step of another
 * example or of another grain tells of the same number. Nothing is listed; a story may have millions of steps.
 *
 * Addresses: `z.2.1@3` is unit 1 of layer 2 for example 3; `z.2@3` the whole vector; `Delta.1.2.0@3` row 2, column 0;
 * `Delta.1.2@3` the row, `Delta.1@3` the matrix, after examples 1 … 3; `~1` after the update. Examples, layers, units
 * and rows count from 1, columns from 0. Steps count from 0.
 */

import { MEASURES, MEMORIES, OPTIMIZER_NAMES, PARTS } from "./optimizer-names.js";

/**
 * @typedef {object} SchedulePhase
 * @property {"forward" | "loss" | "backward" | "accumulate" | "gradient" | "update"} phase
 * @property {string} title
 * @property {number} from in `example` relative to the first step of the example, in `after` from the start of the story
 * @property {number} count
 *
 * @typedef {object} Block where the numbers of one kind and layer are complete: number i, j at
 *     from + (i − 1)·stride + last + j·entry, for after = false from the first step of the example
 * @property {string} kind z, a, loss, delta, Delta, J, D, ThetaNew, lossNew, JNew, and what an optimizer makes: mNew, mHat, …
 * @property {number | null} [layer] none for loss and cost
 * @property {number} from from the first step of the first example
 * @property {number} behind steps of the batch before it, which later examples do not have
 * @property {number} stride steps from row to row, 0 where one step tells them all
 * @property {number} last
 * @property {number} entry steps from column to column
 * @property {boolean} after after all examples
 * @property {number} rows how many rows are told one after another
 *
 * @typedef {object} Schedule
 * @property {"layer" | "unit" | "term"} grain
 * @property {number} examples
 * @property {number} perExample without the steps of the batch
 * @property {number} once how many steps tell of the batch, in the first example alone
 * @property {number} count
 * @property {SchedulePhase[]} example of the first one
 * @property {SchedulePhase[]} after
 * @property {Block[]} blocks
 */

/** The step before the first: what is given is complete there. */
const GIVEN = -1;

const ADDRESS = new RegExp(
  `^(z|a|delta|xHat|mean|variance|Theta|Delta|D|loss|J|x|y|${OPTIMIZER_NAMES})((?:\\.\\d+)*)(?:@(\\d+))?(?:~(\\d+))?$`,
);
const OF_EACH_EXAMPLE = new Set(["z", "a", "delta", "xHat", "loss", "Delta"]);

/** What belongs to the batch, and is told in its first example alone. */
const OF_BATCH = new Set(["mean", "variance"]);
const MATRICES = new Set(["Delta", "D", "ThetaNew", ...PARTS, ...[...MEMORIES].map((name) => `${name}New`)]);

/**
 * The step with which a number is complete. A vector, a row or a matrix is complete with the last of its numbers; Δ
 * without an example with the last example.
 * @param {Schedule} schedule
 * @param {string} address
 * @returns {number} −1 for what is given (inputs, targets, weights), Infinity for what the story never tells
 */
export function completingStep(schedule, address) {
  const told = parse(address);
  if (told === null || isGiven(told)) {
    return told === null ? Infinity : GIVEN;
  }
  const { kind, layer, row, column, example } = told;
  const block = schedule.blocks.find((each) => each.kind === kind && (each.layer || null) === layer);
  if (!block) {
    return Infinity;
  }
  const { stride, last, entry } = block;
  const from = firstStepOf(schedule, block, OF_BATCH.has(kind) ? 1 : (example ?? schedule.examples));
  const at = kind === "lossNew" ? (example ?? schedule.examples) : (row ?? block.rows);
  const onward = entry === 0 ? 0 : (column ?? stride / entry - 1) * entry;
  return from + (at - 1) * stride + last + onward;
}

/**
 * The first step of an example; of one more than there are, the first after them all.
 * @param {Schedule} schedule
 * @param {number} example from 1
 */
export function startOfExample({ perExample, once }, example) {
  return example === 1 ? 0 : once + (example - 1) * perExample;
}

/**
 * The first step of a block in an example.
 * @param {Schedule} schedule
 * @param {Block} block
 * @param {number} example from 1
 */
export function firstStepOf(schedule, { after, from, behind }, example) {
  return after ? from : startOfExample(schedule, example) + from - (example === 1 ? 0 : behind);
}

/**
 * The phases of an example, from its first step.
 * @param {Schedule} schedule
 * @param {number} example from 1
 * @returns {SchedulePhase[]}
 */
export function phasesOf({ example: first, once }, example) {
  const shorter = (phase) => (phase.from === 0 ? { ...phase, count: phase.count - once } : { ...phase, from: phase.from - once });
  return example === 1 ? first : first.map(shorter);
}

/**
 * @param {Schedule} schedule
 * @param {number} index
 * @returns {number | null} the example, from 1, that the step belongs to; null after all examples
 */
export function exampleAt({ examples, perExample, once }, index) {
  const example = Math.floor(Math.max(0, index - once) / perExample) + 1;
  return example <= examples ? example : null;
}

/**
 * The number that a step completes or, where it completes none, works on: the first that is complete then or later.
 * Its grain is that of the schedule: a vector, row or matrix at grain "layer", a row of a matrix at grain "unit".
 * @param {Schedule} schedule
 * @param {number} index
 * @returns {string} its address
 */
export function quantityAt(schedule, index) {
  const example = exampleAt(schedule, index);
  let nearest = null;
  for (const block of schedule.blocks) {
    if (block.after === (example === null) && !(example > 1 && OF_BATCH.has(block.kind))) {
      const next = firstFrom({ ...block, from: firstStepOf(schedule, block, example ?? 1) }, index);
      if (next && (nearest === null || next.step < nearest.step)) {
        nearest = { ...next, block };
      }
    }
  }
  return nearest === null ? "J" : addressOf(nearest, example);
}

/**
 * The step of another example that tells of the same number; of a mean of the batch, the one that first reads it there. After
 * all examples there is none but for `loss@e~1`.
 * @param {Schedule} schedule
 * @param {number} index
 * @param {number} example
 * @returns {number | null}
 */
export function sameInExample(schedule, index, example) {
  const address = quantityAt(schedule, index);
  if (exampleAt(schedule, index) === null) {
    return address.startsWith("loss") ? completingStep(schedule, `loss@${example}~1`) : null;
  }
  const before = completingStep(schedule, address) - index;
  const there = completingStep(schedule, inExample(address, example)) - before;
  return OF_BATCH.has(parse(address)?.kind) && exampleAt(schedule, index) === example ? index : there;
}

/** The same number of another example. */
function inExample(address, example) {
  const told = parse(address);
  if (OF_BATCH.has(told?.kind)) {
    return `xHat.${told.layer}${told.row === null ? "" : ".1"}@${example}`;
  }
  return address.replace(/@\d+/, `@${example}`);
}

/**
 * The step of another grain that tells of the number of a step: the numbers known before stay known.
 * @param {Schedule} from
 * @param {Schedule} to the same network at another grain
 * @param {number} index in `from`
 * @returns {number} in `to`
 */
export function sameInGrain(from, to, index) {
  const step = completingStep(to, quantityAt(from, index));
  return Number.isFinite(step) ? Math.max(0, Math.min(step, to.count - 1)) : 0;
}

/**
 * The phase that a step belongs to, `from` counted from the start of the story.
 * @param {Schedule} schedule
 * @param {number} index
 * @returns {SchedulePhase | undefined}
 */
export function phaseAt(schedule, index) {
  const example = exampleAt(schedule, index);
  const base = example === null ? 0 : startOfExample(schedule, example);
  const phases = example === null ? schedule.after : phasesOf(schedule, example);
  const phase = phases.findLast(({ from }) => base + from <= index);
  return phase && { ...phase, from: base + phase.from };
}

/**
 * A number by itself: of a vector, a row or a matrix its first.
 * @param {string} address
 * @returns {string}
 */
export function firstNumber(address) {
  const told = parse(address);
  if (told === null || told.layer === null || told.kind === "y") {
    return address;
  }
  if (MEASURES.has(told.kind)) {
    return address;
  }
  const isMatrix = told.kind === "Theta" || MEMORIES.has(told.kind) || MATRICES.has(told.kind);
  const more = (told.row === null ? ".1" : "") + (isMatrix && told.column === null ? ".0" : "");
  return address.replace(/^[^@~]*/, (path) => path + more);
}

/**
 * @param {string} address
 * @returns {{kind: string, layer: number | null, row: number | null, column: number | null, example: number | null} | null}
 */
function parse(address) {
  const match = ADDRESS.exec(address);
  if (!match) {
    return null;
  }
  const [, name, path, example, updates] = match;
  const [layer = null, row = null, column = null] = path.split(".").slice(1).map(Number);
  const kind = updates === undefined || updates === "0" ? name : `${name}New`;
  return { kind, layer, row, column, example: example === undefined ? null : Number(example) };
}

/** @param {{kind: string, layer: number | null}} told */
function isGiven({ kind, layer }) {
  return kind === "Theta" || MEMORIES.has(kind) || kind === "x" || kind === "y" || (kind === "a" && layer === 1);
}

/** The first number of a block that is complete at a step or later. */
function firstFrom(block, step) {
  const { from, stride, last, entry } = block;
  if (stride === 0) {
    return from + last >= step ? { step: from + last, row: null, column: null } : null;
  }
  const { rows } = block;
  const columns = entry === 0 ? 1 : stride / entry;
  const whole = last + (columns - 1) * entry;
  const row = Math.max(1, Math.ceil((step - from - whole) / stride) + 1);
  if (row > rows) {
    return null;
  }
  const start = from + (row - 1) * stride + last;
  const column = entry === 0 ? null : Math.max(0, Math.ceil((step - start) / entry));
  return { step: start + (column ?? 0) * entry, row, column };
}

function addressOf({ block: { kind, layer, stride }, row, column }, example) {
  const updated = kind.endsWith("New");
  const name = updated ? kind.slice(0, -3) : kind;
  const eachExample = OF_EACH_EXAMPLE.has(name);
  const path = [layer || null, stride === 0 || name === "loss" ? null : row, MATRICES.has(kind) ? column : null];
  const of = example ?? (name === "loss" ? row : null);
  return [name, ...path.filter((part) => part !== null && part !== undefined)].join(".") +
    (eachExample && of !== null ? `@${of}` : "") + (updated ? "~1" : "");
}
