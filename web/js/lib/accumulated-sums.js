import { experimentOf } from "./network-document.js";

/** @import { Ask, Parts } from "./answer.js" */

/** So many before and after come along, since the reader goes on to them. */
const AROUND = 4;

/** Δ of a network after its first examples, fetched where the reader comes to it. */
export class AccumulatedSums {
  /** @type {Map<number, number[][][]>} */
  #sums = new Map();
  /** @type {Set<number>} */
  #asked = new Set();
  #document;
  #trace;
  #ask;

  /** @param {Parts & {ask: Ask}} parts of the answer whose Δ they are */
  constructor({ document, trace, ask }) {
    this.#document = document;
    this.#trace = trace;
    this.#ask = ask;
  }

  /** How many are here. */
  get size() {
    return this.#sums.size;
  }

  /**
   * @param {number} examples
   * @returns {number[][][] | undefined} Δ of each layer after the first examples, where it is here
   */
  after(examples) {
    return this.#sums.get(examples);
  }

  /**
   * Fetches Δ after the first examples, and some before and after, unless it is here or on its way.
   * @param {number} examples
   */
  async load(examples) {
    if (this.#asked.has(examples)) {
      return;
    }
    const from = Math.max(0, examples - AROUND);
    const count = Math.min(this.#trace.schedule.examples, examples + AROUND) - from + 1;
    const numbers = Array.from({ length: count }, (_, at) => from + at);
    numbers.forEach((number) => this.#asked.add(number));
    try {
      await this.#fetch(from, count);
    } catch (error) {
      numbers.forEach((number) => this.#asked.delete(number));
      throw error;
    }
  }

  async #fetch(from, count) {
    const { accumulated } = await this.#ask("/api/network/accumulated", { ...experimentOf(this.#document), from, count });
    const { gradients } = this.#trace;
    const layers = gradients.filter(({ Delta }) => Delta.length > 0).map(({ layer }) => layer);
    const byLayer = (Delta) => gradients.map(({ layer }) => Delta[layers.indexOf(layer)] ?? []);
    accumulated.forEach(({ examples, Delta }) => this.#sums.set(examples, byLayer(Delta)));
  }
}
