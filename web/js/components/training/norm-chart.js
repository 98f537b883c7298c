import { Chart } from "./chart.js";
import { saidOfFolding, seriesByLayer } from "./gradient-chart.js";

/** `<bs-norm-chart>`: how large the weights of each layer are. */
export class NormChart extends Chart {
  heading = "Size of the weights by layer";
  note = "size of Θ, log scale, by epoch";
  height = 170;

  series({ run, points }) {
    return seriesByLayer(points, run, (point) => point.thetaNorms);
  }

  after(playground) {
    return saidOfFolding(playground);
  }
}

customElements.define("bs-norm-chart", NormChart);
