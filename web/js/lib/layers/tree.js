/** The layers of a network as a tree, since a residual layer has others inside. A path has a place for each depth. */
import { typeOf } from "./kinds.js";

/** @import { Layer } from "./kinds.js" */

/**
 * @typedef {object} Place
 * @property {Layer} layer
 * @property {number[]} path
 * @property {number} number of the layer; of a residual layer that of its addition
 * @property {number} from the first number; of a residual layer that of the first one inside
 */

/**
 * All layers in the order of the document, a residual layer before those inside.
 * @param {readonly Layer[]} layers
 * @returns {Place[]}
 */
export function placesOf(layers, path = /** @type {number[]} */ ([]), first = 2) {
  const places = [];
  let next = first;
  for (const [at, layer] of layers.entries()) {
    const here = [...path, at];
    const inside = typeOf(layer) === "residual" ? placesOf(layer.layers ?? [], here, next) : [];
    const number = next + inside.length;
    places.push({ layer, path: here, number, from: next }, ...inside);
    next = number + 1;
  }
  return places;
}

/**
 * All layers in the order of their numbers, from layer 2 on.
 * @param {readonly Layer[]} layers
 */
export function byNumber(layers) {
  return placesOf(layers).sort((one, other) => one.number - other.number);
}

/** @param {readonly number[]} path */
export function pointerOf(path) {
  return `/network/layers/${path.join("/layers/")}`;
}

/**
 * @param {readonly Layer[]} layers
 * @param {readonly number[]} path
 * @returns {Layer}
 */
export function layerAt(layers, path) {
  return listAt(layers, path)[path.at(-1) ?? 0];
}

/**
 * The layers with another list in the place of one that a path leads into.
 * @param {readonly Layer[]} layers
 * @param {readonly number[]} path of a layer
 * @param {(siblings: Layer[], at: number) => Layer[]} edit
 * @returns {Layer[]}
 */
function editedAt(layers, [at, ...inside], edit) {
  if (inside.length === 0) {
    return edit([...layers], at);
  }
  return layers.toSpliced(at, 1, { ...layers[at], layers: editedAt(layers[at].layers ?? [], inside, edit) });
}

/**
 * @param {readonly Layer[]} layers
 * @param {readonly number[]} path
 * @param {Layer} layer
 */
export function replacedAt(layers, path, layer) {
  return editedAt(layers, path, (siblings, at) => siblings.toSpliced(at, 1, layer));
}

/** The layers without one; a block that is left without any goes with it. */
export function removedAt(layers, path) {
  const block = path.slice(0, -1);
  const alone = block.length > 0 && listAt(layers, path).length === 1;
  return alone ? removedAt(layers, block) : editedAt(layers, path, (siblings, at) => siblings.toSpliced(at, 1));
}

/** @param {Layer} layer stands behind the path */
export function insertedAt(layers, path, layer) {
  return editedAt(layers, path, (siblings, at) => siblings.toSpliced(at, 0, layer));
}

/** @param {number} by -1 or 1, among its siblings */
export function movedAt(layers, path, by) {
  return editedAt(layers, path, (siblings, at) => siblings.toSpliced(at, 1).toSpliced(at + by, 0, siblings[at]));
}

/** Whether a layer can move: the output stays the last. */
export function canMove(layers, path, by) {
  const to = path.at(-1) + by;
  const most = listAt(layers, path).length - (path.length === 1 ? 2 : 1);
  return to >= 0 && to <= most;
}

function listAt(layers, path) {
  return path.slice(0, -1).reduce((list, at) => list[at].layers ?? [], layers);
}
