/** The way from an update of a run into the steps of that update. */
import { getJson } from "../api.js";
import { begun } from "../network-document.js";
import { NETWORK_LINK } from "../network-link.js";

/** @import { Playground } from "./playground.js" */

/**
 * The address of the update that comes after a moment, in the stepper.
 * @param {string} run its id
 * @param {number} iteration how many updates are done
 * @returns {Promise<string>}
 */
export function stepperLink(run, iteration) {
  return linkTo(`/api/training/runs/${encodeURIComponent(run)}/iterations/${iteration}/experiment`);
}

async function linkTo(path) {
  const experiment = await getJson(path);
  const document = begun(experiment);
  await NETWORK_LINK.prepare?.(document);
  return `/network${NETWORK_LINK.write({ document, index: 0, trace: null }) ?? ""}`;
}

/**
 * Opens the update that comes next at the moment that is shown; at the end of a run, its last one.
 * @param {Playground} playground
 * @param {number} [iteration] another moment
 */
export async function openInStepper(playground, iteration = playground.at) {
  const { run } = playground;
  if (run === null) {
    return;
  }
  playground.pause();
  try {
    const last = Math.max(run.first, Math.min(iteration, run.planned - 1));
    location.assign(await stepperLink(run.id, last));
  } catch (error) {
    document.dispatchEvent(new CustomEvent("bs-say", { detail: `The update could not be opened. ${error.message}` }));
  }
}

/**
 * Opens a pass over one picture, with the weights of a moment.
 * @param {Playground} playground
 * @param {number} iteration
 * @param {number} picture its row in the set
 */
export async function openPicture(playground, iteration, picture) {
  const { run } = playground;
  if (run === null) {
    return;
  }
  playground.pause();
  try {
    location.assign(await linkTo(`/api/training/runs/${encodeURIComponent(run.id)}/iterations/${iteration}/pictures/${picture}/experiment`));
  } catch (error) {
    document.dispatchEvent(new CustomEvent("bs-say", { detail: `The picture could not be opened. ${error.message}` }));
  }
}
