/**
 * What each unit, weight and entry of a matrix shows at a step: a pure function of the moment, so that a step looks the
 * same however it was reached.
 */
import { partsOf } from "./network-names.js";
import { readsNumber, writes } from "./network-moment.js";
import { MEMORIES, PARTS } from "./optimizer-names.js";
import { completingStep, phasesOf, startOfExample } from "./schedule.js";

/** @import { NetworkMoment } from "./network-moment.js" */
/** @import { JsonNumber } from "./types.js" */

/**
 * @typedef {object} Shown a number at its place
 * @property {string} address
 * @property {JsonNumber | null} value null while it is not computed
 * @property {boolean} now written by this step
 * @property {boolean} soFar more summands will come
 * @property {boolean} next the first of its kind that is not computed yet
 *
 * @typedef {object} UnitState
 * @property {"future" | "done" | "current"} stage
 * @property {boolean} backward whether the number that is current is a δ
 * @property {boolean} read whether the step reads one of its numbers
 * @property {string | null} reason why one of its numbers is flagged
 * @property {Shown | null} xHat null where the layer is no batch normalisation
 * @property {Shown | null} z null for inputs and bias units
 * @property {Shown} a
 * @property {Shown | null} delta null for inputs and bias units, and before the backward pass of the example
 */

/**
 * @param {NetworkMoment} moment
 * @param {number} layer
 * @param {number} unit 0 is the bias
 * @returns {UnitState}
 */
export function unitState(moment, layer, unit) {
  const { trace, example } = moment;
  const given = layer === 1 || unit === 0;
  const address = addressOf(moment, "a", layer, unit);
  const valueOf = (kind) => trace.numbers.vector(kind, layer, example)[unit - 1] ?? null;
  const a = unit === 0 ? biasOf(address) : shown(moment, address, valueOf("a"));
  if (given) {
    return { stage: "done", backward: false, read: readsNumber(moment, a.address), reason: null, xHat: null, z: null, a, delta: null };
  }
  const z = shown(moment, addressOf(moment, "z", layer, unit), valueOf("z"));
  const delta = inBackwardPass(moment) ? deltaOf(moment, layer, unit, valueOf("delta")) : null;
  const normalises = trace.layers[layer - 1].type === "batch-norm";
  const xHat = normalises ? shown(moment, addressOf(moment, "xHat", layer, unit), valueOf("xHat")) : null;
  const told = [xHat, z, a, delta].filter((each) => each !== null);
  const now = told.some((each) => each.now);
  return {
    stage: now ? "current" : a.value !== null ? "done" : "future",
    backward: delta?.now === true,
    read: told.some(({ address }) => readsNumber(moment, address)),
    reason: told.map(({ address, value }) => (value === null ? null : reasonOf(moment, address))).find(Boolean) ?? null,
    xHat,
    z,
    a,
    delta,
  };
}

function biasOf(address) {
  return { address, value: 1, now: false, soFar: false, next: false };
}

/**
 * The losses below the output, or below the table.
 * @param {NetworkMoment} moment
 * @returns {{loss: Shown, cost: Shown, newLoss: Shown, newCost: Shown}}
 */
export function lossState(moment) {
  const { trace, example } = moment;
  return {
    loss: shown(moment, `loss@${example}`, trace.losses[example - 1]),
    cost: shown(moment, "J", trace.cost),
    newLoss: shown(moment, `loss@${example}~1`, trace.updated?.losses[example - 1]),
    newCost: shown(moment, "J~1", trace.updated?.cost),
  };
}

/**
 * The lengths and factors of an update, where its optimizer has any.
 * @param {NetworkMoment} moment
 * @returns {Shown[]}
 */
export function measureStates(moment) {
  const { rate, norm, clip, layers } = moment.trace.update ?? { layers: [] };
  const scheduled = rate === undefined ? [] : [shown(moment, "learningRate", rate.value)];
  const clipped = norm === undefined ? [] : [shown(moment, "norm", norm), shown(moment, "clip", clip)];
  const ofLayer = (layer) => ["thetaNorm", "uNorm", "trustRatio"].map((kind) => shown(moment, `${kind}.${layer.layer}`, layer[kind]));
  return [...scheduled, ...clipped, ...layers.flatMap(ofLayer)];
}

/**
 * The steps that a press on a unit leads to: the one of the number that the pass is about, and from there on to its other
 * numbers in turn.
 * @param {NetworkMoment} moment
 * @param {number} layer
 * @param {number} unit
 * @returns {number | null} null for what is given
 */
