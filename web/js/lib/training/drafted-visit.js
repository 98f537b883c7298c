import { Draft } from "../draft.js";
import { OPENING, edited, nameOf } from "./experiment.js";
import { LaboratoryVisit } from "./laboratory-visit.js";

/** @import { Experiment } from "./experiment.js" */

/** How documents are edited; see lib/subject.js. */
const EXPERIMENTS = /** @type {any} */ (Object.freeze({ opening: OPENING, edited }));

/** The experiment of the page, and the edits of it. */
export class DraftedVisit extends LaboratoryVisit {
  /**
   * @protected
   * @type {Draft<Experiment>}
   */
  draft = new Draft(EXPERIMENTS);

  get document() {
    return this.draft.document;
  }

  get name() {
    return nameOf(this.document);
  }

  get canUndo() {
    return this.draft.canUndo;
  }

  get canRedo() {
    return this.draft.canRedo;
  }

  /**
   * @param {Partial<Experiment>} patch
   * @param {string} [field] edits of one field that follow each other quickly are one edit
   */
  edit(patch, field = "") {
    if (!this.draft.has(patch)) {
      this.#change(() => this.draft.edit(patch, field));
    }
  }

  undo() {
    this.#change(() => this.draft.undo());
  }

  redo() {
    this.#change(() => this.draft.redo());
  }

  #change(edit) {
    const before = this.document;
    edit();
    if (this.document !== before) {
      this.wasEdited(before);
    }
  }

  /**
   * The document is another one now.
   * @protected
   * @param {Experiment} _before
   */
  wasEdited(_before) {}
}
