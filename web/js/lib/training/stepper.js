/** The way from an update of a run into the steps of that update. */
import { getJson } from "../api.js";
import { begun } from "../network-document.js";
import { NETWORK_LINK } from "../network-link.js";
import { updateLink } from "../update-of-run.js";

/** @import { Playground } from "./playground.js" */

/**
 * Opens the update that comes next at the moment that is shown; at the end of a run, its last one.
 * @param {Playground} playground
 * @param {number} [iteration] another moment
 */
export function openInStepper(playground, iteration = playground.at) {
  const { run } = playground;
  if (run !== null) {
    playground.pause();
    location.assign(updateLink(run.id, Math.max(run.first, Math.min(iteration, run.planned - 1))));
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

async function linkTo(path) {
  const experiment = await getJson(path);
  const document = begun(experiment);
  await NETWORK_LINK.prepare?.(document);
  return `/network${NETWORK_LINK.write({ document, index: 0, trace: null }) ?? ""}`;
}
