import { ArrivingAnswer } from "./arriving-answer.js";
import { Asking } from "./asking.js";
import { Connection } from "./connection.js";
import { Draft } from "./draft.js";
import { OpenExplanation } from "./explaining.js";
import { Playback } from "./playback.js";
import { ReadingPlace } from "./reading-place.js";
import { Stepping } from "./stepping.js";

/** @import { Told } from "./answer.js" */
/** @import { Explaining } from "./explaining.js" */
/** @import { Subject } from "./subject.js" */
/** @import { Explanation, Phase, Problem, Step } from "./types.js" */

/**
 * Holds where we are in the story, the only thing on a page that changes. Fires "change" after every change, once for
 * all that changed together. What others read here is never changed in place.
 */
export class Player extends Stepping {
  /** @type {Subject<any>} */
  #subject;
  /** @type {Draft<any>} */
  #draft;
  /** @type {Problem | null} */
  #problem = null;
  #stale = false;
  /** @type {string | null} the number to go to once the answer is here */
  #sought = null;
  /** @type {string | null} */
  #hovered = null;
  /** @type {string | null} */
  #doing = null;
  #announced = false;

  #place = new ReadingPlace();
  #asking = new Asking();
  #connection = new Connection(
    () => this.#changed(),
    () => this.#catchUp(),
  );
  #arriving = new ArrivingAnswer({
    arrived: () => this.#changed(),
    stepsArrived: () => this.#playback.schedule(),
    failed: (error) => this.#connection.problemOf(error),
  });
  #explanation = new OpenExplanation(
    (address, step) => this.#askWhy(address, step),
    () => this.#changed(),
  );
  #playback = new Playback({
    atEnd: () => this.index >= this.count - 1,
    step: () => this.stepNow,
    speed: () => this.speed,
    next: () => this.next(),
    changed: () => this.#changed(),
  });

  /**
   * @param {Subject<any>} subject
   * @param {import("./settings.js").Settings} settings
   */
  constructor(subject, settings) {
    super();
    this.#subject = subject;
    this.#draft = new Draft(subject);
    this.settings = settings;
    settings.addEventListener("change", (event) => this.#onSettings(event.detail.names));
  }

  get document() {
    return this.#draft.document;
  }

  /** The document in a few words. */
  get name() {
    return this.#subject.nameOf(this.document);
  }

  get canUndo() {
    return this.#draft.canUndo;
  }

  get canRedo() {
    return this.#draft.canRedo;
  }

  get #answer() {
    return this.#arriving.now;
  }

  /** The trace of the last good answer, null before the first. */
  get trace() {
    return this.#answer?.trace ?? null;
  }

  /** The document that the trace answers, which an edit may have left behind. */
  get answered() {
    return this.#answer?.document ?? this.document;
  }

  /** @returns {import("./types.js").Notation} how the numbers of the trace are written */
  get notation() {
    return this.#answer?.notation ?? this.#wantedNotation;
  }

  /** Whether the trace belongs to an older edit. */
  get stale() {
    return this.#stale;
  }

  get problem() {
    return this.#problem;
  }

  /** @returns {string | null} what is being done for the trace that is to come, where it takes longer than a moment */
  get doing() {
    return this.#doing;
  }

  get offline() {
    return this.#connection.offline;
  }

  /** @returns {readonly Phase[]} the same list until it looks different */
  get phases() {
    return this.#answer?.phasesAround(this.#place.focus) ?? NO_PHASES;
  }

  /** @returns {readonly number[]} steps of interest between the ends of phases */
  get milestones() {
    return this.#answer?.milestonesAround(this.#place.focus) ?? NO_MILESTONES;
  }

  /** @returns {import("./schedule.js").Schedule | null} the order of a network's story; null for an expression */
  get schedule() {
    return this.#answer?.schedule ?? null;
  }

  get count() {
    return this.#answer?.count ?? 0;
  }

  get index() {
    return this.#place.index;
  }

  /** @returns {string} where the step belongs beside its phase, such as "example 1 of 4"; may be empty */
  get place() {
    return this.#answer?.placeOf(this.index) ?? "";
  }

  /**
   * The step of the pass up to which numbers are shown. While the derivation is told, the whole example is shown.
   */
  get passIndex() {
    return this.#answer?.passIndex(this.index) ?? 0;
  }

  /** @returns {number} the example of a network, from 1, that the step speaks of, or the one looked at after all */
  get example() {
    return this.#answer?.exampleOf(this.index, this.document) ?? 1;
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
    return this.#answer?.told(index);
  }

  /** Grows with every page of steps that arrives. */
  get loaded() {
    return this.#answer?.loaded ?? 0;
  }

  get playing() {
    return this.#playback.playing;
  }

  get scrubbing() {
    return this.#place.scrubbing;
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
    const { document, index } = this.#subject.opened(moment, this.document);
    this.restore(document, index);
  }

  /**
   * Goes to a moment of the history; not an edit.
   * @param {object} document
   * @param {number} index
   */
  restore(document, index) {
    this.#draft.set(document);
    this.#place.await(index);
    this.#recompute();
  }

  /**
   * Changes the document and computes it anew; the step index is kept.
   * @param {object} patch the fields that change
   * @param {string} [field] what is edited: edits of one field that follow each other quickly are one edit
   */
  edit(patch, field = this.#subject.fieldOf(patch)) {
    if (this.#draft.has(patch)) {
      return;
    }
    if (this.#subject.isLook(patch) && !this.#stale) {
      this.#draft.look(patch);
      this.#changed();
      return;
    }
    this.#draft.edit(patch, field);
    this.#recompute();
  }

  /**
   * Draws a layer whole of which a part is only counted. What is looked at is no edit.
   * @param {number} layer
   */
  unfold(layer) {
    this.#draw([...this.#foldedAgain(layer), layer]);
  }

  /** @param {number} layer to be counted again where it is wide */
  fold(layer) {
    this.#draw(this.#foldedAgain(layer));
  }

  #foldedAgain(layer) {
    return this.document.unfolded.filter((each) => each !== layer);
  }

  #draw(unfolded) {
    this.#draft.look({ unfolded });
    this.#recompute();
  }

  undo() {
    if (this.#draft.undo()) {
      this.#recompute();
    }
  }

  redo() {
    if (this.#draft.redo()) {
      this.#recompute();
    }
  }

  /** @param {number} index */
  go(index) {
    const target = this.clamp(index);
    if (!this.#answer || target === this.index) {
      return;
    }
    this.#place.go(target);
    this.#arriving.loadAround(target);
    this.#playback.schedule();
    this.#changed();
  }

  /**
   * Goes to the step with which a number is complete; after an edit, once the new story is here.
   * @param {string} address
   */
  goTo(address) {
    this.#sought = address;
    if (this.#answer && !this.#stale) {
      this.go(this.#answer.stepOf(address) ?? this.index);
      this.#sought = null;
    }
  }

  /** @param {"forward" | "backward"} direction */
  goPhase(direction) {
    this.go(this.#answer?.startOf(direction, this.index) ?? 0);
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

  /**
   * While the reader drags, nothing travels and only the value is read aloud.
   * @param {boolean} dragging
   */
  scrub(dragging) {
    if (dragging !== this.scrubbing) {
      this.#place.scrub(dragging);
      this.#changed();
    }
  }

  /** @param {string | null} address */
  hover(address) {
    if (address !== this.#hovered) {
      this.#hovered = address;
      this.#changed();
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
    if (this.#answer && !this.#stale) {
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
      return { tree: await this.#answer.explain(address, step) };
    } catch (error) {
      const problem = this.#connection.problemOf(error);
      return problem && { problem };
    }
  }

  /** Asks anew. Whatever is still on its way belongs to an older edit and is dropped. */
  #recompute() {
    this.#stale = true;
    this.#explanation.close();
    this.pause();
    this.#doing = null;
    this.#changed();
    this.#asking.ask(
      (signal) => this.#subject.ask(this.#question(), signal, (doing) => this.#does(doing, signal)),
      (answer) => this.#accept(answer),
      (error) => this.#refuse(error),
    );
  }

  #does(doing, signal) {
    if (!signal.aborted) {
      this.#doing = doing;
      this.#changed();
    }
  }

  #question() {
    return {
      document: this.document,
      notation: this.#wantedNotation,
      index: this.index,
      before: this.#answer,
      counted: this.#place.counted,
    };
  }

  #accept(answer) {
    this.#draft.set(answer.document);
    this.#arriving.replaceBy(answer);
    this.#connection.answered();
    this.#problem = null;
    this.#doing = null;
    this.#stale = false;
    this.#hovered = null;
    this.#place.arrive(this.clamp((this.#sought === null ? null : answer.stepOf(this.#sought)) ?? answer.index));
    this.#sought = null;
    this.#arriving.loadAround(this.index);
    this.#changed();
  }

  #refuse(error) {
    const problem = this.#connection.problemOf(error);
    if (problem) {
      this.#problem = problem;
      this.#doing = null;
      this.#changed();
    }
  }

  /** After a while without the server: asks again, or fetches what is missing. */
  #catchUp() {
    if (this.#stale || !this.#answer) {
      this.#recompute();
    } else {
      this.#arriving.askAgain(this.index);
    }
  }

  get #wantedNotation() {
    const { decimals, decimalMark, adjoint } = this.settings;
    return { decimals, decimalMark, adjoint };
  }

  #onSettings(names) {
    if (names.some((name) => this.#subject.notation.includes(name))) {
      this.#recompute();
    } else {
      this.#playback.schedule();
      this.#changed();
    }
  }

  #changed() {
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
