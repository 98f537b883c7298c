/** Hidden layers of equal width as residual blocks of two, and as a row again. */
import { isDense, typeOf } from "./kinds.js";
import { hiddenActivation } from "./shortcuts.js";

/** @import { Layer } from "./kinds.js" */

/** How many sums a block has. */
const BLOCK = 2;

/** @param {readonly Layer[]} layers */
export function hasBlocks(layers) {
  return layers.some((layer) => typeOf(layer) === "residual");
}

/**
 * Hidden layers with blocks where two, or a last single one, keep the width of what comes before.
 * @param {number | number[]} inputs
 * @param {readonly Layer[]} layers hidden ones
 * @returns {Layer[]}
 */
export function inBlocks(inputs, layers) {
  const made = [];
  let width = Array.isArray(inputs) ? null : inputs;
  let pending = /** @type {Layer[][]} */ ([]);
  const close = () => {
    if (pending.length > 0) made.push({ type: "residual", layers: block(pending) });
    pending = [];
  };
  for (const unit of units(layers)) {
    const [{ units: count }] = unit;
    if (isDense(unit[0]) && count === width) {
      pending.push(unit);
      if (pending.length === BLOCK) close();
    } else {
      close();
      made.push(...unit);
      width = isDense(unit[0]) ? count : null;
    }
  }
  close();
  return made;
}

/** Whether there is anything to turn into blocks. */
export function canHaveBlocks(inputs, layers) {
  return hasBlocks(inBlocks(inputs, layers));
}

/**
 * The layers of all blocks in a row; their ends get the activation of hidden units.
 * @param {readonly Layer[]} layers hidden ones
 * @returns {Layer[]}
 */
export function inARow(layers) {
  const activation = hiddenActivation(layers) ?? "tanh";
  return layers.flatMap((layer) => {
    if (!layer.layers) {
      return [layer];
    }
    const inside = inARow(layer.layers);
    const end = inside.at(-1);
    return end?.activation === "linear" ? [...inside.slice(0, -1), { ...end, activation }] : inside;
  });
}

/** A layer and the normalisations behind it. */
function units(layers) {
  /** @type {Layer[][]} */
  const together = [];
  for (const layer of layers) {
    if (typeOf(layer) === "batch-norm" && together.length > 0) {
      together.at(-1).push(layer);
    } else {
      together.push([layer]);
    }
  }
  return together;
}

/** What is added is not squashed: the last activation of two is linear. */
function block(sums) {
  const layers = sums.flat();
  return sums.length === 1 ? layers : [...layers.slice(0, -1), { ...layers.at(-1), activation: "linear" }];
}
