import { AccumulatedSums } from "./accumulated-sums.js";
import { Answer } from "./answer.js";
import { networkPhases } from "./network-phases.js";
import { onOneLine } from "./one-line.js";
import { completingStep, exampleAt, firstNumber, phasesOf, quantityAt, sameInGrain, startOfExample } from "./schedule.js";

/** @import { Parts } from "./answer.js" */
/** @import { NetworkDocument } from "./network-document.js" */
/** @import { Schedule } from "./schedule.js" */
/** @import { Phase } from "./types.js" */

/** So many steps of an example have room for their names. */
const MOST_NAMED = 60;

/**
 * Where an answer begins, and the step of the pass that it was turned to from: by another grain, or for the derivation.
 * @typedef {{index: number, origin?: {schedule: Schedule, index: number}}} Turned
 */

/** An answer whose document is a network's. */
export class NetworkAnswer extends Answer {
  /** @type {Turned} what this answer was turned to from, while the reader has not gone on */
  #turned;
  /** @type {Map<number | null, readonly Phase[]>} */
  #phases = new Map();
  #accumulated;
  #most;

  /**
   * @param {Parts & {most: {most?: number}}} parts most: how many numbers the value of a step may have
   * @param {Turned} turned
   */
  constructor(parts, turned) {
    super(parts);
    this.#turned = turned;
    this.#most = parts.most;
    this.#accumulated = new AccumulatedSums(parts);
  }

  get schedule() {
    return this.trace.schedule;
  }

  get loaded() {
    return super.loaded + this.#accumulated.size + this.trace.numbers.loaded;
  }

  get #derives() {
    return this.document.story === "derivation";
  }

  /**
   * The step of another document that tells of the same number. Turning grains or stories back and forth leads back to
   * where it began.
   * @param {NetworkDocument} document
   * @param {Schedule} schedule of that document
   * @param {number} index in this answer
   * @returns {Turned}
   */
  placeIn(document, schedule, index) {
    const { grain, story } = this.document;
    if (document.story === story && document.grain === grain) {
      return { ...this.#turned, index };
    }
    const stayed = this.#derives || this.#turned.index === index;
    const origin = (stayed && this.#turned.origin) || { schedule: this.schedule, index };
    const derives = document.story === "derivation";
    const there = origin.schedule.grain === schedule.grain ? origin.index : sameInGrain(origin.schedule, schedule, origin.index);
    return { index: derives ? 0 : there, origin };
  }

  /** @param {number} index */
  passIndex(index) {
    return this.#derives ? startOfExample(this.schedule, this.exampleOf(index, this.document) + 1) - 1 : index;
  }

  /**
   * @param {number} index
   * @param {NetworkDocument} document
   */
  exampleOf(index, { example }) {
    const { examples } = this.schedule;
    if (this.#derives) {
      return 1;
    }
    const told = /@(\d+)/.exec(quantityAt(this.schedule, index));
    return exampleAt(this.schedule, index) ?? (told ? Number(told[1]) : Math.min(example ?? examples, examples));
  }

  /** @param {string} address */
  stepOf(address) {
    const step = this.#derives ? Infinity : completingStep(this.schedule, address);
    return Number.isFinite(step) && step >= 0 ? step : null;
  }

  /** @param {number} page */
  stepsRequest(page) {
    return { ...super.stepsRequest(page), ...this.#most, story: this.document.story };
  }

  /** @param {number} index */
  placeOf(index) {
    const { examples } = this.schedule;
    const example = exampleAt(this.schedule, index);
    if (this.#derives) {
      return "derivation";
    }
    return example === null ? "after all examples" : `example ${example} of ${examples}`;
  }

  /** @param {number} index */
  phasesAround(index) {
    const current = this.#derives ? 0 : exampleAt(this.schedule, index);
    if (!this.#phases.has(current)) {
      const phases = this.#derives
        ? [{ phase: /** @type {const} */ ("backward"), title: "Derivation", from: 0, count: this.count }]
        : networkPhases(this.schedule, current);
      this.#phases.set(current, Object.freeze(phases));
    }
    return this.#phases.get(current) ?? [];
  }

  /**
   * The start of the phase in the example of a step.
   * @param {"forward" | "backward"} direction
   * @param {number} index
   */
  startOf(direction, index) {
    if (this.#derives) {
      return direction === "forward" ? 0 : this.count - 1;
    }
    const example = exampleAt(this.schedule, index) ?? this.schedule.examples;
    const { from = 0 } = phasesOf(this.schedule, example).find(({ phase }) => phase === direction) ?? {};
    return startOfExample(this.schedule, example) + from;
  }

  /** @param {number} index */
  told(index) {
    const step = this.step(index);
    if (step) {
      return { name: onOneLine(step.symbol ?? ""), address: step.quantity, value: step.value };
    }
    return { name: "", address: this.#derives ? "" : quantityAt(this.schedule, index) };
  }

  /** All steps of the current example, while there is room for names. */
  milestonesAround(index) {
    const example = exampleAt(this.schedule, index);
    const { examples, count } = this.schedule;
    if (this.#derives) {
      return [];
    }
    const from = startOfExample(this.schedule, example ?? examples + 1);
    const length = (example === null ? count : startOfExample(this.schedule, example + 1)) - from;
    return length > MOST_NAMED ? [] : Array.from({ length }, (_, at) => from + length - 1 - at);
  }

  /**
   * A number is explained as it is once it is complete; a vector or a matrix by its first number.
   * @param {string} address
   * @param {number | null} _step
   */
  explain(address, _step, depth = 3) {
    return super.explain(firstNumber(address), null, depth);
  }

  followNumbers(arrived, failed) {
    this.trace.numbers.whenArrived?.(arrived, failed);
  }

  askAgain() {
    this.trace.numbers.askAgain?.();
  }

  /**
   * Δ after the first examples, where it is here.
   * @param {number} examples
   */
  accumulated(examples) {
    return this.#accumulated.after(examples);
  }

  /**
   * Fetches Δ after the first examples, and some before and after.
   * @param {number} examples
   */
  loadAccumulated(examples) {
    return this.#accumulated.load(examples);
  }
}
