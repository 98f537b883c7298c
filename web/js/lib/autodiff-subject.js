/**
 * The story of an expression: its trace forwards and, in reverse or forward mode, its second pass.
 */
import { Answer, PAGE, pageOf } from "./answer.js";
import { postJson } from "./api.js";
import { InputValues, askInputs } from "./inputs.js";
import { OPENING } from "./link.js";
import { storyLines } from "./story-lines.js";

/** @import { Question } from "./subject.js" */
/** @import { Document, Notation } from "./types.js" */
/** @import { StoryLine } from "./story-lines.js" */

const PATHS = Object.freeze({ steps: "/api/autodiff/steps", explain: "/api/autodiff/explain" });

export class AutodiffSubject {
  opening = /** @type {Document} */ (OPENING);
  notation = Object.freeze(["decimals", "decimalMark", "adjoint"]);
  #inputs = new InputValues();

  /**
   * @param {import("./link.js").Moment} moment
   * @param {Document} document
   */
  opened({ expression = "", values, mode, seed, output, index }, document) {
    const wanted = expression || document.expression;
    const same = wanted === document.expression && values.length === 0;
    this.#inputs.expect(values);
    return { document: { expression: wanted, at: same ? document.at : {}, output, mode, seed }, index };
  }

  /**
   * @param {Document} document
   * @param {Partial<Document>} patch
   * @returns {Document}
   */
  edited(document, patch) {
    return { ...document, ...patch, at: { ...document.at, ...patch.at } };
  }

  /** @param {Partial<Document>} patch */
  fieldOf(patch) {
    return Object.keys(patch)
      .flatMap((key) => (key === "at" ? Object.keys(patch.at ?? {}).map((name) => `at/${name}`) : [key]))
      .join();
  }

  isLook() {
    return false;
  }

  /** @param {Document} document */
  nameOf(document) {
    return document.expression;
  }

  /**
   * Asks for the trace and the steps around an index, both at once.
   * @param {Question<Document>} question
   * @param {AbortSignal} signal
   */
  async ask({ document: asked, notation, index, before }, signal) {
    this.#inputs.remember(asked.at);
    const document = await this.#completed(asked, before, signal);
    const request = requestOf(document, notation);
    const page = pageOf(index);
    const [trace, first] = await Promise.all([
      postJson("/api/autodiff/trace", traceRequestOf(request), signal),
      postJson(PATHS.steps, { ...request, from: page * PAGE, count: PAGE }, signal),
    ]);
    const answer = new AutodiffAnswer({ document, notation, trace, index, first, page, paths: PATHS, request, signal });
    if (index >= answer.count) await answer.load(answer.count - 1);
    return answer;
  }

  /** A new expression may have other inputs. */
  async #completed(document, before, signal) {
    if (document.expression === before?.document.expression) {
      return document;
    }
    return this.#inputs.complete(document, await askInputs(document.expression, signal));
  }
}

class AutodiffAnswer extends Answer {
  #phases;
  /** @type {StoryLine[]} */
  #lines;

  constructor(parts) {
    super(parts);
    this.#phases = parts.first.phases;
    this.#lines = storyLines(this.trace, this.document.mode, this.document.seed);
  }

  phasesAround() {
    return this.#phases;
  }

  /** @param {"forward" | "backward"} direction */
  startOf(direction) {
    const phase = direction === "forward" ? this.#phases[0] : this.#phases.at(-1);
    return phase?.from ?? 0;
  }

  /** @param {number} index */
  told(index) {
    const told = this.#lines[index];
    return told && { name: told.name, address: told.line.address, value: told.line.value };
  }

  /** The steps that reach an input in the second phase. */
  milestonesAround() {
    const inputs = new Set(this.trace.inputs.map((input) => input.v));
    return this.#lines.filter((told) => told && inputs.has(told.line.adjointOf)).map((told) => told.line.step);
  }
}

/**
 * @param {Document} document
 * @param {Notation} notation
 */
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
