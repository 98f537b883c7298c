/**
 * The link of a moment of a run: the whole experiment, compressed, the run while the server has it, and the update.
 *
 * `/playground?n=…&r=k3v…&k=3780`: `n` is the experiment, `r` the run, `k` how many updates are done; without `k` the newest
 * moment is shown. `/playground?lab=momentum&run=2` is a laboratory and which of its runs is looked at;
 * `/playground?lab=momentum&n=…&r=…` an own run beside them. `b=p7x….200` is the moment of another run that this one branches
 * off. An experiment too long for a request stands behind a hash, where no server reads it.
 */
import { packed, unpacked } from "../packing.js";
import { OPENING } from "./experiment.js";

/** @import { Experiment } from "./experiment.js" */

const LONGEST_IN_QUERY = 4000;

/** What is longer is no address any more; then the link names the run alone. */
const LONGEST = 1_000_000;

/** @type {WeakMap<Experiment, string>} */
const written = new WeakMap();

/**
 * @typedef {{slug: string, at: number}} LabPlace a laboratory, and which of its runs is looked at; -1 for an own one
 *
 * @typedef {object} Moment what a link names
 * @property {Experiment} document
 * @property {number} [index] how many updates are done, -1 for the newest moment
 * @property {string | null} [run]
 * @property {import("./run-keeper.js").Branch | null} [branch]
 * @property {LabPlace | null} [laboratory]
 */

/** @type {import("../address.js").LinkForm} */
export const PLAYGROUND_LINK = Object.freeze({ read, write, prepare, isWhole: ({ search }) => laboratoryIn(search) !== null });

async function read({ search, hash }) {
  const fields = new URLSearchParams(search);
  const text = fields.get("n") ?? new URLSearchParams(hash.slice(1)).get("n");
  if (text === null && hash !== "") {
    return null;
  }
  const document = text === null ? OPENING : await experimentIn(text);
  const k = Number(fields.get("k") ?? NaN);
  return {
    document: document ?? OPENING,
    index: Number.isInteger(k) && k >= 0 ? k : -1,
    run: fields.get("r"),
    branch: branchIn(fields.get("b")),
    laboratory: laboratoryIn(search, hash),
    damaged: document === null,
  };
}

/** @param {import("../address.js").Place} place */
function write({ document, index, trace }) {
  if (trace?.place) {
    const { laboratory, at } = trace.place;
    return `?lab=${laboratory}${at > 0 ? `&run=${at + 1}` : ""}${index >= 0 ? `&k=${index}` : ""}`;
  }
  const within = trace?.within ?? null;
  const experiment = within === null && isOpening(document) ? "" : written.get(document);
  if (experiment === undefined) {
    return null;
  }
  const short = experiment.length <= LONGEST_IN_QUERY || experiment.length > LONGEST;
  const fields = within === null ? [] : [["lab", within]];
  if (experiment && experiment.length <= LONGEST_IN_QUERY) fields.push(["n", experiment]);
  if (trace?.hasBegun || experiment.length > LONGEST) fields.push(["r", trace?.id]);
  if (trace?.parent) fields.push(["b", `${trace.parent.run}.${trace.parent.iteration}`]);
  if (index >= 0) fields.push(["k", index]);
  const query = fields.map((field) => field.join("=")).join("&");
  return (query && `?${query}`) + (short ? "" : `#n=${experiment}`);
}

/** @returns {LabPlace | null} */
function laboratoryIn(search, hash = "") {
  const fields = new URLSearchParams(search);
  const slug = fields.get("lab");
  const isOwn = fields.has("n") || fields.has("r") || hash.startsWith("#n=");
  return slug ? { slug, at: isOwn ? -1 : Math.max(0, Number(fields.get("run") ?? 1) - 1 || 0) } : null;
}

/** @returns {import("./run-keeper.js").Branch | null} */
function branchIn(text) {
  const [, run, iteration] = /^([a-z0-9]+)\.(\d+)$/.exec(text ?? "") ?? [];
  return run ? { run, iteration: Number(iteration) } : null;
}

/** @param {Experiment} document */
async function prepare(document) {
  if (!written.has(document)) {
    written.set(document, await packed(JSON.stringify(document)));
  }
}

function isOpening(document) {
  return JSON.stringify(document) === JSON.stringify(OPENING);
}

/** The experiment in a link, null where it is cut off or garbled. */
async function experimentIn(text) {
  try {
    const experiment = JSON.parse(await unpacked(text));
    return completed(experiment);
  } catch {
    return null;
  }
}

/**
 * An experiment with what the page needs to show its setup; null where it is none.
 * @param {any} experiment
 * @returns {Experiment | null}
 */
export function completed(experiment) {
  if (!Array.isArray(experiment?.network?.layers) || typeof experiment.data !== "object" || experiment.data === null) {
    return null;
  }
  const { training = {} } = experiment;
  return {
    ...experiment,
    theta: experiment.theta ?? { init: "xavier-uniform", seed: 7 },
    training: {
      ...withUsual(training, { batchSize: 10, epochs: 100, shuffle: true, seed: 7 }),
      optimizer: withUsual(training.optimizer, { type: "sgd", learningRate: 0.1 }),
    },
  };
}

/** Fields that are there keep their places, so that what lacks nothing comes back as the same text. */
function withUsual(given = {}, usual) {
  const missing = Object.entries(usual).filter(([name]) => given[name] === undefined);
  return { ...given, ...Object.fromEntries(missing) };
}
