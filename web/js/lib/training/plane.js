/** Places on a map of two inputs: the bounds of the data, a tenth wider, over a square of pixels. */
import { formatNumber } from "../format.js";
import { spokenNumber } from "../speech.js";

const MARGIN = 0.1;

/**
 * @typedef {object} Plane
 * @property {[number, number]} across least and most x₁ on the map
 * @property {[number, number]} up least and most x₂
 */

/**
 * @param {number[][]} bounds of each input, as the server has them
 * @returns {Plane}
 */
export function planeOf(bounds) {
  return { across: widened(bounds[0]), up: widened(bounds[1] ?? bounds[0]) };
}

/** The same as the server does, so that points lie where the map says. */
function widened([least, most]) {
  const width = most - least;
  const margin = width === 0 ? 1 : (MARGIN * width) / 2;
  return /** @type {[number, number]} */ ([least - margin, most + margin]);
}

/**
 * @param {Plane} plane
 * @param {number} side pixels of the square
 * @param {number[]} point
 */
export function toPixels({ across, up }, side, [x1, x2]) {
  return [share(across, x1) * side, (1 - share(up, x2)) * side];
}

/**
 * @param {Plane} plane
 * @param {number} right share of the width, 0 to 1
 * @param {number} down share of the height
 */
export function toPoint({ across, up }, right, down) {
  return [across[0] + right * (across[1] - across[0]), up[0] + (1 - down) * (up[1] - up[0])];
}

/**
 * What a map says at a place, between its points in proportion.
 * @param {{rows: number, columns: number, values: Float32Array}} grid
 * @param {number} right
 * @param {number} down
 */
export function valueAt({ rows, columns, values }, right, down) {
  const x = right * (columns - 1);
  const y = (1 - down) * (rows - 1);
  const [left, bottom] = [Math.min(Math.floor(x), columns - 2), Math.min(Math.floor(y), rows - 2)];
  const [u, v] = [x - left, y - bottom];
  const at = bottom * columns + left;
  const low = values[at] * (1 - u) + values[at + 1] * u;
  const high = values[at + columns] * (1 - u) + values[at + columns + 1] * u;
  return low * (1 - v) + high * v;
}

/**
 * What is said of a place: its inputs, and what the map has there.
 * @param {import("./frame.js").Grid | null} grid
 * @param {Plane} plane
 * @param {{right: number, down: number}} place
 * @param {{decimals: number, mark: "point" | "comma"}} notation
 */
export function readoutOf(grid, plane, { right, down }, notation) {
  const [x1, x2] = toPoint(plane, right, down);
  const value = grid ? valueAt(grid, right, down) : NaN;
  const number = (each) => formatNumber(each, { ...notation, decimals: 2, fixed: true });
  return {
    text: `x₁ ${number(x1)}, x₂ ${number(x2)}: ${formatNumber(value, notation)}`,
    spoken: `x 1 ${spokenNumber(x1, notation)}, x 2 ${spokenNumber(x2, notation)}: ${spokenNumber(value, notation)}`,
  };
}

function share([least, most], value) {
  return (value - least) / (most - least);
}
