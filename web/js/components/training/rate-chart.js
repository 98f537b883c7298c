import { line } from "../../lib/training/series.js";
import { Chart } from "./chart.js";

/** `<bs-rate-chart>`: the learning rate as its schedule has it. */
export class RateChart extends Chart {
  heading = "Learning rate";
  note = "η by epoch";
  isLog = false;
  height = 150;

  series({ run, points }) {
    return [{ name: "η", look: "train", points: line(points, run.perEpoch, (point) => point.learningRate) }];
  }
}

customElements.define("bs-rate-chart", RateChart);