export function stepOfUnit(moment, layer, unit) {
  if (layer === 1 || unit === 0) {
    return null;
  }
  const steps = ["xHat", "z", "a", "delta"].map((kind) => completingStep(moment.schedule, addressOf(moment, kind, layer, unit)));
  const told = steps.filter(Number.isFinite);
  const at = told.indexOf(moment.index);
  return at < 0 ? steps[inBackwardPass(moment) ? 3 : 2] : told[(at + 1) % told.length];
}

/** The address to explain for a unit: what the step writes of it, else its δ once there is one, else what is known. */
export function quantityOfUnit({ xHat, z, a, delta }) {
  const known = [delta, a, z, xHat].filter((each) => each && each.value !== null);
  return (known.find((each) => each.now) ?? known[0])?.address ?? null;
}

/**
 * The weights that a step is about: those that it reads, and those whose entry of Θ, Δ, D or another matrix it writes.
 * @param {NetworkMoment} moment
 * @param {(layer: number) => number[]} unitsOf the units of a layer that are drawn, the bias among them
 * @returns {{kind: import("./matrix-state.js").MatrixKind, layer: number, row: number, column: number}[]}
 */
export function litWeights(moment, unitsOf) {
  const written = partsOf(moment.quantity);
  if (written === null || written.layer === null) {
    return [];
  }
  if (OF_WEIGHTS.has(written.kind)) {
    return entriesOf(written, written.kind, unitsOf);
  }
  const read = [...moment.reads].map(partsOf).filter((parts) => parts?.kind === "Theta");
  const told = read.length > 0 || moment.reads.size > 0 ? read : weightsOf(written);
  const lit = told.flatMap((parts) => entriesOf(parts, "Theta", unitsOf));
  return written.kind === "delta" ? lit.filter(({ column }) => column > 0) : lit;
}

/** Matrices that have an entry for each weight. */
const OF_WEIGHTS = new Set(["Delta", "D", "Theta", ...MEMORIES, ...PARTS]);

/** What a number reads by its rule, while the step itself is on its way. */
function weightsOf({ kind, layer, row }) {
  if (kind === "z") {
    return [{ layer: layer - 1, row, column: null }];
  }
  return kind === "delta" ? [{ layer, row: null, column: row }] : [];
}

function entriesOf({ layer, row, column }, kind, unitsOf) {
  const rows = unitsOf(layer + 1).filter((unit) => unit > 0 && (row === null || unit === row));
  const columns = unitsOf(layer).filter((unit) => column === null || unit === column);
  return rows.flatMap((i) => columns.map((j) => ({ kind, layer, row: i, column: j })));
}

/** Whether the backward pass of the example has begun. */
function inBackwardPass({ schedule, index, example, after }) {
  const backward = phasesOf(schedule, example).find(({ phase }) => phase === "backward");
  return after || index >= startOfExample(schedule, example) + (backward?.from ?? Infinity);
}

/**
 * @param {NetworkMoment} moment
 * @param {string} address
 * @param {JsonNumber} value once it is complete
 * @returns {Shown}
 */
export function shown(moment, address, value) {
  const complete = completingStep(moment.schedule, address) <= moment.index;
  const now = writes(moment, address);
  return { address, value: complete ? value : now ? moment.sum : null, now, soFar: now && !complete, next: false };
}

function deltaOf(moment, layer, unit, value) {
  const delta = shown(moment, addressOf(moment, "delta", layer, unit), value);
  return { ...delta, next: delta.value === null && !delta.now && isNext(moment, delta.address, layer, unit) };
}

/** Whether the δ that is told before is known already. */
function isNext(moment, address, layer, unit) {
  const step = completingStep(moment.schedule, address);
  const sibling = unit > 1 ? completingStep(moment.schedule, addressOf(moment, "delta", layer, unit - 1)) : step;
  if (sibling !== step) {
    return sibling <= moment.index;
  }
  const last = moment.trace.layers.length;
  const above = addressOf(moment, "delta", layer + 1, moment.trace.layers[layer]?.units);
  return layer === last || completingStep(moment.schedule, above) <= moment.index;
}

function addressOf({ example }, kind, layer, unit) {
  return `${kind}.${layer}.${unit}@${example}`;
}

/** @type {WeakMap<object, Map<string, string>>} */
const reasons = new WeakMap();

function reasonOf({ trace }, address) {
  let found = reasons.get(trace);
  if (!found) {
    found = new Map((trace.flags ?? []).map(({ quantity, reason }) => [quantity, reason]));
    reasons.set(trace, found);
  }
  return found.get(address) ?? null;
}
