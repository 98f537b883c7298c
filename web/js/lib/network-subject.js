/**
 * The story of a network: every number of a pass forwards and backwards, at three grains, or the derivation of its rules.
 */
import { PAGE, pageOf } from "./answer.js";
import { postJson } from "./api.js";
import { askingOf } from "./held-experiment.js";
import { isAllDense } from "./layers/kinds.js";
import { thetasOf } from "./layers/shapes.js";
import { NetworkAnswer } from "./network-answer.js";
import { OPENING, edited, experimentOf, nameOf } from "./network-document.js";
import { filledWeights, hasFittingWeights, initialisationOf } from "./network-weights.js";
import { isLarge } from "./network-size.js";
import { arrivingTrace, wholeTrace } from "./network-trace.js";

/** @import { NetworkDocument } from "./network-document.js" */
/** @import { Question } from "./subject.js" */

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
   * @param {(doing: string) => void} does
   */
  async ask({ document: asked, notation, index, before, counted }, signal, does) {
    const document = await completed(asked, signal);
    const large = isLarge(document);
    if (large) {
      does("The pass over the examples is being computed.");
    }
    const ask = large ? askingOf(document, signal) : (path, question) => postJson(path, question, signal);
    const seen = { grain: document.grain, notation: { ...notation, marks: true } };
    const request = large ? seen : { ...experimentOf(document), ...seen };
    const most = large ? { most: MOST_IN_STEP } : {};
    const page = pageOf(index);
    const [answered, first] = await Promise.all([
      ask(large ? "/api/network/outline" : "/api/network/trace", { ...request, unfolded: document.unfolded }),
      ask(PATHS.steps, { ...request, ...most, story: document.story, from: page * PAGE, count: PAGE }),
    ]);
    const trace = large ? arrivingTrace(answered, document, ask) : wholeTrace(answered);
    const moved = counted && before instanceof NetworkAnswer ? before.placeIn(document, trace.schedule, index) : { index };
    const parts = { document, notation, trace, first, page, paths: PATHS, request, most, signal, ask };
    const answer = new NetworkAnswer({ ...parts, index: Math.min(moved.index, first.count - 1) }, moved);
    await answer.load(answer.index);
    return answer;
  }
}

/** Of a vector or matrix of a large network with more numbers than these a step tells the shape. */
const MOST_IN_STEP = 100;

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
