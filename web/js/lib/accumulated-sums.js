import { postJson } from "./api.js";
import { experimentOf } from "./network-document.js";

/** @import { Parts } from "./answer.js" */

/** So many before and after come along, since the reader goes on to them. */
const AROUND = 4;

/** Δ of a network after its first examples, fetched where the reader comes to it. */
export class AccumulatedSums {
  /** @type {Map<number, number[][][]>} */
  #sums = new Map();
  /** @type {Set<number>} */
  #asked = new Set();
  #experiment;
  #examples;
  #layers;
  #signal;

  /** @param {Parts} parts of the answer whose Δ they are */
  constructor({ document, trace, signal }) {
    this.#experiment = experimentOf(document);
    this.#examples = trace.schedule.examples;
    this.#layers = trace.layers.slice(1).map((_, at) => trace.numbers.shape(at + 1) !== null);
    this.#signal = signal;
  }

  /** How many are here. */
  get size() {
    return this.#sums.size;
  }

  /**
   * @param {number} examples
   * @returns {number[][][] | undefined} Δ after the first examples, where it is here
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
    const count = Math.min(this.#examples, examples + AROUND) - from + 1;
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
    const request = { ...this.#experiment, from, count };
    const { accumulated } = await postJson("/api/network/accumulated", request, this.#signal);
    accumulated.forEach(({ examples, Delta }) => this.#sums.set(examples, this.#byLayer(Delta)));
  }

  /** An empty matrix where a layer has no weights. */
  #byLayer(sums) {
    const left = [...sums];
    return this.#layers.map((hasWeights) => (hasWeights ? left.shift() : []));
  }
}
