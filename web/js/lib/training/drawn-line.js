/** How a line of a chart is drawn: over its points, or where it goes up and down all the time, through the middle of a band. */
import { nothing, svg } from "lit";
import { stretches, thinned } from "./series.js";

/** @import { Series, Stretch } from "./series.js" */

/**
 * @typedef {object} Scales
 * @property {(epoch: number) => number} x in pixels
 * @property {(value: number) => number} y in pixels; not finite for what a logarithmic scale has no place for
 * @property {number} foot the largest y
 */

/**
 * @typedef {object} DrawnLine
 * @property {string} look
 * @property {[number, number][]} path in pixels
 * @property {[number, number][]} band its outline in pixels; empty where there is none
 */

/** What goes so many times as far up and down as the chart is high is a thicket as a line, and takes long to paint. */
const THICKET = 5;

/**
 * @param {Series} series
 * @param {Scales} scales
 * @returns {DrawnLine}
 */
export function drawnLine({ points, look, beside }, scales) {
  const path = placed(thinned(points), scales);
  if (ways(path) <= THICKET * scales.foot) {
    return { look, path, band: [] };
  }
  const parts = stretches(points);
  const middle = [points[0], ...parts.map((part) => part.middle), points[points.length - 1]];
  return { look, path: placed(middle, scales), band: beside ? [] : outline(parts, scales) };
}

/** @param {DrawnLine} line */
export function paths({ look, path, band }) {
  return svg`${band.length === 0 ? nothing : svg`<path class="chart-band ${look}" d="M${band.join("L")}Z"></path>`}
    <path class="chart-line ${look}" d=${path.length === 0 ? "" : `M${path.join("L")}${path.length === 1 ? "h0" : ""}`}></path>`;
}

/**
 * @param {[number, number][]} points
 * @param {Scales} scales
 */
function placed(points, { x, y }) {
  return points.map(([epoch, value]) => pixels(x(epoch), y(value))).filter(([, height]) => Number.isFinite(height));
}

/** @param {[number, number][]} path */
function ways(path) {
  return path.reduce((sum, [, y], at) => sum + Math.abs(y - path[Math.max(0, at - 1)][1]), 0);
}

/**
 * @param {Stretch[]} parts
 * @param {Scales} scales
 */
function outline(parts, { x, y, foot }) {
  const seen = parts.filter(({ most }) => Number.isFinite(y(most[1])));
  const above = seen.map(({ middle, most }) => pixels(x(middle[0]), y(most[1])));
  const below = seen.map(({ middle, least }) => pixels(x(middle[0]), Math.min(foot, y(least[1]))));
  return [...above, ...below.reverse()];
}

/** @returns {[number, number]} */
function pixels(x, y) {
  return [Number(x.toFixed(1)), Number(y.toFixed(1))];
}
