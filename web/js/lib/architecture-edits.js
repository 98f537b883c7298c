/** Edits of the layers of a network. What has to follow goes along: examples, names, weights that are given. */

import { carried } from "./layers/carried.js";
import { isDense } from "./layers/kinds.js";
import { sizeOf } from "./layers/shapes.js";
import { hiddenActivation } from "./layers/shortcuts.js";

/** @import { LayerSpec, NetworkDocument } from "./network-document.js" */

/**
 * A network with another number of units in a layer, 1 for the inputs. The examples follow with zeros.
 * @param {NetworkDocument} document
 * @param {{x: number[][], y: number[][]}} data the examples that the document stands for
 * @param {number} layer
 * @param {number} units
 */
export function withUnits(document, data, layer, units) {
  const { network } = document;
  if (layer === 1) {
    return { network: { ...network, inputs: units }, ...resized(data, "x", units), ...unlabelled(document, "inputs") };
  }
  const layers = network.layers.with(layer - 2, { ...network.layers[layer - 2], units });
  const last = layer - 2 === layers.length - 1;
  return {
    network: { ...network, layers },
    ...(last ? { ...resized(data, "y", units), ...unlabelled(document, "outputs") } : {}),
  };
}

/**
 * A network with other inputs: so many numbers, or channels, height and width of an image. Examples follow where there are more
 * numbers or fewer.
 * @param {NetworkDocument} document
 * @param {{x: number[][], y: number[][]}} data
 * @param {number | number[]} inputs
 */
export function withInputs(document, data, inputs) {
  const [before, after] = [document.network.inputs, inputs].map((shape) => sizeOf([shape].flat()));
  const followed = before === after ? {} : { ...resized(data, "x", after), ...unlabelled(document, "inputs") };
  return { network: { ...document.network, inputs }, ...followed };
}

/**
 * A network with other layers; weights that are given go along with theirs.
 * @param {NetworkDocument} document
 * @param {LayerSpec[]} layers made from its own
 */
export function withLayers({ network, theta }, layers) {
  return {
    network: { ...network, layers },
    ...(Array.isArray(theta) ? { theta: /** @type {any} */ (carried(theta, network.layers, layers)) } : {}),
  };
}

/**
 * A network with another hidden layer before its output.
 * @param {NetworkDocument} document
 */
export function withLayer(document) {
  const { inputs, layers } = document.network;
  const before = layers.slice(0, -1).findLast(isDense);
  const units = before?.units ?? (Array.isArray(inputs) ? layers.at(-1).units : inputs);
  const added = { type: "dense", units, activation: hiddenActivationOf(document) };
  return withLayers(document, layers.toSpliced(-1, 0, added));
}

/**
 * The activation of hidden units, of the last layer that is dense or of any other.
 * @param {NetworkDocument} document
 */
export function hiddenActivationOf({ network }) {
  const hidden = network.layers.slice(0, -1);
  return hidden.findLast(isDense)?.activation ?? hiddenActivation(hidden) ?? "sigmoid";
}

/**
 * @param {NetworkDocument} document
 * @param {string} activation of the output
 */
export function withActivation({ network }, activation) {
  const { layers } = network;
  return { network: { ...network, layers: layers.with(-1, { ...layers.at(-1), activation }) } };
}

function resized(data, kind, width) {
  const rows = data[kind].map((row) => Array.from({ length: width }, (_, at) => row[at] ?? 0));
  return { data: { ...data, [kind]: rows } };
}

function unlabelled({ labels }, kind) {
  return labels?.[kind] ? { labels: { ...labels, [kind]: undefined } } : {};
}
