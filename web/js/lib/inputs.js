/**
 * The inputs of a document. Which variables an expression has is known to the server; what values they had, to us.
 */
import { postJson } from "./api.js";

/** @import { Document } from "./types.js" */

const FIRST_GUESS = 1;

/** Values of inputs, by name: those that were seen last, and those of a link, which come without names. */
export class InputValues {
  /** @type {Map<string, number>} */
  #seen = new Map();
  /** @type {number[]} */
  #unnamed = [];

  /** @param {Record<string, number>} at */
  remember(at) {
    Object.entries(at).forEach(([name, value]) => this.#seen.set(name, value));
  }

  /** @param {number[]} values in the order of the inputs */
  expect(values) {
    this.#unnamed = [...values];
  }

  /**
   * The document with a value for each of its inputs and for nothing else.
   * @param {Document} document
   * @param {{inputs: string[], outputs: string[]}} expression
   * @returns {Document}
   */
  complete(document, { inputs, outputs }) {
    const at = Object.fromEntries(inputs.map((name) => [name, document.at[name] ?? this.#valueFor(name)]));
    this.#unnamed = [];
    return {
      ...document,
      at,
      output: document.output < outputs.length ? document.output : 0,
      seed: inputs.includes(document.seed) ? document.seed : null,
      mode: inputs.length > 0 ? document.mode : "reverse",
    };
  }

  #valueFor(name) {
    return this.#unnamed.shift() ?? this.#seen.get(name) ?? FIRST_GUESS;
  }
}

/**
 * @param {string} expression
 * @param {AbortSignal} signal
 * @returns {Promise<{text: string, latex: string, inputs: string[], outputs: string[]}>}
 */
export function askInputs(expression, signal) {
  return postJson("/api/autodiff/expression", { expression }, signal);
}
