/** The data sets that the server has, asked for once. */
import { getJson } from "../api.js";

/**
 * @typedef {object} DataSetEntry
 * @property {string} name as it stands in documents
 * @property {string} title
 * @property {"binary" | "classes" | "regression"} kind
 * @property {number} inputs
 * @property {string[]} outputs
 * @property {{least: number, most: number, usual: number}} [count]
 * @property {{least: number, most: number, usual: number}} [noise]
 * @property {{x: number[][], y: number[][]}} [preview]
 * @property {{channels: number, height: number, width: number}} [image]
 */

/** @type {Promise<DataSetEntry[]> | null} */
let asked = null;

/** @returns {Promise<DataSetEntry[]>} */
export function dataSets() {
  asked ??= getJson("/api/training/datasets").catch((error) => {
    asked = null;
    throw error;
  });
  return asked;
}

/** How many numbers a target of a data set has. */
export function outputCount({ kind, outputs }) {
  return kind === "classes" ? outputs.length : 1;
}

/**
 * The document's data for a data set, with its usual settings; seed and share of the test set stay.
 * @param {DataSetEntry} entry
 * @param {Record<string, any>} before
 */
export function dataOf({ name, count, noise }, before) {
  return {
    dataset: name,
    ...(count ? { count: count.usual } : {}),
    ...(noise ? { noise: noise.usual } : {}),
    ...(name === "expression" ? { function: "sin(2*pi*x) * x" } : {}),
    testFraction: before.testFraction || 0.3,
    seed: before.seed ?? 4,
  };
}
