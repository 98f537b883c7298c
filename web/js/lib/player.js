import { Answer } from "./answer.js";
import { OfflineError, ProblemError, isAbort, isReachable } from "./api.js";
import { grafted } from "./explain-tree.js";
import { History } from "./history.js";
import { InputValues, askInputs } from "./inputs.js";
import { stepDuration } from "./playback.js";

/** @import { Document, Explanation, Phase, Problem, Step, Trace } from "./types.js" */

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
 * Holds where we are in the story, the only thing on a page that changes. Fires "change" after every change, once for
 * all that changed together. What others read here is never changed in place.
 */
export class Player extends EventTarget {
  /** @type {Document} */
  #document;
  /** @type {Answer | null} */
  #answer = null;
  /** @type {Problem | null} */
  #problem = null;
  #stale = false;
  #offline = false;
  #index = 0;
  #playing = false;
  #scrubbing = false;
  /** @type {string | null} */
  #hovered = null;
  /** @type {Explaining | null} */
  #explaining = null;

  #history = /** @type {History<Document>} */ (new History());
  #inputs = new InputValues();
  #asking = new AbortController();
  #timer = 0;
  #rejoining = 0;
  #announced = false;

  /**
   * @param {Document} document
   * @param {import("./settings.js").Settings} settings
   */
  constructor(document, settings) {
    super();
    this.#document = document;
    this.settings = settings;
    settings.addEventListener("change", (event) => this.#onSettings(event.detail.names));
    globalThis.addEventListener("online", () => this.#rejoin());
  }

  get document() {
    return this.#document;
  }

  /** @returns {Trace | null} the last good answer */
  get trace() {
    return this.#answer?.trace ?? null;
  }

  /** @returns {Document} the document that the trace answers, which an edit may have left behind */
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

  /** @returns {Phase[]} */
  get phases() {
    return this.#answer?.phases ?? NO_PHASES;
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
   * Opens the moment that a link names.
   * @param {import("./link.js").Moment} moment
   */
  open({ expression = this.#document.expression, values, mode, seed, output, index }) {
    const same = expression === this.#document.expression && values.length === 0;
    this.#inputs.expect(values);
    this.restore({ expression, at: same ? this.#document.at : {}, output, mode, seed }, index);
  }

  /**
   * Goes to a moment of the history; not an edit.
   * @param {Document} document
   * @param {number} index
   */
  restore(document, index) {
    this.#document = document;
    this.#index = index;
    this.#recompute();
  }

  /**
   * Changes the document and computes it anew; the step index is kept.
   * @param {Partial<Document>} patch
   */
  edit(patch) {
    const before = this.#document;
    const after = { ...before, ...patch, at: { ...before.at, ...patch.at } };
    if (JSON.stringify(after) === JSON.stringify(before)) {
      return;
    }
    this.#history.record(before, editedFields(patch), performance.now());
    this.#document = after;
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
    this.#load(target);
    this.#load(target + AHEAD);
    this.#load(target - AHEAD);
    this.#schedule();
    this.#changed();
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
    const phases = this.phases;
    const phase = direction === "forward" ? phases[0] : phases.at(-1);
    if (phase) {
      this.go(phase.from);
    }
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
    this.#inputs.remember(this.#document.at);
    this.pause();
    this.#changed();
    try {
      const document = await this.#completed(this.#document, asking.signal);
      const answer = await Answer.ask(document, this.#wantedNotation, this.#index, asking.signal);
      if (asking === this.#asking) {
        this.#accept(document, answer);
      }
    } catch (error) {
      if (asking === this.#asking && this.#failed(error)) {
        this.#problem = this.#problemOf(error);
        this.#changed();
      }
    }
  }

  /** A new expression may have other inputs. */
  async #completed(document, signal) {
    if (document.expression === this.#answer?.document.expression) {
      return document;
    }
    return this.#inputs.complete(document, await askInputs(document.expression, signal));
  }

  #accept(document, answer) {
    this.#document = document;
    this.#answer = answer;
    this.#problem = null;
    this.#stale = false;
    this.#offline = false;
    this.#hovered = null;
    this.#index = this.#clamp(this.#index);
    this.#load(this.#index + AHEAD);
    this.#load(this.#index - AHEAD);
    this.#changed();
  }

  async #load(index) {
    const answer = this.#answer;
    if (!answer || answer.step(index) || index < 0 || index >= answer.count) {
      return;
    }
    try {
      await answer.load(index);
      if (answer === this.#answer) {
        this.#schedule();
        this.#changed();
      }
    } catch (error) {
      this.#failed(error);
    }
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
    if (names.some((name) => NOTATION.includes(name))) {
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
const NOTATION = Object.freeze(["decimals", "decimalMark", "adjoint"]);

function editedFields(patch) {
  return Object.keys(patch)
    .flatMap((key) => (key === "at" ? Object.keys(patch.at).map((name) => `at/${name}`) : [key]))
    .join();
}
