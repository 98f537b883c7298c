/**
 * The rows of the table of units: every unit of the layers that are drawn whole, of a folded layer the first, a count and
 * the last. Where the step is at a unit that is folded, the count makes room for it.
 */
import { partsOf } from "./network-names.js";

/** @import { NetworkMoment } from "./network-moment.js" */

/**
 * @typedef {object} UnitPlace
 * @property {number} layer
 * @property {number} unit 0 for a row that only counts
 * @property {number} more units that the row stands for
 */

/**
 * Where a unit of an image stands, all from 1.
 * @param {NetworkMoment["trace"]} trace
 * @returns {{channel: number, row: number, column: number} | null} null where the layer is no image
 */
export function placeInImage({ layers }, layer, unit) {
  const { shape } = layers[layer - 1];
  if (!shape || unit < 1) {
    return null;
  }
  const [, height, width] = shape;
  const at = (unit - 1) % (height * width);
  return { channel: Math.floor((unit - 1) / (height * width)) + 1, row: Math.floor(at / width) + 1, column: (at % width) + 1 };
}

/** @type {WeakMap<object, UnitPlace[]>} */
const found = new WeakMap();

/**
 * @param {NetworkMoment["trace"]} trace
 * @returns {UnitPlace[]} from layer 2 on
 */
export function unitRows(trace) {
  let rows = found.get(trace);
  if (!rows) {
    rows = trace.layers.slice(1).flatMap(({ layer, units }) => {
      const fold = trace.figure.folds.find((each) => each.layer === layer);
      const all = Array.from({ length: units }, (_, at) => ({ layer, unit: at + 1, more: 0 }));
      return fold
        ? [...all.slice(0, fold.from - 1), { layer, unit: 0, more: fold.hidden }, ...all.slice(fold.to)]
        : all;
    });
    found.set(trace, rows);
  }
  return rows;
}

/**
 * The row that tells of what the step writes.
 * @param {UnitPlace[]} rows
 * @param {NetworkMoment} moment
 * @returns {{at: number, unit: number}} at −1 where it writes nothing of a unit
 */
export function currentRow(rows, { quantity }) {
  const parts = partsOf(quantity);
  if (parts === null || parts.layer === null || !["xHat", "z", "a", "delta"].includes(parts.kind)) {
    return { at: -1, unit: 0 };
  }
  const unit = parts.row ?? 1;
  const exact = rows.findIndex((row) => row.layer === parts.layer && row.unit === unit);
  const at = exact >= 0 ? exact : rows.findIndex((row) => row.layer === parts.layer && row.more > 0);
  return { at, unit: parts.row ?? 0 };
}
