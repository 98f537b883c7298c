/** What the runs of a laboratory are compared by. */
import { formatNumber, toNumber } from "../format.js";
import { line } from "./series.js";
import { epochOfUpdate, grouped } from "./words.js";

/** @import { WatchedRun } from "./watched-run.js" */

/**
 * @typedef {object} Quantity
 * @property {string} heading
 * @property {string} note
 * @property {boolean} isLog
 * @property {boolean} isShare
 * @property {(point: any) => any} value of a point of a run
 */

/** @type {Record<string, Quantity>} */
const QUANTITIES = Object.freeze({
  loss: { heading: "Loss of the runs", note: "train loss, log scale, by epoch", isLog: true, isShare: false, value: (point) => point.trainLoss },
  accuracy: {
    heading: "Share that is right in the runs",
    note: "of test examples; dots: of the training set of the one shown; by epoch",
    isLog: false,
    isShare: true,
    value: (point) => point.testAccuracy ?? point.trainAccuracy,
  },
  gradient: {
    heading: "Gradient norm of the runs",
    note: "size of ∂J/∂Θ of the first layer, log scale, by epoch",
    isLog: true,
    isShare: false,
    value: (point) => point.gradientNorms[0],
  },
});

/** How lines are told apart beside their names; more than six runs share them. */
export const LOOKS = 6;

/**
 * @param {string} chart that a laboratory names
 * @returns {Quantity}
 */
export function quantityOf(chart) {
  return QUANTITIES[chart] ?? QUANTITIES.loss;
}

/**
 * A line for each run of a laboratory, and one for an own run beside them.
 * @param {import("./playground.js").Playground} playground
 * @returns {import("./series.js").Series[]}
 */
export function comparedSeries({ laboratory, run }) {
  if (laboratory === null) {
    return [];
  }
  const { value } = quantityOf(laboratory.text.chart);
  const named = laboratory.runs.map((each, at) => ({ each, name: each.place?.label ?? "", look: `compared-${at % LOOKS}` }));
  const own = run && !run.place && run.hasBegun ? [{ each: run, name: "yours", look: "compared-0" }] : [];
  const lines = [...named, ...own].map(({ each, name, look }) => ({
    name,
    look: `compared ${look} ${each === run ? "chosen" : ""}`,
    points: line(each.points, each.perEpoch, value),
  }));
  return laboratory.text.chart === "accuracy" && run?.data.test > 0 ? [...lines, trained(run)] : lines;
}

/** How the run that is shown does on what it trains with, beside what it does on what it never saw. */
function trained(run) {
  return { name: "train", look: "compared trained", points: line(run.points, run.perEpoch, (point) => point.trainAccuracy) };
}

/**
 * How far a run is, in a few words.
 * @param {WatchedRun} run
 */
export function progressOf(run) {
  const epoch = grouped(run.epochOf(run.newest));
  switch (run.state) {
    case "queued":
      return run.hasBegun ? `${epoch} of ${grouped(run.epochs)}` : "waits";
    case "done":
      return epoch;
    case "diverged":
      return `stopped in ${grouped(epochOfUpdate(run, run.divergence?.update ?? run.newest))}`;
    case "failed":
      return `stopped at ${epoch}`;
    case "paused":
      return `paused at ${epoch}`;
    default:
      return `${epoch} of ${grouped(run.epochs)}`;
  }
}

/**
 * What the newest point of a run says.
 * @param {WatchedRun} run
 * @param {{decimals: number, mark: "point" | "comma"}} notation
 */
export function resultsOf(run, notation) {
  const last = run.points.at(-1);
  const number = (value) => (value === undefined ? "·" : formatNumber(value, { ...notation, fixed: true }));
  const share = (value) => (value === undefined ? "·" : `${(100 * toNumber(value)).toFixed(1)}%`);
  return {
    trainLoss: number(last?.trainLoss),
    testLoss: number(last?.testLoss),
    trainRight: share(last?.trainAccuracy),
    testRight: share(last?.testAccuracy),
    gradient: number(last?.gradientNorms[0]),
  };
}
