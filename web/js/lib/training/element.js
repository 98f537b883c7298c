import { PlayerElement } from "../player-element.js";

/** @import { Playground } from "./playground.js" */

/**
 * An element of the page /playground: it shows something of a Playground. While a run goes the Playground changes 30 times a
 * second, so an element may say by `reads` what it depends on, and is left alone while that stays the same.
 */
export class TrainingElement extends PlayerElement {
  /** @type {unknown[] | null} */
  #read = null;

  /** @returns {Playground} */
  get playground() {
    return /** @type {any} */ (this.player);
  }

  /**
   * @param {Playground} _playground
   * @returns {unknown[] | null} what `view` depends on; null for everything
   */
  reads(_playground) {
    return null;
  }

  shouldUpdate(changed) {
    const reads = this.player === null ? null : this.reads(this.playground);
    const same = reads !== null && this.#read !== null && reads.every((each, at) => each === this.#read?.[at]);
    this.#read = reads;
    return !same || changed.size > 0 || this.#asked;
  }

  #asked = false;

  /** Renders although nothing of the Playground changed: a panel was opened, a theme chosen. */
  again() {
    this.#asked = true;
    this.requestUpdate();
  }

  updated() {
    this.#asked = false;
  }
}
