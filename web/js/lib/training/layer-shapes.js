/** How the numbers of each layer are arranged. Where a network cannot be, the shape is unknown from there on. */
import { typeOf } from "./layer-kinds.js";

/** @import { Layer } from "./layer-kinds.js" */

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
