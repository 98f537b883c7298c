/** An update of a run as an experiment to step through: the batch, the weights and the optimizer just before it. */
import { ProblemError, getJson } from "./api.js";

/**
 * @typedef {object} Origin
 * @property {string} run its id
 * @property {number} update from 1
 * @property {number} [picture] that is passed in place of the batch, by its row in the test set
 */

/**
 * The address of an update in the stepper.
 * @param {string} run its id
 * @param {number} iteration how many updates are done before it
 */
export function updateLink(run, iteration) {
  return `/network?run=${encodeURIComponent(run)}&update=${iteration + 1}`;
}

/**
 * The address of a pass over one picture.
 * @param {string} run its id
 * @param {number} iteration how many updates are done before it
 * @param {number} picture its row in the test set
 */
export function pictureLink(run, iteration, picture) {
  return `${updateLink(run, iteration)}&picture=${picture}`;
}

/** @param {Origin} origin as an address names it */
export function writtenOrigin({ run, update, picture }) {
  return `run=${run}&update=${update}${picture === undefined ? "" : `&picture=${picture}`}`;
}

/**
 * @param {string} run
 * @param {string | null} written which update, from 1
 * @param {string | null} [pictured] which picture, from 0, where it is one that is passed
 * @returns {Promise<{experiment: object | null, origin?: Origin, reason?: string}>} the reason where it cannot be opened
 */
export async function openedUpdate(run, written, pictured = null) {
  const update = Number(written ?? NaN);
  if (!Number.isInteger(update) || update < 1) {
    return { experiment: null, reason: "The link names a run, but none of its updates. This is the network that the page opens with." };
  }
  try {
    const alone = pictured === null ? "" : `/pictures/${encodeURIComponent(pictured)}`;
    const experiment = await getJson(`/api/training/runs/${encodeURIComponent(run)}/iterations/${update - 1}${alone}/experiment`);
    return { experiment, origin: { run, update, ...(pictured === null ? {} : { picture: Number(pictured) }) } };
  } catch (error) {
    return { experiment: null, reason: `${said(error)} This is the network that the page opens with.` };
  }
}

function said(error) {
  if (!(error instanceof ProblemError)) {
    return "The server cannot be reached, so the update of this link was not opened.";
  }
  return error.problem.status === 404
    ? "The run of this link is gone: the server keeps only the latest ones. In the playground the experiment can be trained again."
    : `The update of this link was not opened. ${error.message}`;
}
