import { OpenExplanation } from "./explaining.js";
import { Inquiry } from "./inquiry.js";
import { Playback } from "./playback.js";
import { Reading } from "./reading.js";

/** @import { Explaining } from "./explaining.js" */
/** @import { Subject } from "./subject.js" */
/** @import { Explanation, Notation } from "./types.js" */

/**
 * Holds where we are in the story, the only thing on a page that changes. What others read here is never changed in place.
 */
export class Player extends Reading {
  /** @type {string | null} the number to go to once the answer is here */
  #sought = null;
  /** @type {string | null} */
  #hovered = null;

  #inquiry;
  #explanation = new OpenExplanation(
    (address, step) => this.#askWhy(address, step),
    () => this.changed(),
  );
  #playback = new Playback({
    atEnd: () => this.index >= this.count - 1,
    step: () => this.stepNow,
    speed: () => this.speed,
    next: () => this.next(),
    changed: () => this.changed(),
  });

  /**
   * @param {Subject<any>} subject
   * @param {import("./settings.js").Settings} settings
   */
  constructor(subject, settings) {
    super();
    this.settings = settings;
    this.#inquiry = new Inquiry(subject, settings, {
      place: () => ({ index: this.index, before: this.answer, counted: this.counted }),
      asked: () => this.#leave(),
      answered: (answer) => this.#accept(answer),
      rejoined: () => this.load(),
      changed: () => this.changed(),
    });
    settings.addEventListener("change", (event) => this.#onSettings(event.detail.names));
  }

  get document() {
    return this.#inquiry.document;
  }

  /** The document in a few words. */
  get name() {
    return this.#inquiry.name;
  }

  get canUndo() {
    return this.#inquiry.canUndo;
  }

  get canRedo() {
    return this.#inquiry.canRedo;
  }

  /** @returns {Notation} how the numbers of the trace are written */
  get notation() {
    return this.answer?.notation ?? this.#inquiry.notation;
  }

  /** Whether the trace belongs to an older edit. */
  get stale() {
    return this.#inquiry.stale;
  }

  get problem() {
    return this.#inquiry.problem;
  }

  /** @returns {string | null} what is being done for the trace that is to come, where it takes longer than a moment */
  get doing() {
    return this.#inquiry.doing;
  }

  get offline() {
    return this.#inquiry.offline;
  }

  get playing() {
    return this.#playback.playing;
  }

  get speed() {
    return this.settings.speed;
  }

  get hovered() {
    return this.#hovered;
  }

  /** @returns {Explaining | null} */
  get explaining() {
    return this.#explanation.now;
  }

  /**
   * Opens the moment that a link names.
   * @param {object} moment
   */
  open(moment) {
    const { document, index } = this.#inquiry.opened(moment);
    this.restore(document, index);
  }

  /**
   * Goes to a moment of the history; not an edit.
   * @param {object} document
   * @param {number} index
   */
  restore(document, index) {
    this.await(index);
    this.#inquiry.restore(document);
  }

  /**
   * Changes the document and computes it anew; the step index is kept.
   * @param {object} patch the fields that change
   * @param {string} [field] what is edited: edits of one field that follow each other quickly are one edit
   */
  edit(patch, field) {
    this.#inquiry.edit(patch, field);
  }

  /**
   * Changes what is looked at, where that has to be asked for. It is no edit.
   * @param {object} patch the fields that change
   */
  look(patch) {
    this.#inquiry.look(patch);
  }

  undo() {
    this.#inquiry.undo();
  }

  redo() {
    this.#inquiry.redo();
  }

  /**
   * Goes to the step with which a number is complete; after an edit, once the new story is here.
   * @param {string} address
   */
  goTo(address) {
    this.#sought = address;
    if (this.answer && !this.stale) {
      this.go(this.answer.stepOf(address) ?? this.index);
      this.#sought = null;
    }
  }

  play() {
    if (this.count === 0) {
      return;
    }
    if (this.index === this.count - 1) {
      this.go(0);
    }
    this.#playback.start();
  }

  pause() {
    this.#playback.stop();
  }

  toggle() {
    if (this.playing) {
      this.pause();
    } else {
      this.play();
    }
  }

  /** @param {number} speed */
  setSpeed(speed) {
    this.settings.set({ speed });
  }

  /** @param {string | null} address */
  hover(address) {
    if (address !== this.#hovered) {
      this.#hovered = address;
      this.changed();
    }
  }

  /**
   * Asks where a number comes from; it opens beside the element that shows the number.
   * @param {string} address
   * @param {HTMLElement | null} [anchor]
   * @param {number} [step] the value as of this step
   */
  async explain(address, anchor = null, step = this.index) {
    this.pause();
    if (this.answer && !this.stale) {
      await this.#explanation.open(address, anchor, step);
    }
  }

  /**
   * Fetches what lies below a line of the open explanation.
   * @param {Explanation} line
   */
  async expand(line) {
    await this.#explanation.expand(line);
  }

  closeExplanation() {
    this.#explanation.close();
  }

  async #askWhy(address, step) {
    try {
      return { tree: await this.answer.explain(address, step) };
    } catch (error) {
      const problem = this.#inquiry.problemOf(error);
      return problem && { problem };
    }
  }

  /** What is on the page belongs to an older edit. */
  #leave() {
    this.#explanation.close();
    this.pause();
    this.changed();
  }

  #accept(answer) {
    const sought = this.#sought === null ? null : answer.stepOf(this.#sought);
    this.#sought = null;
    this.#hovered = null;
    this.read(answer, sought ?? answer.index);
    this.changed();
  }

  #onSettings(names) {
    if (this.#inquiry.dependsOn(names)) {
      this.#inquiry.ask();
    } else {
      this.#playback.schedule();
      this.changed();
    }
  }

  stepShown() {
    this.#playback.schedule();
  }

  failed(error) {
    this.#inquiry.problemOf(error);
  }
}
