/**
 * The story of a network: every number of a pass forwards and backwards, at three grains, or the derivation of its rules.
 */
import { Answer, PAGE, pageOf } from "./answer.js";
import { postJson } from "./api.js";
import { askingOf } from "./held-experiment.js";
import { isAllDense } from "./layers/kinds.js";
import { thetasOf } from "./layers/shapes.js";
import {
  OPENING,
  edited,
  experimentOf,
  filledWeights,
  hasFittingWeights,
  initialisationOf,
  nameOf,
} from "./network-document.js";
import { networkPhases } from "./network-phases.js";
import { isLarge } from "./network-size.js";
import { arrivingTrace, wholeTrace } from "./network-trace.js";
import { onOneLine } from "./one-line.js";
import { completingStep, exampleAt, firstNumber, phasesOf, quantityAt, sameInGrain, startOfExample } from "./schedule.js";

/** @import { Parts } from "./answer.js" */
/** @import { NetworkDocument } from "./network-document.js" */
/** @import { Question } from "./subject.js" */
/** @import { Schedule } from "./schedule.js" */
/** @import { Notation, Phase } from "./types.js" */

const PATHS = Object.freeze({ steps: "/api/network/steps", explain: "/api/network/explain" });

/**
 * Where an answer begins, and the step of the pass that it was turned to from: by another grain, or for the derivation.
 * @typedef {{index: number, origin?: {schedule: Schedule, index: number}}} Turned
 */

/** Fields that no number depends on. */
const LOOKS = new Set(["example"]);

export class NetworkSubject {
  opening = OPENING;
  notation = Object.freeze(["decimals", "decimalMark"]);

  /** @param {{document: NetworkDocument, index: number}} moment */
  opened(moment) {
    const { document } = moment;
    return isAllDense(document.network) || document.story === "pass" ? moment : { ...moment, document: { ...document, story: "pass" } };
  }

  /**
   * @param {NetworkDocument} document
   * @param {Partial<NetworkDocument>} patch
   */
  edited(document, patch) {
    return edited(document, patch);
  }

  fieldOf() {
    return "";
  }

  /** @param {Partial<NetworkDocument>} patch */
  isLook(patch) {
    return Object.keys(patch).every((name) => LOOKS.has(name));
  }

  /** @param {NetworkDocument} document */
  nameOf(document) {
    return nameOf(document);
  }

  /**
   * Asks for the trace and the steps around the index, both at once. Where the grain changes, the index that belongs to
   * the same number is known only with the trace.
   * @param {Question<NetworkDocument>} question
   * @param {AbortSignal} signal
   * @param {(doing: string) => void} does
   */
  async ask({ document: asked, notation, index, before, counted }, signal, does) {
    const document = await completed(asked, signal);
    const large = isLarge(document);
    if (large) {
      does("The pass over the examples is being computed.");
    }
    const ask = large ? askingOf(document, signal) : (path, question) => postJson(path, question, signal);
    const request = large ? { ...looksOf(document, notation), most: MOST_IN_STEP } : { ...experimentOf(document), ...looksOf(document, notation) };
    const page = pageOf(index);
    const { most, ...drawn } = /** @type {any} */ (request);
    const [answered, first] = await Promise.all([
      ask(large ? "/api/network/outline" : "/api/network/trace", { ...drawn, unfolded: document.unfolded }),
      ask(PATHS.steps, { ...request, story: document.story, from: page * PAGE, count: PAGE }),
    ]);
    const trace = large ? arrivingTrace(answered, document, ask) : wholeTrace(answered);
    const moved = counted && before instanceof NetworkAnswer ? before.placeIn(document, trace.schedule, index) : { index };
    const parts = { document, notation, trace, first, page, paths: PATHS, request: drawn, most, signal, ask };
    const answer = new NetworkAnswer({ ...parts, index: Math.min(moved.index, first.count - 1) }, moved);
    await answer.load(answer.index);
    return answer;
  }
}

/** An answer whose document is a network's. */
export class NetworkAnswer extends Answer {
  #ask;
  #most;
  /** @type {Turned} what this answer was turned to from, while the reader has not gone on */
  #turned;
  /** @type {Map<number | null, readonly Phase[]>} */
  #phases = new Map();
  /** @type {Map<number, number[][][]>} */
  #accumulated = new Map();
  /** @type {Set<number>} */
  #asked = new Set();

  /**
   * @param {Parts & {ask: import("./answer.js").Ask, most?: number}} parts most: how many numbers the value of a step may have
   * @param {Turned} turned
   */
  constructor(parts, turned) {
    super(parts);
    this.#ask = parts.ask;
    this.#most = parts.most;
    this.#turned = turned;
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
    const { story } = this.document;
    return { ...super.stepsRequest(page), story, ...(this.#most === undefined ? {} : { most: this.#most }) };
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
   * Δ of each layer after the first examples, where it is here.
   * @param {number} examples
   * @returns {number[][][] | undefined}
   */
  accumulated(examples) {
    return this.#accumulated.get(examples);
  }

  /**
   * Fetches Δ after the first examples, and some before and after.
   * @param {number} examples
   */
  async loadAccumulated(examples) {
    if (this.#asked.has(examples)) {
      return;
    }
    const from = Math.max(0, examples - AROUND);
    const count = Math.min(this.schedule.examples, examples + AROUND) - from + 1;
    const numbers = Array.from({ length: count }, (_, at) => from + at);
    numbers.forEach((number) => this.#asked.add(number));
    try {
      const { accumulated } = await this.#ask("/api/network/accumulated", { ...experimentOf(this.document), from, count });
      const layers = this.trace.gradients.filter(({ Delta }) => Delta.length > 0).map(({ layer }) => layer);
      const byNumber = (Delta) => this.trace.gradients.map(({ layer }) => Delta[layers.indexOf(layer)] ?? []);
      accumulated.forEach(({ examples: number, Delta }) => this.#accumulated.set(number, byNumber(Delta)));
    } catch (error) {
      numbers.forEach((number) => this.#asked.delete(number));
      throw error;
    }
  }
}

const MOST_NAMED = 60;
const AROUND = 4;

/** Of a vector or matrix with more numbers a step tells the shape. */
const MOST_IN_STEP = 100;

/**
 * How an experiment is looked at: what most questions repeat beside it.
 * @param {NetworkDocument} document
 * @param {Notation} notation
 */
function looksOf({ grain }, notation) {
  return { grain, notation: { ...notation, marks: true } };
}

/** Weights that a new size asks for come from the initialisation; all others stay. */
async function completed(document, signal) {
  if (hasFittingWeights(document)) {
    return document;
  }
  const addresses = thetasOf(document.network).map(({ from }) => `Theta.${from}`);
  const request = { ...experimentOf(document), theta: initialisationOf(document), addresses };
  const { numbers } = await postJson("/api/network/numbers", request, signal);
  const drawn = numbers.map(({ value }) => value);
  return { ...document, theta: filledWeights(/** @type {any} */ (document.theta), drawn) };
}
