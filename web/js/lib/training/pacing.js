/** @import { RunKeeper } from "./run-keeper.js" */

/** How fast the runs of the page may go: so that a short one can be watched. */
export class Pacing {
  /** @type {number | null} */
  #updatesPerSecond = null;
  #keeper;
  #changed;

  /**
   * @param {RunKeeper} keeper
   * @param {() => void} changed
   */
  constructor(keeper, changed) {
    this.#keeper = keeper;
    this.#changed = changed;
  }

  /** How many updates a second they make at most; null for as many as they can. */
  get updatesPerSecond() {
    return this.#updatesPerSecond;
  }

  /** @param {number | null} updatesPerSecond */
  set(updatesPerSecond) {
    this.#updatesPerSecond = updatesPerSecond;
    this.#keeper.setPace(updatesPerSecond);
    this.#changed();
  }

  /** Tells the run of the page, before it goes on; one that knows of no pace goes as fast as it can. */
  async tell() {
    if (this.#updatesPerSecond !== null) {
      await this.#keeper.setPace(this.#updatesPerSecond);
    }
  }
}
