/** How the numbers of each layer are arranged. Where a network cannot be, the shape is unknown from there on. */
import { hasWeights, typeOf } from "./kinds.js";
import { byNumber } from "./tree.js";

/** @import { Layer } from "./kinds.js" */

/** @typedef {readonly number[]} Shape units; or channels, height and width */

/**
 * @param {{inputs: number | number[], layers: readonly Layer[]}} network
 * @returns {(Shape | null)[]} of layers 1 to L + 1, by number
 */
export function shapesOf({ inputs, layers }) {
  return [asShape(inputs), ...shapesAfter(asShape(inputs), layers)];
}

function asShape(inputs) {
  return Array.isArray(inputs) ? inputs : [inputs];
}

function shapesAfter(before, layers) {
  /** @type {(Shape | null)[]} */
  const shapes = [];
  let shape = before;
  for (const layer of layers) {
    const inside = typeOf(layer) === "residual" ? shapesAfter(shape, layer.layers ?? []) : [];
    shape = inside.length > 0 ? inside.at(-1) : after(shape, layer);
    shapes.push(...inside, shape);
  }
  return shapes;
}

/** @returns {Shape | null} */
function after(before, layer) {
  if (before === null) {
    return null;
  }
  switch (typeOf(layer)) {
    case "dense":
      return [layer.units];
    case "conv2d":
      return convolved(before, layer);
    case "max-pool2d":
      return before.length === 3 ? possible([before[0], ...before.slice(1).map((side) => Math.floor(side / layer.size))]) : null;
    case "flatten":
      return [sizeOf(before)];
    default:
      return before;
  }
}

function convolved(before, { filters, kernel, stride = 1, padding = 0 }) {
  if (before.length !== 3) {
    return null;
  }
  return possible([filters, ...before.slice(1).map((side) => Math.floor((side + 2 * padding - kernel) / stride) + 1)]);
}

function possible(shape) {
  return shape.every((side) => side >= 1) ? shape : null;
}

/** How many numbers there are. */
export function sizeOf(shape) {
  return shape.reduce((product, each) => product * each, 1);
}

/** "8", "6×30×30" */
export function shapeText(shape) {
  return shape.join("×");
}

/**
 * The matrices of weights: the layer that each leads from, how many rows it has, and its last column; column 0 is the first.
 * @param {{inputs: number | number[], layers: readonly Layer[]}} network
 * @returns {{from: number, rows: number, last: number}[]}
 */
export function thetasOf(network) {
  const shapes = shapesOf(network);
  return byNumber(network.layers)
    .filter(({ layer }) => hasWeights(layer))
    .map(({ layer, number }) => ({ from: number - 1, ...thetaOf(layer, shapes[number - 2] ?? [1]) }));
}

/**
 * Rows and columns of each of them, in the order of a document.
 * @param {{inputs: number | number[], layers: readonly Layer[]}} network
 * @returns {[number, number][]}
 */
export function thetaShapes(network) {
  return thetasOf(network).map(({ rows, last }) => [rows, last + 1]);
}

/**
 * Rows and columns of the running statistics of each batch norm, in the order of a document.
 * @param {{inputs: number | number[], layers: readonly Layer[]}} network
 * @returns {[number, number][]}
 */
export function normShapes(network) {
  const shapes = shapesOf(network);
  return byNumber(network.layers)
    .filter(({ layer }) => typeOf(layer) === "batch-norm")
    .map(({ number }) => [(shapes[number - 2] ?? [1])[0], 2]);
}

function thetaOf({ type, units = 1, filters = 1, kernel = 1 }, before) {
  switch (type) {
    case "batch-norm":
      return { rows: before[0], last: 1 };
    case "conv2d":
      return { rows: filters, last: before[0] * kernel * kernel };
    default:
      return { rows: units, last: sizeOf(before) };
  }
}
