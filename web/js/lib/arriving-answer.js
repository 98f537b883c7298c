/** @import { Answer } from "./answer.js" */
/** @import { Step } from "./types.js" */

const AHEAD = 40;

/**
 * @typedef {object} Arrivals
 * @property {() => void} arrived something is here that was not
 * @property {() => void} stepsArrived after that, where it is steps
 * @property {(error: unknown) => void} failed
 */

/** The last good answer, of which the steps arrive as they are looked at. */
export class ArrivingAnswer {
  /** @type {Answer | null} */
  #now = null;
  #arrivals;

  /** @param {Arrivals} arrivals */
  constructor(arrivals) {
    this.#arrivals = arrivals;
  }

  /** @returns {Answer | null} null before the first */
  get now() {
    return this.#now;
  }

  /**
   * Drops the answer before, and whatever of it is still on its way.
   * @param {Answer} answer
   */
  replaceBy(answer) {
    this.#now = answer;
    answer.followNumbers(
      () => answer === this.#now && this.#arrivals.arrived(),
      (error) => answer === this.#now && this.#arrivals.failed(error),
    );
  }

  /**
   * @param {number} index
   * @returns {Step | undefined} the step if it is here; if not, it is fetched
   */
  step(index) {
    const step = this.#now?.step(index);
    if (!step) {
      this.load(index);
    }
    return step;
  }

  /**
   * @param {number} examples
   * @returns {number[][][] | undefined} Δ of a network after its first examples; if not here, it is fetched
   */
  accumulated(examples) {
    const found = this.#now?.accumulated(examples);
    if (!found && this.#now) {
      this.#fetch((answer) => answer.loadAccumulated(examples));
    }
    return found;
  }

  /**
   * Fetches a step and those that may be looked at next.
   * @param {number} index
   */
  loadAround(index) {
    this.load(index);
    this.load(index + AHEAD);
    this.load(index - AHEAD);
  }

  /**
   * After a while without the server: fetches what is missing.
   * @param {number} index
   */
  askAgain(index) {
    this.#now?.askAgain();
    this.load(index);
  }

  /** @param {number} index */
  async load(index) {
    const answer = this.#now;
    if (!answer || answer.step(index) || index < 0 || index >= answer.count) {
      return;
    }
    if (await this.#fetch(() => answer.load(index))) {
      this.#arrivals.stepsArrived();
    }
  }

  /** @returns {Promise<boolean>} whether what was asked for is here and still wanted */
  async #fetch(ask) {
    const answer = this.#now;
    const before = answer.loaded;
    try {
      await ask(answer);
      if (answer === this.#now && answer.loaded !== before) {
        this.#arrivals.arrived();
        return true;
      }
    } catch (error) {
      this.#arrivals.failed(error);
    }
    return false;
  }
}
