import { Asking } from "./asking.js";
import { Connection } from "./connection.js";
import { Draft } from "./draft.js";

/** @import { Answer } from "./answer.js" */
/** @import { Settings } from "./settings.js" */
/** @import { Subject } from "./subject.js" */
/** @import { Notation, Problem } from "./types.js" */

/**
 * Who asks.
 * @typedef {object} Asker
 * @property {() => {index: number, before: Answer | null, counted: boolean}} place where the reader is, for the next question
 * @property {() => void} asked what is here belongs to an older edit from now on
 * @property {(answer: Answer) => void} answered
 * @property {() => void} rejoined the server is back, and nothing has to be asked again
 * @property {() => void} changed
 */

/** The document as the reader edits it, and what the server says to it: after every edit it is asked anew. */
export class Inquiry {
  /** @type {Subject<any>} */
  #subject;
  /** @type {Draft<any>} */
  #draft;
  #settings;
  #asker;
  #asking = new Asking();
  #connection;
  /** @type {Problem | null} */
  #problem = null;
  #stale = false;
  /** @type {string | null} */
  #doing = null;

  /**
   * @param {Subject<any>} subject
   * @param {Settings} settings
   * @param {Asker} asker
   */
  constructor(subject, settings, asker) {
    this.#subject = subject;
    this.#draft = new Draft(subject);
    this.#settings = settings;
    this.#asker = asker;
    this.#connection = new Connection(asker.changed, () => this.#catchUp());
  }

  get document() {
    return this.#draft.document;
  }

  get name() {
    return this.#subject.nameOf(this.document);
  }

  get canUndo() {
    return this.#draft.canUndo;
  }

  get canRedo() {
    return this.#draft.canRedo;
  }

  /** Whether the last good answer belongs to an older edit. */
  get stale() {
    return this.#stale;
  }

  /** Why there is no answer to the document as it is. */
  get problem() {
    return this.#problem;
  }

  /** What is being done for the answer to come, where it takes longer than a moment. */
  get doing() {
    return this.#doing;
  }

  get offline() {
    return this.#connection.offline;
  }

  /** @returns {Notation} how numbers are to be written */
  get notation() {
    const { decimals, decimalMark, adjoint } = this.#settings;
    return { decimals, decimalMark, adjoint };
  }

  /**
   * @param {readonly string[]} names of settings
   * @returns {boolean} whether an answer is another one under other settings of these names
   */
  dependsOn(names) {
    return names.some((name) => this.#subject.notation.includes(name));
  }

  /**
   * @param {object} moment that a link names
   * @returns {{document: any, index: number}}
   */
  opened(moment) {
    return this.#subject.opened(moment, this.document);
  }

  /**
   * Asks about a document that is no edit.
   * @param {object} document
   */
  restore(document) {
    this.#draft.set(document);
    this.ask();
  }

  /**
   * @param {object} patch the fields that change
   * @param {string} [field] what is edited: edits of one field that follow each other quickly are one edit
   */
  edit(patch, field = this.#subject.fieldOf(patch)) {
    if (this.#draft.has(patch)) {
      return;
    }
    if (this.#subject.isLook(patch) && !this.#stale) {
      this.#draft.look(patch);
      this.#asker.changed();
      return;
    }
    this.#draft.edit(patch, field);
    this.ask();
  }

  /**
   * Changes what is looked at, which is no edit, but has to be asked for.
   * @param {object} patch
   */
  look(patch) {
    this.#draft.look(patch);
    this.ask();
  }

  undo() {
    if (this.#draft.undo()) {
      this.ask();
    }
  }

  redo() {
    if (this.#draft.redo()) {
      this.ask();
    }
  }

  /** Asks anew. Whatever is still on its way belongs to an older edit and is dropped. */
  ask() {
    this.#stale = true;
    this.#doing = null;
    this.#asker.asked();
    this.#asking.ask(
      (signal) => this.#subject.ask(this.#question(), signal, (doing) => this.#does(doing, signal)),
      (answer) => this.#accept(answer),
      (error) => this.#refuse(error),
    );
  }

  /**
   * @param {unknown} error
   * @returns {Problem | null} what to say of a failure; null where there is nothing to say
   */
  problemOf(error) {
    return this.#connection.problemOf(error);
  }

  #does(doing, signal) {
    if (!signal.aborted) {
      this.#doing = doing;
      this.#asker.changed();
    }
  }

  #question() {
    return { document: this.document, notation: this.notation, ...this.#asker.place() };
  }

  #accept(answer) {
    this.#draft.set(answer.document);
    this.#connection.answered();
    this.#problem = null;
    this.#stale = false;
    this.#asker.answered(answer);
  }

  #refuse(error) {
    const problem = this.problemOf(error);
    if (problem) {
      this.#problem = problem;
      this.#doing = null;
      this.#asker.changed();
    }
  }

  /** After a while without the server. */
  #catchUp() {
    if (this.#stale) {
      this.ask();
    } else {
      this.#asker.rejoined();
    }
  }
}
