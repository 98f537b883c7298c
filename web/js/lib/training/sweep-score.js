/** How the cells of a sweep are judged. */
import { toNumber } from "../format.js";

/**
 * @typedef {{run?: string, state: string, reason?: string, epoch: number, epochs: number, trainLoss: any, testLoss?: any,
 *     trainAccuracy?: any, testAccuracy?: any}} Cell
 * @typedef {{field: "testLoss" | "testAccuracy" | "trainLoss" | "trainAccuracy", text: string, lower: boolean}} Measure
 */

/** @type {readonly Measure[]} */
const MEASURES = Object.freeze([
  { field: "testLoss", text: "test loss", lower: true },
  { field: "testAccuracy", text: "test right", lower: false },
  { field: "trainLoss", text: "train loss", lower: true },
  { field: "trainAccuracy", text: "train right", lower: false },
]);

/** A loss of this many times that of most other runs is hopeless, and must not press those together on the scale. */
const HOPELESS = 10;
const MOST_RUNS = 0.75;

const FINAL = new Set(["done", "diverged", "failed"]);

/** Whether the run of a cell is at its end. */
export function isFinal({ state }) {
  return FINAL.has(state);
}

/**
 * @param {Cell[][]} cells
 * @returns {Measure[]} those that its runs have
 */
export function measuresOf(cells) {
  return MEASURES.filter(({ field }) => cells.flat().some((cell) => cell[field] !== undefined));
}

/**
 * The number of a cell, null where there is none that could be compared: before its first epoch, or after it diverged.
 * @param {Cell} cell
 * @param {Measure} measure
 */
export function scoreOf(cell, { field }) {
  const value = toNumber(cell[field]);
  const counts = cell.epoch > 0 && cell.state !== "diverged" && cell.state !== "failed";
  return counts && Number.isFinite(value) ? value : null;
}

/**
 * @param {Cell[][]} cells
 * @param {Measure} measure
 * @returns {{best: number, worst: number, open: boolean} | null} the ends of the scale and whether there are worse ones; null
 *     while no cell has a number
 */
export function scaleOf(cells, measure) {
  const scores = cells.flat().map((cell) => scoreOf(cell, measure)).filter((score) => score !== null);
  if (scores.length === 0) return null;
  const sorted = scores.toSorted((one, other) => one - other);
  const least = sorted[0];
  const most = sorted[sorted.length - 1];
  if (!measure.lower) return { best: most, worst: least, open: false };
  const usual = sorted[Math.floor(MOST_RUNS * (sorted.length - 1))];
  const open = most > HOPELESS * usual;
  return { best: least, worst: open ? usual : most, open };
}

/**
 * How good a number is: 1 for the best of the sweep, 0 for the worst. Losses are compared by their powers.
 * @param {number} score
 * @param {{best: number, worst: number}} scale
 * @param {Measure} measure
 */
export function goodness(score, { best, worst }, { lower }) {
  const place = lower && best > 0 ? Math.log : (value) => value;
  const span = place(best) - place(worst);
  return span === 0 ? 1 : Math.max(0, (place(score) - place(worst)) / span);
}
