/**
 * One answer of the server: the trace of a document and, page by page, the steps of its story. An answer is never
 * changed into another; an edit makes a new one and drops the old one with all that was still on its way.
 */
import { postJson } from "./api.js";

/** @typedef {(path: string, question: object) => Promise<any>} Ask */

/** @import { Explanation, JsonNumber, Notation, Phase, Step } from "./types.js" */

export const PAGE = 200;

/**
 * What a line of the story can be called before the whole step is here.
 * @typedef {object} Told
 * @property {string} name LaTeX of the number, empty while it is unknown
 * @property {string} address
 * @property {JsonNumber | JsonNumber[] | JsonNumber[][]} [value] while the step is not here, none
 *
 * @typedef {object} Parts
 * @property {any} document as the answer completed it
 * @property {Notation} notation
 * @property {any} trace
 * @property {number} index of the step to begin at
 * @property {{count: number, steps: Step[], [more: string]: any}} first the page of steps that came with the trace
 * @property {number} page its number
 * @property {{steps: string, explain: string}} paths of the interface
 * @property {object} request what every question of this answer repeats
 * @property {AbortSignal} signal
 * @property {Ask} [ask] asks about the document; where there is none, each question brings it along
 */

/** Subclasses say what is told of a story of their kind. */
export class Answer {
  /** @type {Map<number, Step[]>} */
  #pages = new Map();
  /** @type {Map<number, Promise<void>>} */
  #loading = new Map();
  #paths;
  #request;
  #ask;

  /** @param {Parts} parts */
  constructor({ document, notation, trace, index, first, page, paths, request, signal, ask }) {
    this.document = document;
    this.notation = notation;
    this.trace = trace;
    this.index = index;
    this.count = first.count;
    this.#paths = paths;
    this.#request = request;
    this.#ask = ask ?? ((path, question) => postJson(path, question, signal));
    this.#pages.set(page, first.steps);
  }

  /** How many pages of steps are here. */
  get loaded() {
    return this.#pages.size;
  }

  /** @returns {import("./schedule.js").Schedule | null} */
  get schedule() {
    return null;
  }

  /**
   * @param {number} _index
   * @returns {readonly number[]}
   */
  milestonesAround(_index) {
    return [];
  }

  /**
   * @param {number} _index
   * @returns {readonly Phase[]}
   */
  phasesAround(_index) {
    return [];
  }

  /**
   * @param {"forward" | "backward"} _direction
   * @param {number} _index
   * @returns {number} the step where the reader is taken
   */
  startOf(_direction, _index) {
    return 0;
  }

  /**
   * @param {number} index
   * @returns {Told | undefined}
   */
  told(index) {
    const step = this.step(index);
    return step && { name: "", address: step.quantity, value: step.value };
  }

  /**
   * @param {string} _address
   * @returns {number | null} the step with which a number is complete
   */
  stepOf(_address) {
    return null;
  }

  /** @param {number} _index */
  placeOf(_index) {
    return "";
  }

  /** @param {number} index */
  passIndex(index) {
    return index;
  }

  /**
   * @param {number} _index
   * @param {any} _document
   * @returns {number | undefined}
   */
  exampleOf(_index, _document) {
    return undefined;
  }

  /**
   * Says to whom it matters that numbers of the trace have arrived by themselves, or could not be fetched.
   * @param {() => void} _arrived
   * @param {(error: unknown) => void} _failed
   */
  followNumbers(_arrived, _failed) {}

  /** Asks for numbers that could not be fetched. */
  askAgain() {}

  /**
   * @param {number} _examples
   * @returns {number[][][] | undefined} Δ of a network after the first examples, where it is here
   */
  accumulated(_examples) {
    return undefined;
  }

  /**
   * @param {number} _examples
   * @returns {Promise<void>}
   */
  loadAccumulated(_examples) {
    return Promise.resolve();
  }

  /**
   * @param {number} index
   * @returns {Step | undefined} the step, where its page is here
   */
  step(index) {
    return this.#pages.get(pageOf(index))?.[index % PAGE];
  }

  /**
   * Fetches the page of a step unless it is here or on its way.
   * @param {number} index
   */
  load(index) {
    const page = pageOf(index);
    if (index < 0 || index >= this.count || this.#pages.has(page)) return Promise.resolve();
    if (!this.#loading.has(page)) {
      this.#loading.set(page, this.#fetch(page).finally(() => this.#loading.delete(page)));
    }
    return this.#loading.get(page);
  }

  /**
   * @param {string} address
   * @param {number | null} step the value as of this step
   * @param {number} depth
   * @returns {Promise<Explanation>}
   */
  explain(address, step, depth = 3) {
    const asked = { ...this.#request, address, ...(step === null ? {} : { step }), depth };
    return this.#ask(this.#paths.explain, asked);
  }

  async #fetch(page) {
    this.#pages.set(page, (await this.#ask(this.#paths.steps, this.stepsRequest(page))).steps);
  }

  /**
   * @param {number} page
   * @returns {object}
   */
  stepsRequest(page) {
    return { ...this.#request, from: page * PAGE, count: PAGE };
  }
}

/** @param {number} index */
export function pageOf(index) {
  return Math.floor(Math.max(0, index) / PAGE);
}
