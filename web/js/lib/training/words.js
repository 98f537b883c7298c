/** What is said of a run. */
import { formatNumber } from "../format.js";

/** @import { WatchedRun } from "./watched-run.js" */

/**
 * A whole number with its thousands set apart where it has five digits or more, as "10 000".
 * @param {number} number
 */
export function grouped(number) {
  const digits = String(Math.round(number));
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, "\u00A0");
}

/**
 * "2.1 MFLOP": how much work something is, with two digits.
 * @param {number} count
 */
export function flops(count) {
  const unit = Math.min(4, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  const rest = count / 1000 ** unit;
  return `${unit > 0 && rest < 10 ? rest.toFixed(1) : rest.toFixed(0)}\u00A0${["", "k", "M", "G", "T"][unit]}FLOP`;
}

/**
 * "about 9 s", "about 3 min"; rounder the longer it takes.
 * @param {number} seconds
 */
export function about(seconds) {
  if (seconds < 1) return "less than a second";
  if (seconds < 60) return `about ${Math.round(seconds)} s`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min`;
  return `about ${Math.round(seconds / 3600)} h`;
}

/**
 * @param {WatchedRun} run
 * @param {boolean} [offline] whether nothing is heard of it
 * @returns {string} what it is doing, as "Training: epoch 620 of 1000, about 9 s left"
 */
export function progress(run, offline = false) {
  const epoch = grouped(run.epochOf(run.newest));
  const of = grouped(run.epochs);
  if (offline && run.isGoing) {
    return `Last seen at epoch ${epoch} of ${of}`;
  }
  switch (run.state) {
    case "running": {
      const left = run.secondsLeft;
      return `Training: epoch ${epoch} of ${of}${left === null ? "" : `, ${about(left)} left`}`;
    }
    case "queued":
      return "Waiting for its turn";
    case "paused":
      return run.hasBegun ? `Paused at epoch ${epoch} of ${of}` : `Ready: ${of} epochs, ${updates(run.perEpoch)} each`;
    case "done":
      return run.newest < run.planned ? `Stopped early after epoch ${epoch} of ${of}` : `Done: ${epoch} epochs`;
    case "diverged":
      return `Stopped in epoch ${grouped(epochOfUpdate(run, run.divergence?.update ?? run.newest))} of ${of}`;
    default:
      return `Stopped at epoch ${epoch} of ${of}`;
  }
}

/**
 * The epoch, from 1, that an update belongs to.
 * @param {WatchedRun} run
 * @param {number} update from 1
 */
export function epochOfUpdate(run, update) {
  return run.epochOf(Math.max(0, update - 1)) + 1;
}

/** Quantities of a unit, and those of a matrix, by their names in answers. */
const OF_UNITS = Object.freeze({
  mean: "the mean μ",
  variance: "the variance σ²",
  z: "z",
  a: "a",
  delta: "δ",
  loss: "the loss",
  cost: "J",
});
const OF_MATRICES = Object.freeze({ sum: "Δ", d: "D", memory: "what the optimizer remembers of Θ", theta: "Θ" });

/**
 * Where the first number stood that is not finite.
 * @param {{quantity: string, layer: number, unit: number, column?: number, example?: number, value: number | string}} divergence
 */
export function placeOf({ quantity, layer, unit, column, example, value }) {
  const number = formatNumber(value);
  if (quantity in OF_MATRICES) {
    return `First ${OF_MATRICES[quantity]}, layer ${layer} → ${layer + 1}, row ${unit}, column ${column ?? 0} became ${number}.`;
  }
  const of = quantity === "loss" || quantity === "cost" ? "" : ` of unit ${unit} of layer ${layer}`;
  const at = example === undefined ? "" : ` for training example ${example + 1}`;
  return `First ${OF_UNITS[quantity] ?? quantity}${of} became ${number}${at}.`;
}

/**
 * Where the knob is, as a slider says it.
 * @param {WatchedRun} run
 * @param {number} at
 */
export function momentOf(run, at) {
  const epoch = run.epochOf(at);
  const within = at - epoch * run.perEpoch;
  const more = within > 0 ? ` and ${updates(within)}` : "";
  return `Epoch ${grouped(epoch)} of ${grouped(run.epochs)}${more}${at === run.newest ? ", the newest" : ""}`;
}

function updates(count) {
  return `${grouped(count)} ${count === 1 ? "update" : "updates"}`;
}
