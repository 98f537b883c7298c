import { line } from "../../lib/training/series.js";
import { haveSameData, namesOf } from "../../lib/training/runs-of-session.js";
import { Chart } from "./chart.js";

const WORDS = Object.freeze({
  "binary-cross-entropy": "cross-entropy",
  "cross-entropy": "cross-entropy",
  "squared-error": "squared error",
  "half-squared-error": "half squared error",
});
const MOST_BESIDE = 4;

/** `<bs-loss-chart>`: how the loss falls, on what trains and on what is held back, with other runs in grey. */
export class LossChart extends Chart {
  heading = "Loss";

  view(playground) {
    this.note = `${WORDS[playground.document.network.loss]}, log scale, by epoch`;
    return super.view(playground);
  }

  series({ run, points, others }) {
    const compared = others.filter((other) => haveSameData(other, run)).slice(0, MOST_BESIDE);
    const names = namesOf([run, ...compared]);
    return [
      ...compared.map((other) => ({
        name: names.get(other) ?? "",
        look: "beside",
        points: line(other.points, other.perEpoch, (point) => point.trainLoss),
        beside: true,
      })),
      { name: "train", look: "train", points: line(points, run.perEpoch, (point) => point.trainLoss) },
      { name: "test", look: "test", points: line(points, run.perEpoch, (point) => point.testLoss) },
    ].filter((each) => each.points.length > 0);
  }
}

customElements.define("bs-loss-chart", LossChart);
