/** The loss around a run, as numbers for a picture: colours by its logarithm where it spans orders. */

/** @import { Palette } from "./colours.js" */

/**
 * @typedef {{iteration: number, alpha: number, beta: number, distance: number, cost: number}} PathPoint
 * @typedef {{run: string, points: PathPoint[]}} Path
 * @typedef {{alpha: number[], beta: number[], costs: number[][], paths: Path[]}} Surface
 *
 * @typedef {object} Relief a surface as it is drawn
 * @property {{rows: number, columns: number, values: Float32Array}} grid heights, row 0 at the bottom
 * @property {number} least J that is told apart
 * @property {boolean} isDeeper whether some J are smaller
 * @property {number} most J
 * @property {boolean} isLog whether heights are logarithms
 * @property {number[]} levels heights of the contour lines
 */

/** From this ratio of the largest J to the least on, heights are logarithms. */
const ORDERS = 20;
const LINES = 20;

/** What lies deeper is drawn as this share of the largest J, so that a pit leaves shades to the rest. */
const DEEPEST = 1e-3;

/**
 * @param {Surface} surface
 * @returns {Relief}
 */
export function reliefOf({ costs }) {
  const values = costs.flat().map(Number);
  const finite = values.filter(Number.isFinite);
  const most = Math.max(...finite);
  const smallest = Math.min(...finite);
  const least = Math.max(smallest, most * DEEPEST);
  const isLog = most / least > ORDERS;
  const height = isLog ? (value) => Math.log10(Math.max(value, least)) : (value) => value;
  const [low, high] = [height(least), height(most)];
  return {
    grid: { rows: costs.length, columns: costs[0].length, values: Float32Array.from(values, height) },
    least,
    isDeeper: smallest < least,
    most,
    isLog,
    levels: Array.from({ length: LINES }, (_, at) => low + ((at + 0.5) / LINES) * (high - low)),
  };
}

/**
 * The relief as pixels: valleys as the paper, the higher the darker.
 * @param {Relief} relief
 * @param {Palette} palette
 * @returns {ImageData} row 0 at the top
 */
export function shaded({ grid: { rows, columns, values }, levels }, { paper, pos, unknown }) {
  const image = new ImageData(columns, rows);
  const half = (levels[1] - levels[0]) / 2;
  const low = levels[0] - half;
  const reach = levels.at(-1) + half - low || 1;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const share = (values[row * columns + column] - low) / reach;
      const end = Number.isFinite(share) ? pos : unknown;
      const part = Number.isFinite(share) ? STRENGTH * Math.min(Math.max(share, 0), 1) : 1;
      const at = 4 * ((rows - 1 - row) * columns + column);
      for (let hue = 0; hue < 3; hue++) {
        image.data[at + hue] = paper[hue] + (end[hue] - paper[hue]) * part;
      }
      image.data[at + 3] = 255;
    }
  }
  return image;
}

const STRENGTH = 0.62;

/**
 * Where a run is on the plane after an update, between the points of its path in proportion.
 * @param {Path} path
 * @param {number} iteration
 * @returns {{alpha: number, beta: number}}
 */
export function placeAt({ points }, iteration) {
  const after = points.findIndex((point) => point.iteration >= iteration);
  if (after <= 0) {
    return after < 0 ? points.at(-1) : points[0];
  }
  const [one, other] = [points[after - 1], points[after]];
  const share = (iteration - one.iteration) / (other.iteration - one.iteration);
  return { alpha: one.alpha + share * (other.alpha - one.alpha), beta: one.beta + share * (other.beta - one.beta) };
}

/**
 * A place on the picture.
 * @param {Surface} surface
 * @param {{alpha: number, beta: number}} point
 * @param {number} side of the picture
 */
export function placed({ alpha, beta }, point, side) {
  const share = (axis, value) => (value - axis[0]) / (axis.at(-1) - axis[0]);
  return { x: share(alpha, point.alpha) * side, y: (1 - share(beta, point.beta)) * side };
}
