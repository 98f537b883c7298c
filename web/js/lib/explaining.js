import { grafted } from "./explain-tree.js";

/** @import { Explanation, Problem } from "./types.js" */

/**
 * What is explained, and beside which number; tree and problem are null until there is an answer.
 * @typedef {object} Explaining
 * @property {string} address
 * @property {number} step the value as of this step
 * @property {Explanation | null} tree
 * @property {Problem | null} problem
 * @property {HTMLElement | null} anchor
 *
 * @typedef {{tree: Explanation, problem?: undefined} | {tree?: undefined, problem: Problem}} Found
 */

/** The explanation that is open: asked for, expanded line by line, closed. There is at most one. */
export class OpenExplanation {
  /** @type {Explaining | null} */
  #now = null;
  #askWhy;
  #changed;

  /**
   * @param {(address: string, step: number) => Promise<Found | null>} askWhy null where there is nothing to say
   * @param {() => void} changed
   */
  constructor(askWhy, changed) {
    this.#askWhy = askWhy;
    this.#changed = changed;
  }

  /** @returns {Explaining | null} */
  get now() {
    return this.#now;
  }

  /**
   * @param {string} address
   * @param {HTMLElement | null} anchor the element that shows the number
   * @param {number} step the value as of this step
   */
  async open(address, anchor, step) {
    const opened = { address, step, tree: null, problem: null, anchor };
    this.#show(opened);
    const found = await this.#askWhy(address, step);
    if (found && this.#now === opened) {
      this.#show({ ...opened, ...found });
    }
  }

  /**
   * Fetches what lies below one of its lines.
   * @param {Explanation} line
   */
  async expand(line) {
    const found = await this.#askWhy(line.address, line.step);
    const open = this.#now;
    if (found?.tree && open?.tree) {
      this.#show({ ...open, tree: grafted(open.tree, line, found.tree) });
    }
  }

  close() {
    if (this.#now) {
      this.#show(null);
    }
  }

  #show(explaining) {
    this.#now = explaining;
    this.#changed();
  }
}
