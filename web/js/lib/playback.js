/**
 * Playing: one step each 1.6 s at 1×, longer where the sentence needs longer to be read.
 */

const STEP = 1600;
const CHARACTER = 60;

export const SPEEDS = Object.freeze([0.25, 0.5, 1, 2, 4]);

/**
 * @param {string} why the sentence of the step on the screen
 * @param {number} speed
 * @returns {number} milliseconds until the next step
 */
export function stepDuration(why, speed) {
  return Math.max(STEP, CHARACTER * why.length) / speed;
}
