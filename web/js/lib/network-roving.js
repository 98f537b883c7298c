/**
 * Arrow keys among the units of a diagram: up and down within a layer, left and right to the nearest unit of the layer
 * beside it.
 */

/**
 * @param {KeyboardEvent} event
 * @param {{layer: number, y: number}[]} places in order of the layers, from above
 * @param {number} at where focus is
 * @returns {number} where it goes, or -1 for a key that does not move it
 */
export function neighbour(event, places, at) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
    return -1;
  }
  const { layer, y } = places[at];
  switch (event.key) {
    case "ArrowDown":
      return places[at + 1]?.layer === layer ? at + 1 : at;
    case "ArrowUp":
      return places[at - 1]?.layer === layer ? at - 1 : at;
    case "ArrowRight":
      return nearest(places, layer + 1, y) ?? at;
    case "ArrowLeft":
      return nearest(places, layer - 1, y) ?? at;
    default:
      return -1;
  }
}

function nearest(places, layer, y) {
  const inLayer = places.map((place, at) => ({ ...place, at })).filter((place) => place.layer === layer);
  const sorted = inLayer.sort((one, other) => Math.abs(one.y - y) - Math.abs(other.y - y));
  return sorted[0]?.at;
}
