import { html, nothing } from "lit";
import { hasWeights } from "../../lib/layers/kinds.js";
import { byNumber } from "../../lib/layers/tree.js";
import { line } from "../../lib/training/series.js";
import { Chart } from "./chart.js";

/** How a layer is drawn: a ramp of the hue of the way back, and a dash. More layers than looks share them. */
const LOOKS = ["layer-a", "layer-b", "layer-c"];

/** Of more layers than this only three are drawn: the first, the middle one and the last. */
const MOST = 6;

/** The layers whose lines are drawn, by the number that Θ leads from. */
function shownOf(run) {
  const weighted = byNumber(run.document.network.layers).flatMap(({ layer, number }) => (hasWeights(layer) ? [number - 1] : []));
  const places = weighted.map((from, at) => ({ from, at }));
  const middle = Math.floor((places.length - 1) / 2);
  return { count: places.length, shown: places.length <= MOST ? places : [places[0], places[middle], places[places.length - 1]] };
}

/**
 * A line for each Θ; layers without weights have none.
 * @param {readonly any[]} points
 * @param {import("../../lib/training/watched-run.js").WatchedRun} run
 * @param {(point: any) => readonly any[]} values of a point, one for each Θ
 */
export function seriesByLayer(points, run, values) {
  const { shown } = shownOf(run);
  return shown.map(({ from, at }, place) => ({
    name: `layer ${from} → ${from + 1}`,
    look: LOOKS[shown.length <= LOOKS.length ? place : Math.floor((place * LOOKS.length) / shown.length)],
    points: line(points, run.perEpoch, (point) => values(point)[at]),
  }));
}

/** Says that there are more layers than lines. */
export function saidOfFolding({ run }) {
  const { count, shown } = run === null ? { count: 0, shown: [] } : shownOf(run);
  return count > shown.length
    ? html`<p class="caption">Of ${count} layers with weights the first, the middle one and the last are drawn.</p>`
    : nothing;
}

/** `<bs-gradient-chart>`: how large the gradient of each layer is. */
export class GradientChart extends Chart {
  heading = "Gradient norm by layer";
  note = "size of ∂J/∂Θ, log scale, by epoch";

  series({ run, points }) {
    return seriesByLayer(points, run, (point) => point.gradientNorms);
  }

  after(playground) {
    return html`${saidOfFolding(playground)}
      <p class="caption">A layer whose line sinks far below the others has almost stopped learning.</p>`;
  }
}

customElements.define("bs-gradient-chart", GradientChart);
