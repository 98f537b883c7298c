import { html } from "lit";
import { line } from "../../lib/training/series.js";
import { Chart } from "./chart.js";

/** How a layer is drawn: a ramp of the hue of the way back, and a dash. More layers than looks share them. */
const LOOKS = ["layer-a", "layer-b", "layer-c"];

/** Of more layers than this only some are drawn: the first, the last, and those evenly between. */
const MOST = 6;

/**
 * A line for each Θ.
 * @param {readonly any[]} points
 * @param {import("../../lib/training/watched-run.js").WatchedRun} run
 * @param {(point: any) => readonly any[]} values of a point, one for each Θ
 */
export function seriesByLayer(points, run, values) {
  const count = points.length === 0 ? 0 : values(points[0]).length;
  const shown = count <= MOST ? range(count) : range(MOST).map((at) => Math.round((at * (count - 1)) / (MOST - 1)));
  return shown.map((l, at) => ({
    name: `layer ${l + 1} → ${l + 2}`,
    look: LOOKS[shown.length <= LOOKS.length ? at : Math.floor((at * LOOKS.length) / shown.length)],
    points: line(points, run.perEpoch, (point) => values(point)[l]),
  }));
}

/** `<bs-gradient-chart>`: how large the gradient of each layer is. */
export class GradientChart extends Chart {
  heading = "Gradient norm by layer";
  note = "size of ∂J/∂Θ, log scale, by epoch";

  series({ run, points }) {
    return seriesByLayer(points, run, (point) => point.gradientNorms);
  }

  after() {
    return html`<p class="caption">A layer whose line sinks far below the others has almost stopped learning.</p>`;
  }
}

function range(count) {
  return Array.from({ length: count }, (_, at) => at);
}

customElements.define("bs-gradient-chart", GradientChart);
