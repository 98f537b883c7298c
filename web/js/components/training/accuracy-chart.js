import { line } from "../../lib/training/series.js";
import { Chart } from "./chart.js";

/** `<bs-accuracy-chart>`: how much is classified right. */
export class AccuracyChart extends Chart {
  heading = "Share that is right";
  note = "by epoch";
  isLog = false;
  isShare = true;
  height = 170;

  series({ run, points }) {
    return [
      { name: "train", look: "train", points: line(points, run.perEpoch, (point) => point.trainAccuracy) },
      { name: "test", look: "test", points: line(points, run.perEpoch, (point) => point.testAccuracy) },
    ].filter((each) => each.points.length > 0);
  }
}

customElements.define("bs-accuracy-chart", AccuracyChart);
