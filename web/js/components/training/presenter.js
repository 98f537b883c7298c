import { html, nothing } from "lit";
import { formatNumber, toNumber } from "../../lib/format.js";
import { grouped } from "../../lib/training/words.js";
import { Presenter } from "../presenter.js";

/**
 * `<bs-training-presenter>`: a run for the front of the room: its picture, its readings and its curve; of a laboratory, what it
 * asks and its runs.
 */
export class TrainingPresenter extends Presenter {
  /** @param {import("../../lib/training/playground.js").Playground} playground */
  line({ run, laboratory, notation }) {
    const question = laboratory === null ? nothing : html`<p class="presenter-question">${laboratory.text.question}</p>`;
    return html`${question}
      <p class="presenter-line">
        <span class="now presenter-now">now</span>
        <span>${run?.moment ? told(run, notation) : "no moment yet"}</span>
        <span class="secondary">${run?.moment ? next(run) : nothing}</span>
      </p>`;
  }
}

function told(run, notation) {
  const { iteration, trainLoss, testAccuracy, trainAccuracy } = run.moment;
  const right = testAccuracy ?? trainAccuracy;
  const share = right === undefined ? "" : `, ${(100 * toNumber(right)).toFixed(1)} % right`;
  return `epoch ${grouped(run.epochOf(iteration))}: train loss ${formatNumber(trainLoss, notation)}${share}`;
}

function next(run) {
  const epoch = run.epochOf(run.moment.iteration);
  return epoch < run.epochs ? `next: epoch ${grouped(epoch + 1)}` : "the last epoch";
}

customElements.define("bs-training-presenter", TrainingPresenter);
