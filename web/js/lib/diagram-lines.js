/** The lines of a network's figure: the weights of dense layers between units that are drawn, and edges that are no such weights. */
import { isDenseAfter } from "./network-moment.js";

/** @import { Figure } from "./network-moment.js" */

/** The units of a layer that are drawn.
 * @param {Figure} figure
 * @param {number} layer
 */
export function unitsIn(figure, layer) {
  return figure.nodes.filter((node) => node.layer === layer).map(({ unit }) => unit);
}

/**
 * @param {any} trace
 * @param {Map<number, number[]>} drawn the units of each layer that are drawn
 */
export function linesOf(trace, drawn) {
  return [...weightsOf(trace, drawn), ...linksOf(trace)];
}

function weightsOf(trace, drawn) {
  return trace.layers.slice(1).flatMap((_, at) => {
    const layer = at + 1;
    const shape = trace.numbers.shape(layer);
    if (!isDenseAfter(trace, layer) || shape === null) {
      return [];
    }
    const matrix = trace.numbers.matrix(`Theta.${layer}`);
    const rows = (drawn.get(layer + 1) ?? []).filter((unit) => unit > 0 && unit <= shape.rows);
    const columns = (drawn.get(layer) ?? []).filter((column) => rows.length > 0 && column < shape.columns);
    return rows.flatMap((row) =>
      columns.map((column) => ({
        layer,
        row,
        column,
        address: `Theta.${layer}.${row}.${column}`,
        value: matrix?.[row - 1][column] ?? null,
      })),
    );
  });
}

/** Edges that are no weights of a dense layer; those of convolutions and normalisations have one. */
function linksOf({ figure, numbers }) {
  return figure.links.map((link) => {
    const { layer, row, column } = link;
    const weight = { link, layer: layer - 1, row, column };
    return row > 0
      ? { ...weight, address: `Theta.${layer - 1}.${row}.${column}`, value: numbers.matrix(`Theta.${layer - 1}`)?.[row - 1][column] ?? null }
      : { ...weight, address: "", value: null };
  });
}
