/** The data sets that the server has, asked for once. */
import { getJson } from "../api.js";

/**
 * @typedef {object} DataSetEntry
 * @property {string} name as it stands in documents
 * @property {string} title
 * @property {"binary" | "classes" | "regression"} kind
 * @property {number} inputs
 * @property {string[]} outputs
 * @property {string[]} takes names of other settings
 * @property {{least: number, most: number, usual: number}} [count]
 * @property {{least: number, most: number, usual: number}} [noise]
 * @property {number[][]} x some examples
 * @property {number[][]} y
 * @property {import("./experiment.js").Experiment} experiment that learns it
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

/** Those that stand first; the others follow in the order of the server. */
const FIRST = Object.freeze(["xor", "circle", "moons", "spiral"]);

/** @param {readonly DataSetEntry[]} entries */
export function inOrder(entries) {
  const place = ({ name }) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return [...entries].sort((one, other) => place(one) - place(other));
}

/**
 * The edit that takes another data set, with its usual settings; seed and share of the test set stay. The network stays where it
 * can learn it, otherwise it is the one that the server proposes.
 * @param {DataSetEntry} entry
 * @param {import("./experiment.js").Experiment} document
 */
export function withDataSet({ name, count, noise, experiment }, document) {
  const { function: typed, from, to } = experiment.data;
  const data = {
    dataset: name,
    ...(count ? { count: count.usual } : {}),
    ...(noise ? { noise: noise.usual } : {}),
    ...(typed === undefined ? {} : { function: typed, from: from ?? -1, to: to ?? 1 }),
    testFraction: document.data.testFraction || 0.3,
    seed: document.data.seed ?? 4,
  };
  const fits = shape(document.network) === shape(experiment.network);
  return { data, ...(fits ? {} : { network: experiment.network }) };
}

/** What of a network depends on the data. */
function shape({ inputs, layers, loss }) {
  const { units, activation } = layers.at(-1) ?? {};
  return JSON.stringify([inputs, units, activation, loss]);
}
