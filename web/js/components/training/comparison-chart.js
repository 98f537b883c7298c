import { comparedSeries, quantityOf } from "../../lib/training/comparison.js";
import { Chart } from "./chart.js";

const WIDEST_NAMES = 156;
const LEAST_NAMES = 96;
const LETTER = 6.75;

/** `<bs-comparison-chart>`: the curves of all runs of a laboratory over each other, by what the laboratory watches. */
export class ComparisonChart extends Chart {
  reads(playground) {
    const lengths = playground.laboratory?.runs.map((run) => `${run.points.length} ${run.newest}`).join();
    return [...super.reads(playground), playground.laboratory, lengths, playground.run?.hasBegun];
  }

  view(playground) {
    const { heading, note, isLog, isShare } = quantityOf(playground.laboratory?.text.chart ?? "loss");
    Object.assign(this, { heading, note, isLog, isShare });
    const longest = Math.max(0, ...(playground.laboratory?.text.runs.map(({ label }) => label.length) ?? []));
    this.names = Math.round(Math.min(WIDEST_NAMES, Math.max(LEAST_NAMES, longest * LETTER), Math.max(LEAST_NAMES, this.width / 3)));
    return super.view(playground);
  }

  /** The axis stands still while the runs go. */
  lastEpoch() {
    return Math.max(1, ...(this.playground.laboratory?.runs.map((run) => run.epochs) ?? []));
  }

  series(playground) {
    return comparedSeries(playground).filter(({ points }) => points.length > 0);
  }
}

customElements.define("bs-comparison-chart", ComparisonChart);
