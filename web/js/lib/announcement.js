import { spokenAddress, spokenValue } from "./speech.js";

/** @import { Step } from "./types.js" */
/** @import { Format } from "./moment.js" */

/**
 * What a screen reader says of a step: all of it after a step that the reader took, only the result while it plays.
 * @param {Step} step
 * @param {boolean} playing
 * @param {Format} format
 */
export function announcement(step, playing, format) {
  if (playing) {
    return `${spokenAddress(step.quantity, step.value)} is ${spokenValue(step.value, format)}.`;
  }
  return `Step ${step.index + 1}. ${step.speech}`;
}
