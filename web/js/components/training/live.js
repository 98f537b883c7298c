import { html } from "lit";
import { formatNumber, toNumber } from "../../lib/format.js";
import { TrainingElement } from "../../lib/training/element.js";

const TENTHS = 10;

/**
 * `<bs-training-live>`: says each tenth part of the training and its end; after a step or a jump that the reader made, where
 * they are. While the knob is dragged it is silent, since the slider says its value itself.
 */
export class TrainingLive extends TrainingElement {
  #said = "";
  #run = null;
  #tenth = 0;
  #state = "";
  #at = -1;

  willUpdate() {
    const { run, frame, scrubbing, shown } = this.playground ?? {};
    if (!run || !frame || scrubbing) {
      return;
    }
    const tenth = Math.floor((TENTHS * (run.newest - run.first)) / Math.max(1, run.planned - run.first));
    const iteration = frame.header.iteration;
    if (run !== this.#run) {
      this.#run = run;
      this.#said = "";
    } else if (run.state !== this.#state && run.isFinal) {
      this.#said = `${ENDS[run.state]} ${this.#now(run, frame)}`;
    } else if (run.isGoing && shown === "live") {
      this.#said = tenth > this.#tenth ? this.#now(run, frame) : this.#said;
    } else if (!run.isGoing && iteration !== this.#at) {
      this.#said = this.#now(run, frame);
    }
    this.#tenth = tenth;
    this.#state = run.state;
    this.#at = iteration;
  }

  #now(run, { header: { epoch, now } }) {
    const right = now.testAccuracy ?? now.trainAccuracy;
    const share = right === undefined ? "" : `, ${Math.round(100 * toNumber(right))} percent right`;
    return `Epoch ${epoch} of ${run.epochs}, train loss ${formatNumber(now.trainLoss)}${share}.`;
  }

  view() {
    return html`<div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">${this.#said}</div>`;
  }
}

const ENDS = Object.freeze({ done: "Training is done.", diverged: "Training diverged.", failed: "Training failed." });

customElements.define("bs-training-live", TrainingLive);
