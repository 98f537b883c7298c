/** Which weights go along when the layers of a network change. */
import { hasWeights, typeOf } from "./kinds.js";
import { placesOf } from "./tree.js";

/** @import { Layer } from "./kinds.js" */
/** @import { Place } from "./tree.js" */

/**
 * The matrices of a network after an edit: a layer that is still there keeps its own, also where it has moved, and so does one
 * at its place whose numbers changed but not its kind. For others there is null.
 * @template T
 * @param {readonly T[]} theta of the layers before
 * @param {readonly Layer[]} before
 * @param {readonly Layer[]} after made from them, so that what did not change is the same object
 * @returns {(T | null)[]}
 */
export function carried(theta, before, after) {
  const old = weighted(before);
  const now = weighted(after);
  const stayed = new Set(now.map(({ layer }) => layer));
  return now.map((place) => {
    const at = old.findIndex(({ layer }) => layer === place.layer);
    const same = at >= 0 ? at : old.findIndex((each) => !stayed.has(each.layer) && isAtSamePlace(each, place));
    return same >= 0 ? (theta[same] ?? null) : null;
  });
}

/** @returns {Place[]} in the order of their matrices */
function weighted(layers) {
  return placesOf(layers)
    .filter(({ layer }) => hasWeights(layer))
    .sort((one, other) => one.number - other.number);
}

function isAtSamePlace(one, other) {
  return one.path.join() === other.path.join() && typeOf(one.layer) === typeOf(other.layer);
}
