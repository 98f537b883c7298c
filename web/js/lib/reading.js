import { ArrivingAnswer } from "./arriving-answer.js";
import { ReadingPlace } from "./reading-place.js";
import { Stepping } from "./stepping.js";

/** @import { Answer, Told } from "./answer.js" */
/** @import { Phase, Step } from "./types.js" */

/**
 * What is told of a story, and where in it the reader is. Fires "change" after every change, once for all that changed
 * together. A subclass brings the answers in which the story comes.
 */
export class Reading extends Stepping {
  #announced = false;
  #place = new ReadingPlace();
  #arriving = new ArrivingAnswer({
    arrived: () => this.changed(),
    stepsArrived: () => this.stepShown(),
    failed: (error) => this.failed(error),
  });

  /** The document as the reader edits it. */
  get document() {
    return null;
  }

  /** The step on the screen is another one, or is here at last. */
  stepShown() {}

  /** @param {unknown} _error that kept something from arriving */
  failed(_error) {}

  /** @returns {Answer | null} the last good one, null before the first */
  get answer() {
    return this.#arriving.now;
  }

  /** The trace of the last good answer, null before the first. */
  get trace() {
    return this.answer?.trace ?? null;
  }

  /** The document that the trace answers, which an edit may have left behind. */
  get answered() {
    return this.answer?.document ?? this.document;
  }

  /** @returns {readonly Phase[]} the same list until it looks different */
  get phases() {
    return this.answer?.phasesAround(this.#place.focus) ?? NO_PHASES;
  }

  /** @returns {readonly number[]} steps of interest between the ends of phases */
  get milestones() {
    return this.answer?.milestonesAround(this.#place.focus) ?? NO_MILESTONES;
  }

  /** @returns {import("./schedule.js").Schedule | null} the order of a network's story; null for an expression */
  get schedule() {
    return this.answer?.schedule ?? null;
  }

  get count() {
    return this.answer?.count ?? 0;
  }

  get index() {
    return this.#place.index;
  }

  /** Whether the index counts the steps of the answer that is here; one of a link counts those of the answer to come. */
  get counted() {
    return this.#place.counted;
  }

  /** @returns {string} where the step belongs beside its phase, such as "example 1 of 4"; may be empty */
  get place() {
    return this.answer?.placeOf(this.index) ?? "";
  }

  /**
   * The step of the pass up to which numbers are shown. While the derivation is told, the whole example is shown.
   */
  get passIndex() {
    return this.answer?.passIndex(this.index) ?? 0;
  }

  /** @returns {number} the example of a network, from 1, that the step speaks of, or the one looked at after all */
  get example() {
    return this.answer?.exampleOf(this.index, this.document) ?? 1;
  }

  /** @returns {Step | undefined} */
  get stepNow() {
    return this.step(this.index);
  }

  /**
   * @param {number} index
   * @returns {Step | undefined} the step if it is here; if not, it is fetched and a change follows
   */
  step(index) {
    return this.#arriving.step(index);
  }

  /**
   * @param {number} examples
   * @returns {number[][][] | undefined} Δ of a network after its first examples; if not here, it is fetched and a change
   *     follows
   */
  accumulated(examples) {
    return this.#arriving.accumulated(examples);
  }

  /**
   * What the line tells of a step, also of one that is not here yet.
   * @param {number} index
   * @returns {Told | undefined}
   */
  told(index) {
    return this.answer?.told(index);
  }

  /** Grows with every page of steps that arrives. */
  get loaded() {
    return this.answer?.loaded ?? 0;
  }

  /** Fetches what the step on the screen still wants. */
  load() {
    this.#arriving.askAgain(this.index);
  }

  get scrubbing() {
    return this.#place.scrubbing;
  }

  /**
   * While the reader drags, nothing travels and only the value is read aloud.
   * @param {boolean} dragging
   */
  scrub(dragging) {
    if (dragging !== this.scrubbing) {
      this.#place.scrub(dragging);
      this.changed();
    }
  }

  /**
   * Goes to a step of the answer to come.
   * @param {number} index
   */
  await(index) {
    this.#place.await(index);
  }

  /**
   * Reads another answer from now on.
   * @param {Answer} answer
   * @param {number} index of the step to begin at
   */
  read(answer, index) {
    this.#arriving.replaceBy(answer);
    this.#place.arrive(this.clamp(index));
    this.#arriving.loadAround(this.index);
  }

  /** @param {number} index */
  go(index) {
    const target = this.clamp(index);
    if (!this.answer || target === this.index) {
      return;
    }
    this.#place.go(target);
    this.#arriving.loadAround(target);
    this.stepShown();
    this.changed();
  }

  /** @param {"forward" | "backward"} direction */
  goPhase(direction) {
    this.go(this.answer?.startOf(direction, this.index) ?? 0);
  }

  changed() {
    if (this.#announced) {
      return;
    }
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      this.dispatchEvent(new Event("change"));
    });
  }
}

const NO_PHASES = Object.freeze([]);
const NO_MILESTONES = Object.freeze([]);
