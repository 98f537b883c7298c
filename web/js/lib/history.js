/**
 * Undo and redo of documents. Edits of the same field that follow each other quickly, such as the drag of a slider,
 * are one edit. Nothing is forgotten: documents share what an edit leaves alone.
 */

const SAME_EDIT_WITHIN = 800;

/** @template T */
export class History {
  /** @type {T[]} */
  #past = [];
  /** @type {T[]} */
  #future = [];
  #field = "";
  #time = -Infinity;

  /**
   * @param {T} before what the edit replaces
   * @param {string} field what was edited; empty for an edit that is one by itself
   * @param {number} time milliseconds
   */
  record(before, field, time) {
    const goesOn = field !== "" && field === this.#field && time - this.#time < SAME_EDIT_WITHIN && this.#past.length > 0;
    if (!goesOn) this.#past.push(before);
    this.#future = [];
    this.#field = field;
    this.#time = time;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /**
   * @param {T} present
   * @returns {T | undefined} what it was before
   */
  undo(present) {
    return this.#move(this.#past, this.#future, present);
  }

  /**
   * @param {T} present
   * @returns {T | undefined}
   */
  redo(present) {
    return this.#move(this.#future, this.#past, present);
  }

  #move(from, to, present) {
    const target = from.pop();
    if (target !== undefined) to.push(present);
    this.#field = "";
    return target;
  }
}
