import { OfflineError, ProblemError, isAbort, isReachable } from "./api.js";
import { grafted } from "./explain-tree.js";
import { History } from "./history.js";
import { stepDuration } from "./playback.js";

/** @import { Answer } from "./answer.js" */
/** @import { Explanation, Phase, Problem, Step } from "./types.js" */
/** @import { Told } from "./answer.js" */

const REJOIN_EVERY = 2000;
const AHEAD = 40;

/**
 * What is explained, and beside which number; tree and problem are null until there is an answer.
 * @typedef {object} Explaining
 * @property {string} address
 * @property {number} step the value as of this step
 * @property {Explanation | null} tree
 * @property {Problem | null} problem
 * @property {HTMLElement | null} anchor
 */

/**
 * What a story is about: an expression or a network. It knows the documents and how they are asked; the Player knows
 * none of this.
 * @template D the document
 * @typedef {object} Subject
 * @property {D} opening what a page opens with
 * @property {readonly string[]} notation the preferences that change what the server writes
 * @property {(moment: any, document: D) => {document: D, index: number}} opened the document of a link
 * @property {(document: D, patch: object) => D} edited
 * @property {(patch: object) => string} fieldOf what a patch edits, where that is not said; empty for an edit by itself
 * @property {(patch: object) => boolean} isLook whether a patch asks for nothing new
 * @property {(asked: Question<D>, signal: AbortSignal) => Promise<Answer>} ask
 * @property {(document: D) => string} nameOf the document in a few words
 */

/**
 * @template D
 * @typedef {object} Question
 * @property {D} document
 * @property {import("./types.js").Notation} notation
 * @property {number} index of the step to begin at
 * @property {Answer | null} before the last good answer
 * @property {boolean} counted whether the index counts the steps of the answer before, not of the one that is asked for
 */

/**
 * Holds where we are in the story, the only thing on a page that changes. Fires "change" after every change, once for
 * all that changed together. What others read here is never changed in place.
 */
export class Player extends EventTarget {
  /** @type {Subject<any>} */
  #subject;
  #document;
  /** @type {Answer | null} */
  #answer = null;
  /** @type {Problem | null} */
  #problem = null;
  #stale = false;
  #offline = false;
  #index = 0;
  /** Whether the index counts the steps of the answer that is here; one of a link counts those of the answer to come. */
  #counted = false;
  /** @type {string | null} the number to go to once the answer is here */
  #sought = null;
  /** The step around which the phases are told; it stays while the reader drags. */
  #focus = 0;
  #playing = false;
  #scrubbing = false;
  /** @type {string | null} */
  #hovered = null;
  /** @type {Explaining | null} */
  #explaining = null;

  #history = new History();
  #asking = new AbortController();
  #timer = 0;
  #rejoining = 0;
  #announced = false;

