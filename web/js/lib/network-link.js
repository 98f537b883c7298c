/**
 * The link of a moment of a network: the whole experiment, compressed, and where the reader is.
 *
 * `/network?n=…&s=12&g=term&t=derivation&e=2`: `n` is the experiment, `s` the step from 1, `g` the grain, `t` the story,
 * `e` the example looked at; what is as at the start is left out. An experiment too long for a request stands behind a
 * hash, where no server reads it. One too long for an address is named by the update of the run that it comes from,
 * `/network?run=k3v…&update=120`, or where it comes from none by `?held`: only the history of the browser has it.
 */
import { OPENING, begun, experimentOf, isSameExperiment } from "./network-document.js";
import { looksOf, writtenLooks } from "./network-looks.js";
import { longNumbersOf } from "./network-size.js";
import { packed, unpacked } from "./packing.js";
import { openedUpdate, writtenOrigin } from "./update-of-run.js";

/** @import { NetworkDocument } from "./network-document.js" */

const LONGEST_IN_QUERY = 4000;

/** What is longer is no address any more. */
const LONGEST = 100_000;

/** So many numbers of many digits are longer however they are compressed. */
const MOST_LONG = 15_000;

/** @type {WeakMap<NetworkDocument, string>} */
const written = new WeakMap();

/** @type {import("./address.js").LinkForm} */
export const NETWORK_LINK = Object.freeze({ read, write, prepare, held, isHeavy });

async function read({ search, hash }) {
  const fields = new URLSearchParams(search);
  const text = fields.get("n") ?? new URLSearchParams(hash.slice(1)).get("n");
  if (text === null && hash !== "") {
    return null;
  }
  const looks = looksOf(fields);
  const index = naturalNumber(fields.get("s"), 1) - 1;
  const named = fields.get("run");
  if (named !== null) {
    const { experiment, origin, reason } = await openedUpdate(named, fields.get("update"), fields.get("picture"));
    return { document: begun(experiment ?? experimentOf(OPENING), { ...looks, origin }), index, reason };
  }
  if (fields.has("held")) {
    return { document: begun(experimentOf(OPENING), looks), index, held: true, reason: HELD };
  }
  const experiment = text === null ? experimentOf(OPENING) : await experimentIn(text);
  return {
    document: begun(experiment ?? experimentOf(OPENING), looks),
    index,
    reason: experiment === null ? DAMAGED : undefined,
  };
}

const DAMAGED = "The link cannot be read: a part of it may be missing. This is the network that the page opens with.";
const HELD =
  "This link names an experiment that is too long for a link. Where it was made it can be saved as a file, and opened here. This is the network that the page opens with.";

/** @param {import("./address.js").Place} place */
function write({ document, index }) {
  const experiment = document === OPENING ? "" : written.get(document);
  if (experiment === undefined) {
    return null;
  }
  return linkTo(experiment, document, index);
}

/** @param {import("./address.js").Place} place */
function held({ document, index }) {
  return linkTo("held", document, index);
}

/** @param {NetworkDocument} document */
function isHeavy(document) {
  return longNumbersOf(document) > MOST_LONG;
}

function linkTo(experiment, document, index) {
  const inHash = experiment.startsWith("#");
  const fields = [inHash ? "" : experiment, index > 0 ? `s=${index + 1}` : "", ...writtenLooks(document)];
  const query = fields.filter(Boolean).join("&");
  return (query && `?${query}`) + (inHash ? experiment : "");
}

/** @param {NetworkDocument} document */
async function prepare(document) {
  if (!written.has(document)) {
    written.set(document, isSameExperiment(document, OPENING) ? "" : await named(document));
  }
}

/** What names an experiment in an address. */
async function named(document) {
  if (isHeavy(document)) {
    return without(document);
  }
  const text = await packed(JSON.stringify(experimentOf(document)));
  if (text.length <= LONGEST) {
    return text.length <= LONGEST_IN_QUERY ? `n=${text}` : `#n=${text}`;
  }
  return without(document);
}

/** What names an experiment that is too long to stand in an address. */
function without(document) {
  const { origin, start } = document;
  return origin && isSameExperiment(document, start ?? document) ? writtenOrigin(origin) : "held";
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

function naturalNumber(text, least) {
  const number = Number(text ?? NaN);
  return Number.isInteger(number) && number >= least ? number : least;
}
