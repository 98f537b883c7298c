/** What is done to all hidden layers of a network at once, and taken back. */
import { isWeightedSum, typeOf } from "./kinds.js";
import { placesOf } from "./tree.js";

/** @import { Layer } from "./kinds.js" */

/**
 * Whether the activation of a layer is that of a hidden unit: a sum that is normalised has none of its own, nor has the end of
 * a block, which is added first.
 * @param {readonly Layer[]} siblings
 * @param {number} at
 * @param {boolean} inBlock
 */
function isHiddenUnit(siblings, at, inBlock) {
  const { activation = "linear" } = siblings[at];
  if (activation !== "linear") {
    return true;
  }
  const normalised = at + 1 < siblings.length && typeOf(siblings[at + 1]) === "batch-norm";
  const follows = typeOf(siblings[at]) === "batch-norm" && at > 0 && (siblings[at - 1].activation ?? "linear") !== "linear";
  const ends = inBlock && at === siblings.length - 1 && siblings.filter(isWeightedSum).length > 1;
  return "activation" in siblings[at] && !normalised && !follows && !ends;
}

/**
 * @param {readonly Layer[]} layers hidden ones
 * @returns {string | null} the activation of the first hidden unit; null where there is none
 */
export function hiddenActivation(layers, inBlock = false) {
  for (const [at, layer] of layers.entries()) {
    const inside = layer.layers ? hiddenActivation(layer.layers, true) : null;
    if (inside !== null) return inside;
    if (isHiddenUnit(layers, at, inBlock)) return layer.activation;
  }
  return null;
}

/**
 * @param {readonly Layer[]} layers hidden ones
 * @param {string} activation
 * @returns {Layer[]}
 */
export function withActivation(layers, activation, inBlock = false) {
  return layers.map((layer, at) => ({
    ...layer,
    ...(layer.layers ? { layers: withActivation(layer.layers, activation, true) } : {}),
    ...(isHiddenUnit(layers, at, inBlock) ? { activation } : {}),
  }));
}

/** Whether every weighted sum is normalised. */
export function isNormalised(layers) {
  const lists = [layers, ...placesOf(layers).flatMap(({ layer }) => (layer.layers ? [layer.layers] : []))];
  const sums = lists.flatMap((list) => list.flatMap((layer, at) => (isWeightedSum(layer) ? [list[at + 1]] : [])));
  return sums.length > 0 && sums.every((next) => next !== undefined && typeOf(next) === "batch-norm");
}

/**
 * A batch normalisation behind every weighted sum, before its activation.
 * @param {readonly Layer[]} layers hidden ones
 * @returns {Layer[]}
 */
export function normalised(layers) {
  return layers.flatMap((layer, at) => {
    if (layer.layers) {
      return [{ ...layer, layers: normalised(layer.layers) }];
    }
    const isBare = isWeightedSum(layer) && typeOf(layers[at + 1] ?? {}) !== "batch-norm";
    return isBare ? [{ ...layer, activation: "linear" }, { type: "batch-norm", activation: layer.activation }] : [layer];
  });
}

/**
 * Without batch normalisations; a sum gets the activation that stood behind its own.
 * @param {readonly Layer[]} layers hidden ones
 * @returns {Layer[]}
 */
export function notNormalised(layers) {
  /** @type {Layer[]} */
  const bare = [];
  for (const layer of layers) {
    const before = bare.at(-1);
    if (typeOf(layer) !== "batch-norm") {
      bare.push(layer.layers ? { ...layer, layers: notNormalised(layer.layers) } : layer);
    } else if (before?.activation === "linear" && layer.activation) {
      bare.push({ ...bare.pop(), activation: layer.activation });
    }
  }
  return bare;
}
