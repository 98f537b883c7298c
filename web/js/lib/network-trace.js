/** The trace of a network as the page has it, of either answer of the server: with its numbers by layer and example. */
import { ArrivingNumbers, WholeNumbers } from "./network-numbers.js";

/**
 * A trace whose vectors and matrices arrive when they are looked at.
 * @param {any} outline
 * @param {any} document
 * @param {import("./answer.js").Ask} ask
 */
export function arrivingTrace(outline, document, ask) {
  const fetch = async (addresses) => (await ask("/api/network/numbers", { addresses })).numbers;
  const named = (names) => names.map((name) => ({ name }));
  const { memories, made } = outline.update;
  return {
    ...outline,
    update: { ...outline.update, memories: named(memories), made: named(made) },
    numbers: new ArrivingNumbers(outline, document, fetch),
  };
}

/**
 * A trace that came whole, with an empty matrix where a layer has no weights, so that layer l is at l − 1 everywhere.
 * @param {any} trace
 */
export function wholeTrace(trace) {
  const layers = trace.layers.slice(1).map((_, at) => at + 1);
  const written = trace.gradients.map(({ layer }) => layer);
  const padded = (matrices) => layers.map((layer) => matrices[written.indexOf(layer)] ?? []);
  const gradients = layers.map(
    (layer) => trace.gradients[written.indexOf(layer)] ?? { layer, Delta: [], D: [] },
  );
  const updated = trace.updated && { ...trace.updated, theta: padded(trace.updated.theta) };
  const whole = { ...trace, theta: padded(trace.theta), gradients, updated, update: trace.update && updateByLayer(trace.update, padded) };
  return { ...whole, numbers: new WholeNumbers(whole) };
}

/** What an optimizer remembers and makes of the weights, in the same order. */
function updateByLayer(update, padded) {
  const memories = update.memories?.map((each) => ({ ...each, before: padded(each.before), after: padded(each.after) }));
  const made = update.made?.map((each) => ({ ...each, values: padded(each.values) }));
  return { ...update, ...(memories ? { memories } : {}), ...(made ? { made } : {}) };
}
