import { History } from "./history.js";
import { isSame } from "./same.js";

/**
 * The document as the reader edits it, and what it was before.
 * @template D
 */
export class Draft {
  /** @type {import("./subject.js").Subject<D>} */
  #subject;
  /** @type {D} */
  #document;
  /** @type {History<D>} */
  #history = new History();

  /** @param {import("./subject.js").Subject<D>} subject */
  constructor(subject) {
    this.#subject = subject;
    this.#document = subject.opening;
  }

  get document() {
    return this.#document;
  }

  get canUndo() {
    return this.#history.canUndo;
  }

  get canRedo() {
    return this.#history.canRedo;
  }

  /**
   * Takes a document that is no edit: one of a link, or one that an answer completed.
   * @param {D} document
   */
  set(document) {
    this.#document = document;
  }

  /**
   * Changes what is looked at, which is no edit.
   * @param {object} patch
   */
  look(patch) {
    this.#document = this.#subject.edited(this.#document, patch);
  }

  /** Whether a patch would change nothing. */
  has(patch) {
    return isSame(this.#subject.edited(this.#document, patch), this.#document);
  }

  /**
   * @param {object} patch the fields that change
   * @param {string} field edits of one field that follow each other quickly are one edit
   */
  edit(patch, field) {
    this.#history.record(this.#document, field, performance.now());
    this.look(patch);
  }

  /** @returns {boolean} whether there was anything to undo */
  undo() {
    return this.#travel(this.#history.undo(this.#document));
  }

  /** @returns {boolean} whether there was anything to redo */
  redo() {
    return this.#travel(this.#history.redo(this.#document));
  }

  #travel(document) {
    if (document) {
      this.#document = document;
    }
    return Boolean(document);
  }
}
