/** @import { LinkForm, Place } from "./address.js" */

/** Numbers of another visit name other documents. */
const VISIT = `${Date.now()} ${Math.random()}`;

/**
 * What the history keeps beside an address. A large document is kept by this page, by a number; with the history only where nothing
 * else has it, and then not with every step.
 */
export class Visited {
  /** @type {any[]} */
  #documents = [];
  #form;
  /** @type {Place | null} what the history holds */
  #kept = null;

  /** @param {LinkForm} form */
  constructor(form) {
    this.#form = form;
  }

  /**
   * @param {Place} place
   * @param {boolean} isHeld whether its address does not name the document
   */
  stateOf(place, isHeld) {
    const { document, index } = place;
    this.#kept = place;
    if (!this.#form.isHeavy?.(document)) {
      return { document, index };
    }
    const known = this.#documents.indexOf(document);
    const at = known >= 0 ? known : this.#documents.push(document) - 1;
    return { at, index, visit: VISIT, ...(isHeld ? { document } : {}) };
  }

  /** Whether keeping a place would write a large document once more, for the sake of a step. */
  isCostly({ document }, isHeld) {
    return isHeld && this.#form.isHeavy?.(document) === true && this.#kept?.document === document;
  }

  /** Whether the history has another step of a document that is kept. */
  isBehind({ document, index }) {
    return this.#kept !== null && this.#kept.document === document && this.#kept.index !== index;
  }

  documentOf(state) {
    return (state?.visit === VISIT ? this.#documents[state.at] : undefined) ?? state?.document;
  }
}
