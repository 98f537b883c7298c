/** The way from an update of a run into the steps of that update. */
import { pictureLink, updateLink } from "../update-of-run.js";

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
export function openPicture(playground, iteration, picture) {
  const { run } = playground;
  if (run !== null) {
    playground.pause();
    location.assign(pictureLink(run.id, iteration, picture));
  }
}
