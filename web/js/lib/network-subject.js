/**
 * The story of a network: every number of a pass forwards and backwards, at three grains, or the derivation of its rules.
 */
import { PAGE, pageOf } from "./answer.js";
import { postJson } from "./api.js";
import { isAllDense } from "./layers/kinds.js";
import { NetworkAnswer } from "./network-answer.js";
import { OPENING, edited, experimentOf, nameOf } from "./network-document.js";
import { filledWeights, hasFittingWeights, initialisationOf } from "./network-weights.js";
import { byLayer } from "./trace-by-layer.js";

/** @import { NetworkDocument } from "./network-document.js" */
/** @import { Question } from "./subject.js" */
/** @import { Notation } from "./types.js" */

const PATHS = Object.freeze({ steps: "/api/network/steps", explain: "/api/network/explain" });

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
   */
  async ask({ document: asked, notation, index, before, counted }, signal) {
    const document = await completed(asked, signal);
    const request = requestOf(document, notation);
    const page = pageOf(index);
    const [answered, first] = await Promise.all([
      postJson("/api/network/trace", { ...request, unfolded: document.unfolded }, signal),
      postJson(PATHS.steps, { ...request, story: document.story, from: page * PAGE, count: PAGE }, signal),
    ]);
    const trace = byLayer(answered);
    const moved = counted && before instanceof NetworkAnswer ? before.placeIn(document, trace.schedule, index) : { index };
    const parts = { document, notation, trace, first, page, paths: PATHS, request, signal };
    const answer = new NetworkAnswer({ ...parts, index: Math.min(moved.index, first.count - 1) }, moved);
    await answer.load(answer.index);
    return answer;
  }
}

/**
 * What most questions repeat.
 * @param {NetworkDocument} document
 * @param {Notation} notation
 */
function requestOf(document, notation) {
  return { ...experimentOf(document), grain: document.grain, notation: { ...notation, marks: true } };
}

/** Weights that a new size asks for come from the initialisation; all others stay. */
async function completed(document, signal) {
  if (hasFittingWeights(document)) {
    return document;
  }
  const request = { ...experimentOf(document), theta: initialisationOf(document) };
  const { theta } = await postJson("/api/network/trace", request, signal);
  return { ...document, theta: filledWeights(/** @type {any} */ (document.theta), theta) };
}
