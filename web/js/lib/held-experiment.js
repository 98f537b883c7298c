/** Questions about a large experiment: it is sent once and held by the server, and named by every question. */
import { ProblemError, postJson } from "./api.js";
import { experimentOf } from "./network-document.js";
import { isSame } from "./same.js";

/** @import { NetworkDocument } from "./network-document.js" */

/** @type {{experiment: object, held: Promise<string>} | null} the latest one that was sent */
let latest = null;

/**
 * @param {NetworkDocument} document
 * @param {AbortSignal} signal
 * @returns {(path: string, question: object) => Promise<any>} asks about it
 */
export function askingOf(document, signal) {
  const experiment = experimentOf(document);
  return async (path, question) => {
    const ask = async () => postJson(path, { held: await held(experiment), ...question }, signal);
    try {
      return await ask();
    } catch (error) {
      if (!isForgotten(error)) {
        throw error;
      }
      latest = null;
      return ask();
    }
  };
}

/** Nobody calls it off: another question about the same experiment may wait for it too. */
function held(experiment) {
  if (latest === null || !isSame(latest.experiment, experiment)) {
    const sent = postJson("/api/network/held", experiment).then(({ held: name }) => name);
    const now = { experiment, held: sent };
    latest = now;
    sent.catch(() => {
      if (latest === now) {
        latest = null;
      }
    });
  }
  return latest.held;
}

/** The server holds only the latest ones. */
function isForgotten(error) {
  return error instanceof ProblemError && error.problem.pointer === "/held";
}
