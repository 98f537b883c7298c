/**
 * The link of a moment of a network: the whole experiment, compressed, and where the reader is.
 *
 * `/network?n=…&s=12&g=term&t=derivation&e=2`: `n` is the experiment, `s` the step from 1, `g` the grain, `t` the story,
 * `e` the example looked at; what is as at the start is left out. An experiment too long for a request stands behind a
 * hash, where no server reads it.
 */
import { GRAINS, OPENING, STORIES, begun, experimentOf, isSameExperiment } from "./network-document.js";
import { packed, unpacked } from "./packing.js";

/** @import { NetworkDocument } from "./network-document.js" */

const LONGEST_IN_QUERY = 4000;

/** @type {WeakMap<NetworkDocument, string>} */
const written = new WeakMap();

/** @type {import("./address.js").LinkForm} */
export const NETWORK_LINK = Object.freeze({ read, write, prepare });

async function read({ search, hash }) {
  const fields = new URLSearchParams(search);
  const text = fields.get("n") ?? new URLSearchParams(hash.slice(1)).get("n");
  if (text === null && hash !== "") {
    return null;
  }
  const looks = {
    grain: oneOf(GRAINS, fields.get("g")) ?? "unit",
    story: oneOf(STORIES, fields.get("t")) ?? "pass",
    example: naturalNumber(fields.get("e"), 1, null),
  };
  const experiment = text === null ? experimentOf(OPENING) : await experimentIn(text);
  return {
    document: begun(experiment ?? experimentOf(OPENING), looks),
    index: naturalNumber(fields.get("s"), 1) - 1,
    damaged: experiment === null,
  };
}

/** @param {import("./address.js").Place} place */
function write({ document, index }) {
  const experiment = isSameExperiment(document, OPENING) ? "" : written.get(document);
  if (experiment === undefined) {
    return null;
  }
  const short = experiment.length <= LONGEST_IN_QUERY;
  const fields = [];
  if (experiment && short) fields.push(["n", experiment]);
  if (index > 0) fields.push(["s", index + 1]);
  if (document.grain !== "unit") fields.push(["g", document.grain]);
  if (document.story !== "pass") fields.push(["t", document.story]);
  if (document.example !== null) fields.push(["e", document.example]);
  const query = fields.map((field) => field.join("=")).join("&");
  return (query && `?${query}`) + (short ? "" : `#n=${experiment}`);
}

/** @param {NetworkDocument} document */
async function prepare(document) {
  if (!written.has(document)) {
    written.set(document, await packed(JSON.stringify(experimentOf(document))));
  }
}

/** The experiment in a link, null where it is cut off or garbled. */
async function experimentIn(text) {
  try {
    const experiment = JSON.parse(await unpacked(text));
    return Array.isArray(experiment?.network?.layers) && typeof experiment.data === "object" ? experiment : null;
  } catch {
    return null;
  }
}

function oneOf(allowed, text) {
  return allowed.includes(text) ? text : undefined;
}

function naturalNumber(text, least, otherwise = least) {
  const number = Number(text ?? NaN);
  return Number.isInteger(number) && number >= least ? number : otherwise;
}