  /**
   * @param {Subject<any>} subject
   * @param {import("./settings.js").Settings} settings
   */
  constructor(subject, settings) {
    super();
    this.#subject = subject;
    this.#document = subject.opening;
    this.settings = settings;
    settings.addEventListener("change", (event) => this.#onSettings(event.detail.names));
    globalThis.addEventListener("online", () => this.#rejoin());
  }

  get document() {
    return this.#document;
  }

  /** The document in a few words. */
  get name() {
    return this.#subject.nameOf(this.#document);
  }

  /** The trace of the last good answer, null before the first. */
  get trace() {
    return this.#answer?.trace ?? null;
  }

  /** The document that the trace answers, which an edit may have left behind. */
  get answered() {
    return this.#answer?.document ?? this.#document;
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

  get offline() {
    return this.#offline;
  }

  /** @returns {readonly Phase[]} the same list until it looks different */
  get phases() {
    return this.#answer?.phasesAround(this.#focus) ?? NO_PHASES;
  }

  /** @returns {import("./schedule.js").Schedule | null} the order of a network's story; null for an expression */
  get schedule() {
    return this.#answer?.schedule ?? null;
  }

  /**
   * The step of the pass up to which numbers are shown. While the derivation is told, the whole example is shown.
   */
  get passIndex() {
    return this.#answer?.passIndex(this.#index) ?? 0;
  }

  /** @returns {number} the example of a network, from 1, that the step speaks of, or the one looked at after all */
  get example() {
    return this.#answer?.exampleOf(this.#index, this.#document) ?? 1;
  }

  get count() {
    return this.#answer?.count ?? 0;
  }

  get index() {
    return this.#index;
  }

  get playing() {
    return this.#playing;
  }

  get scrubbing() {
    return this.#scrubbing;
  }

  get speed() {
    return this.settings.speed;
  }

  get hovered() {
    return this.#hovered;
  }

  get explaining() {
    return this.#explaining;
  }

  get canUndo() {
    return this.#history.canUndo;
  }

  get canRedo() {
    return this.#history.canRedo;
  }

  /** @returns {Step | undefined} */
  get stepNow() {
    return this.step(this.#index);
  }

  /**
   * @param {number} index
   * @returns {Step | undefined} the step if it is here; if not, it is fetched and a change follows
   */
  step(index) {
    const step = this.#answer?.step(index);
    if (!step && this.#answer) {
      this.#load(index);
    }
    return step;
  }

  /**
   * @param {number} examples
   * @returns {number[][][] | undefined} Δ of a network after its first examples; if not here, it is fetched and a change
   *     follows
   */
  accumulated(examples) {
    const found = this.#answer?.accumulated(examples);
    if (!found && this.#answer) {
      this.#loading(this.#answer, (answer) => answer.loadAccumulated(examples));
    }
    return found;
  }

  /**
   * What the line tells of a step, also of one that is not here yet.
   * @param {number} index
   * @returns {Told | undefined}
   */
  told(index) {
    return this.#answer?.told(index);
  }

  /** @returns {readonly number[]} steps of interest between the ends of phases */
  get milestones() {
    return this.#answer?.milestonesAround(this.#focus) ?? NO_MILESTONES;
  }

  /** @returns {string} where the step belongs beside its phase, such as "example 1 of 4"; may be empty */
  get place() {
    return this.#answer?.placeOf(this.#index) ?? "";
  }

  /** Grows with every page of steps that arrives. */
  get loaded() {
    return this.#answer?.loaded ?? 0;
  }

  /**
   * Opens the moment that a link names.
   * @param {object} moment
   */
  open(moment) {
    const { document, index } = this.#subject.opened(moment, this.#document);
    this.restore(document, index);
  }

  /**
   * Goes to a moment of the history; not an edit.
   * @param {object} document
   * @param {number} index
   */
  restore(document, index) {
    this.#document = document;
    this.#index = index;
    this.#counted = false;
    this.#recompute();
  }

  /**
   * Changes the document and computes it anew; the step index is kept.
   * @param {object} patch the fields that change
   * @param {string} [field] what is edited: edits of one field that follow each other quickly are one edit
   */
  edit(patch, field = this.#subject.fieldOf(patch)) {
    const before = this.#document;
    const after = this.#subject.edited(before, patch);
    if (JSON.stringify(after) === JSON.stringify(before)) {
      return;
    }
    if (this.#subject.isLook(patch) && !this.#stale) {
      this.#document = after;
      this.#changed();
      return;
    }
    this.#history.record(before, field, performance.now());
    this.#document = after;
    this.#recompute();
  }

  /**
   * Draws a layer whole of which a part is only counted. What is looked at is no edit.
   * @param {number} layer
   */
  unfold(layer) {
    this.#draw([...this.#document.unfolded.filter((each) => each !== layer), layer]);
  }

  /** @param {number} layer to be counted again where it is wide */
  fold(layer) {
    this.#draw(this.#document.unfolded.filter((each) => each !== layer));
  }

  #draw(unfolded) {
    this.#document = this.#subject.edited(this.#document, { unfolded });
    this.#recompute();
  }

  undo() {
    this.#travel(this.#history.undo(this.#document));
  }

  redo() {
    this.#travel(this.#history.redo(this.#document));
  }

  /** @param {number} index */
  go(index) {
    const target = this.#clamp(index);
    if (!this.#answer || target === this.#index) {
      return;
    }
    this.#index = target;
    this.#refocus();
    this.#load(target);
    this.#load(target + AHEAD);
    this.#load(target - AHEAD);
    this.#schedule();
    this.#changed();
  }

  /**
   * Goes to the step with which a number is complete; after an edit, once the new story is here.
   * @param {string} address
   */
  goTo(address) {
    this.#sought = address;
    if (this.#answer && !this.#stale) {
      this.go(this.#answer.stepOf(address) ?? this.#index);
      this.#sought = null;
    }
  }

  next() {
    this.go(this.#index + 1);
  }

  previous() {
    this.go(this.#index - 1);
  }

  first() {
    this.go(0);
  }

  last() {
    this.go(this.count - 1);
  }

  nextPhase() {
    const next = this.phases.find((phase) => phase.from > this.#index);
    this.go(next ? next.from : this.count - 1);
  }

  previousPhase() {
    const earlier = this.phases.filter((phase) => phase.from < this.#index);
    this.go(earlier.at(-1)?.from ?? 0);
  }

  /** @param {"forward" | "backward"} direction */
  goPhase(direction) {
    this.go(this.#answer?.startOf(direction, this.#index) ?? 0);
  }

  play() {
    if (this.count === 0) {
      return;
    }
    if (this.#index === this.count - 1) {
      this.go(0);
    }
    this.#playing = true;
    this.#schedule();
    this.#changed();
  }

  pause() {
    if (this.#playing) {
      this.#playing = false;
      this.#schedule();
      this.#changed();
    }
  }

  toggle() {
    if (this.#playing) {
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
    if (dragging !== this.#scrubbing) {
      this.#scrubbing = dragging;
      this.#refocus();
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
  async explain(address, anchor = null, step = this.#index) {
    this.pause();
    if (!this.#answer || this.#stale) {
      return;
    }
    const opened = { address, step, tree: null, problem: null, anchor };
    this.#explaining = opened;
    this.#changed();
    const found = await this.#askWhy(address, step);
    if (found && this.#explaining === opened) {
      this.#explaining = { ...opened, ...found };
      this.#changed();
    }
  }

  /**
   * Fetches what lies below a line of the open explanation.
   * @param {Explanation} line
   */
  async expand(line) {
    const found = await this.#askWhy(line.address, line.step);
    const open = this.#explaining;
    if (found?.tree && open?.tree) {
      this.#explaining = { ...open, tree: grafted(open.tree, line, found.tree) };
      this.#changed();
    }
  }

  closeExplanation() {
    if (this.#explaining) {
      this.#explaining = null;
      this.#changed();
    }
  }

  async #askWhy(address, step) {
    try {
      return { tree: await this.#answer.explain(address, step) };
    } catch (error) {
      return this.#failed(error) ? { problem: this.#problemOf(error) } : null;
    }
  }

  #travel(document) {
    if (document) {
      this.#document = document;
      this.#recompute();
    }
  }

  /** Asks anew. Whatever is still on its way belongs to an older edit and is dropped. */
  async #recompute() {
    this.#asking.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.#stale = true;
    this.#explaining = null;
    this.pause();
    this.#changed();
    try {
      const answer = await this.#subject.ask(this.#question(), asking.signal);
      if (asking === this.#asking) {
        this.#accept(answer);
      }
    } catch (error) {
      if (asking === this.#asking && this.#failed(error)) {
        this.#problem = this.#problemOf(error);
        this.#changed();
      }
    }
  }

  #question() {
    return {
      document: this.#document,
      notation: this.#wantedNotation,
      index: this.#index,
      before: this.#answer,
      counted: this.#counted,
    };
  }

  #accept(answer) {
    this.#document = answer.document;
    this.#answer = answer;
    this.#counted = true;
    this.#problem = null;
    this.#stale = false;
    this.#offline = false;
    this.#hovered = null;
    this.#index = this.#clamp((this.#sought === null ? null : answer.stepOf(this.#sought)) ?? answer.index);
    this.#sought = null;
    this.#focus = this.#index;
    this.#load(this.#index);
    this.#load(this.#index + AHEAD);
    this.#load(this.#index - AHEAD);
    this.#changed();
  }

  async #load(index) {
    const answer = this.#answer;
    if (!answer || answer.step(index) || index < 0 || index >= answer.count) {
      return;
    }
    const arrived = await this.#loading(answer, () => answer.load(index));
    if (arrived) {
      this.#schedule();
    }
  }

  /** @returns {Promise<boolean>} whether what was asked for is here and still wanted */
  async #loading(answer, ask) {
    const before = answer.loaded;
    try {
      await ask(answer);
      if (answer === this.#answer && answer.loaded !== before) {
        this.#changed();
        return true;
      }
    } catch (error) {
      this.#failed(error);
    }
    return false;
  }

  /** @returns {boolean} whether the failure is one to speak of, and not just an answer that nobody wants any more */
  #failed(error) {
    if (isAbort(error)) {
      return false;
    }
    if (error instanceof OfflineError) {
      this.#offline = true;
      this.#changed();
      this.#rejoinLater();
      return false;
    }
    return true;
  }

  #problemOf(error) {
    if (error instanceof ProblemError) {
      return error.problem;
    }
    return { title: "No answer", status: 0, detail: "The answer of the server could not be read." };
  }

  #rejoinLater() {
    globalThis.clearTimeout(this.#rejoining);
    this.#rejoining = globalThis.setTimeout(() => this.#rejoin(), REJOIN_EVERY);
  }

  async #rejoin() {
    if (!this.#offline) {
      return;
    }
    if (!(await isReachable())) {
      this.#rejoinLater();
      return;
    }
    this.#offline = false;
    this.#changed();
    if (this.#stale || !this.#answer) {
      this.#recompute();
    } else {
      this.#load(this.#index);
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
      this.#schedule();
      this.#changed();
    }
  }

  /** Sets the clock to the next step while playing, and stops it otherwise. */
  #schedule() {
    globalThis.clearTimeout(this.#timer);
    if (!this.#playing) {
      return;
    }
    if (this.#index >= this.count - 1) {
      this.pause();
      return;
    }
    const step = this.stepNow;
    if (step) {
      this.#timer = globalThis.setTimeout(() => this.next(), stepDuration(step.why, this.speed));
    }
  }

  #refocus() {
    if (!this.#scrubbing) {
      this.#focus = this.#index;
    }
  }

  #clamp(index) {
    return Math.max(0, Math.min(index, this.count - 1));
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
