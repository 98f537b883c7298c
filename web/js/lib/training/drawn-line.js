/** How a line of a chart is drawn: over its points, or where it goes up and down all the time, through the middle of a band. */
import { nothing, svg } from "lit";
import { extremes, middle, stretches, thinned } from "./series.js";

/** @import { Series } from "./series.js" */

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
  const parts = stretches(points);
  if (parts.length === points.length || ways(path) <= THICKET * scales.foot) {
    return { look, path, band: [] };
  }
  const middles = parts.map(middle);
  return {
    look,
    path: placed([points[0], ...middles, points[points.length - 1]], scales),
    band: beside ? [] : outline(parts.map(extremes), middles, scales),
  };
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
 * @param {[number, number][][]} ends the least and the largest of each stretch
 * @param {[number, number][]} middles
 * @param {Scales} scales
 */
function outline(ends, middles, { x, y, foot }) {
  const places = ends.map(([least, most], at) => ({ x: x(middles[at][0]), low: Math.min(foot, y(least[1])), high: y(most[1]) }));
  const seen = places.filter(({ high }) => Number.isFinite(high));
  return [...seen.map((place) => pixels(place.x, place.high)), ...seen.reverse().map((place) => pixels(place.x, place.low))];
}

/** @returns {[number, number]} */
function pixels(x, y) {
  return [Number(x.toFixed(1)), Number(y.toFixed(1))];
}
