/**
 * Shows the moments of a run once more, one after the other, at a pace that can be watched: the whole of a run takes about
 * twenty seconds. The next moment is asked for when the one before is on the page, so that a slow page shows fewer.
 */

/** @import { Playground } from "./playground.js" */

const MOMENTS = 500;
const LEAST_PAUSE = 40;

export class Replay {
  #playground;
  #changed;
  #on = false;
  #timer = 0;
  /** Where it is; a reader who goes elsewhere ends it. */
  #at = 0;

  /**
   * @param {Playground} playground
   * @param {() => void} changed
   */
  constructor(playground, changed) {
    this.#playground = playground;
    this.#changed = changed;
    playground.addEventListener("change", () => this.#follow());
  }

  get on() {
    return this.#on;
  }

  toggle() {
    if (this.#on) {
      this.stop();
    } else {
      this.#start();
    }
  }

  stop() {
    if (this.#on) {
      this.#on = false;
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#changed();
    }
  }

  #start() {
    const { run, at } = this.#playground;
    if (run?.hasBegun) {
      this.#on = true;
      this.#go(at >= run.newest ? run.first : at);
    }
  }

  #go(moment) {
    this.#at = moment;
    this.#playground.seek(moment);
  }

  #follow() {
    const { run, at, frame } = this.#playground;
    if (!this.#on || run === null) {
      return;
    }
    if (at !== this.#at) {
      this.stop();
    } else if (frame?.header.iteration === at && this.#timer === 0) {
      this.#timer = setTimeout(() => this.#next(run), LEAST_PAUSE);
    }
  }

  #next(run) {
    this.#timer = 0;
    const epochs = Math.max(1, Math.round((run.newest - run.first) / run.perEpoch / MOMENTS));
    const moment = Math.min(this.#at + epochs * run.perEpoch, run.newest);
    if (moment === this.#at) {
      this.stop();
    } else {
      this.#go(moment);
    }
  }
}
