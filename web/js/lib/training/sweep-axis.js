/** A setting of a sweep and its values, as a reader writes them and as the server takes them. */
import { readNumber, writeNumber } from "../number-field.js";
import { OPTIMIZERS } from "./optimizers.js";

/** @import { Experiment } from "./experiment.js" */

/**
 * @typedef {{setting: string, title: string, kind: "number" | "whole" | "name", values: (number | string)[]}} Setting
 * @typedef {{setting: string, values: (number | string)[]}} Axis
 */

/** The most values of a setting. */
const MOST = 8;

const USUALLY = 4;

/** What is varied when nothing was chosen yet. */
export const FIRST = Object.freeze({ rows: "learningRate", columns: "width" });

/** Where the experiment stands, so that the values to begin with lie around it. */
const NOW = Object.freeze({
  learningRate: ({ training }) => training.optimizer.learningRate,
  batchSize: ({ training }) => training.batchSize,
});

/**
 * @param {Setting} setting
 * @param {Experiment} experiment
 * @returns {(number | string)[]} some values to begin with
 */
export function usualValues({ setting, values }, experiment) {
  const now = NOW[setting]?.(experiment);
  const above = now === undefined ? 0 : values.findIndex((value) => value >= now);
  const middle = above < 0 ? values.length : above;
  const from = Math.max(0, Math.min(middle - USUALLY / 2, values.length - USUALLY));
  return values.slice(from, from + USUALLY);
}

/**
 * @param {readonly (number | string)[]} values
 * @param {"point" | "comma"} mark
 */
export function writtenValues(values, mark) {
  return values.map((value) => writtenValue(value, mark)).join(mark === "comma" ? "; " : ", ");
}

/**
 * @param {number | string} value
 * @param {"point" | "comma"} [mark]
 */
export function writtenValue(value, mark = "point") {
  return typeof value === "number" ? writeNumber(value, mark) : (OPTIMIZERS[value]?.text ?? value);
}

/**
 * Reads numbers with commas, semicolons or blanks between them; with a decimal comma only the latter two.
 * @param {string} text
 * @param {Setting} setting
 * @param {"point" | "comma"} mark
 * @returns {{values: number[]} | {reason: string}}
 */
export function readValues(text, { kind }, mark) {
  const parts = text.split(mark === "comma" ? /[;\s]+/ : /[,;\s]+/).filter(Boolean);
  if (parts.length === 0) return { reason: "At least one value, please." };
  if (parts.length > MOST) return { reason: `At most ${MOST} values; these are ${parts.length}.` };
  const values = [];
  for (const part of parts) {
    const read = readNumber(part, mark);
    if ("reason" in read) return { reason: `${read.reason}.` };
    if (kind === "whole" && !Number.isInteger(read.value)) return { reason: `${part} is no whole number.` };
    if (values.includes(read.value)) return { reason: `${part} stands there twice.` };
    values.push(read.value);
  }
  return { values };
}
