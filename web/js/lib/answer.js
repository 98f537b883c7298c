/**
 * One answer of the server: the trace of a document and, page by page, the steps of its story. An answer is never
 * changed into another; an edit makes a new one and drops the old one with all that was still on its way.
 */
import { postJson } from "./api.js";

/** @import { Document, Notation, Phase, Step, Trace } from "./types.js" */

const PAGE = 200;

export class Answer {
  /** @type {Map<number, Step[]>} */
  #pages = new Map();
  /** @type {Map<number, Promise<void>>} */
  #loading = new Map();
  #request;
  #signal;

  /**
   * @param {{document: Document, notation: Notation, trace: Trace, steps: {count: number, phases: Phase[], steps: Step[]}, page: number, request: object, signal: AbortSignal}} parts
   */
  constructor({ document, notation, trace, steps, page, request, signal }) {
    this.document = document;
    this.notation = notation;
    this.trace = trace;
    this.count = steps.count;
    this.phases = steps.phases;
    this.#request = request;
    this.#signal = signal;
    this.#pages.set(page, steps.steps);
  }

  /**
   * Asks for the trace and the steps around an index, both at once.
   * @param {Document} document
   * @param {Notation} notation
   * @param {number} index
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  static async ask(document, notation, index, signal) {
    const request = requestOf(document, notation);
    const page = pageOf(index);
    const [trace, steps] = await Promise.all([
      postJson("/api/autodiff/trace", traceRequestOf(request), signal),
      postJson("/api/autodiff/steps", { ...request, from: page * PAGE, count: PAGE }, signal),
    ]);
    const answer = new Answer({ document, notation, trace, steps, page, request, signal });
    if (index >= answer.count) await answer.load(answer.count - 1);
    return answer;
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
   * @param {number} step the value as of this step
   * @param {number} depth
   */
  explain(address, step, depth = 3) {
    return postJson("/api/autodiff/explain", { ...this.#request, address, step, depth }, this.#signal);
  }

  async #fetch(page) {
    const request = { ...this.#request, from: page * PAGE, count: PAGE };
    this.#pages.set(page, (await postJson("/api/autodiff/steps", request, this.#signal)).steps);
  }
}

function requestOf(document, notation) {
  const { expression, at, output, mode, seed } = document;
  const request = { expression, at, output, mode, notation: { ...notation, marks: true } };
  return mode === "forward" && seed ? { ...request, seed } : request;
}

/** Of the tangent traces only the one that is shown. */
function traceRequestOf({ expression, at, output, notation, mode, seed }) {
  const request = { expression, at, output, notation };
  if (mode === "reverse") {
    return { ...request, tangents: [] };
  }
  return { ...request, tangents: [seed ?? Object.keys(at)[0]] };
}

function pageOf(index) {
  return Math.floor(Math.max(0, index) / PAGE);
}
