/** Lines of a chart out of the points of a run. */
import { toNumber } from "../format.js";

/**
 * @typedef {object} Series
 * @property {string} name as it stands at the end of the line and in the table
 * @property {string} look class of the line
 * @property {[number, number][]} points epoch and value, in the order of epochs
 * @property {boolean} [beside] whether it belongs to another run
 */

/** More points than this along an axis are not told apart. */
const MOST_DRAWN = 400;

/**
 * @param {readonly any[]} points of a run
 * @param {number} perEpoch updates
 * @param {(point: any) => number | string | null | undefined} value
 * @returns {[number, number][]} without those that have no value
 */
export function line(points, perEpoch, value) {
  return points
    .map((point) => /** @type {[number, number]} */ ([point.iteration / perEpoch, toNumber(value(point))]))
    .filter(([, each]) => Number.isFinite(each));
}

/**
 * Fewer points that look the same: of each stretch its first, least and largest.
 * @param {[number, number][]} points
 */
export function thinned(points) {
  if (points.length <= MOST_DRAWN) {
    return points;
  }
  const kept = stretches(points).flatMap((part) => {
    const [least, most] = extremes(part);
    return [...new Set([part[0], least, most])].sort((one, other) => one[0] - other[0]);
  });
  if (kept.at(-1) !== points.at(-1)) kept.push(points[points.length - 1]);
  return kept;
}

/**
 * A third as many stretches as points may be drawn, of the same number of points each.
 * @param {[number, number][]} points
 */
export function stretches(points) {
  const length = Math.ceil((3 * points.length) / MOST_DRAWN);
  return Array.from({ length: Math.ceil(points.length / length) }, (_, at) => points.slice(at * length, (at + 1) * length));
}

/**
 * The points of the least and of the largest value.
 * @param {[number, number][]} points
 */
export function extremes(points) {
  let [least, most] = [points[0], points[0]];
  for (const point of points) {
    least = point[1] < least[1] ? point : least;
    most = point[1] > most[1] ? point : most;
  }
  return [least, most];
}

/**
 * The point of the middle value.
 * @param {[number, number][]} points
 */
export function middle(points) {
  return [...points].sort(([, one], [, other]) => one - other)[(points.length - 1) >> 1];
}

/**
 * The value of a line at an epoch, between its points in proportion; null outside.
 * @param {[number, number][]} points
 * @param {number} epoch
 */
export function valueAt(points, epoch) {
  const after = points.findIndex(([x]) => x >= epoch);
  if (after < 0 || (after === 0 && points[0][0] > epoch)) {
    return after < 0 && points.length > 0 && epoch - points.at(-1)[0] < 1 ? points.at(-1)[1] : null;
  }
  const [x2, y2] = points[after];
  const [x1, y1] = points[Math.max(0, after - 1)];
  return x2 === x1 ? y2 : y1 + ((epoch - x1) / (x2 - x1)) * (y2 - y1);
}
