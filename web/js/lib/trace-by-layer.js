/**
 * A trace as the server sends it has matrices for the layers with weights alone. Here a layer without any gets an empty matrix, so
 * that layer l is at l − 1 everywhere.
 */
export function byLayer(trace) {
  const layers = trace.layers.slice(1).map((_, at) => at + 1);
  const written = trace.gradients.map(({ layer }) => layer);
  const padded = (matrices) => layers.map((layer) => matrices[written.indexOf(layer)] ?? []);
  const gradients = layers.map(
    (layer) => trace.gradients[written.indexOf(layer)] ?? { layer, Delta: [], D: [] },
  );
  const updated = trace.updated && { ...trace.updated, theta: padded(trace.updated.theta) };
  return { ...trace, theta: padded(trace.theta), gradients, updated, update: trace.update && updateByLayer(trace.update, padded) };
}

/** What an optimizer remembers and makes of the weights, in the same order. */
function updateByLayer(update, padded) {
  const memories = update.memories?.map((each) => ({ ...each, before: padded(each.before), after: padded(each.after) }));
  const made = update.made?.map((each) => ({ ...each, values: padded(each.values) }));
  return { ...update, ...(memories ? { memories } : {}), ...(made ? { made } : {}) };
}
