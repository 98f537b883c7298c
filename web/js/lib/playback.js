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
function stepDuration(why, speed) {
  return Math.max(STEP, CHARACTER * why.length) / speed;
}

/**
 * What is played.
 * @typedef {object} Played
 * @property {() => boolean} atEnd
 * @property {() => import("./types.js").Step | undefined} step the one on the screen, if it is here
 * @property {() => number} speed
 * @property {() => void} next
 * @property {() => void} changed
 */

/** The clock of playing. */
export class Playback {
  #playing = false;
  #timer = 0;
  #played;

  /** @param {Played} played */
  constructor(played) {
    this.#played = played;
  }

  get playing() {
    return this.#playing;
  }

  start() {
    this.#playing = true;
    this.schedule();
    this.#played.changed();
  }

  stop() {
    if (this.#playing) {
      this.#playing = false;
      this.schedule();
      this.#played.changed();
    }
  }

  /** Sets the clock to the next step while playing, and stops it otherwise. */
  schedule() {
    globalThis.clearTimeout(this.#timer);
    if (!this.#playing) {
      return;
    }
    if (this.#played.atEnd()) {
      this.stop();
      return;
    }
    const step = this.#played.step();
    if (step) {
      this.#timer = globalThis.setTimeout(this.#played.next, stepDuration(step.why, this.#played.speed()));
    }
  }
}
