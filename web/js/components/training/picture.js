import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";
import "./confusion.js";
import "./curve-picture.js";
import "./heat-picture.js";

/**
 * `<bs-picture>`: what the network makes of its inputs at the moment that is shown: a map of two inputs, a curve over one, and
 * of more inputs which classes it takes for which.
 */
export class Picture extends TrainingElement {
  reads({ run, frame, enlarged, stale }) {
    return [run, frame?.header.epoch, enlarged, stale, frame === null];
  }

  view({ run, frame, enlarged, stale }) {
    if (run === null) {
      return html`<h2>What the network predicts</h2>
        <div class="picture-room" aria-hidden="true"></div>`;
    }
    const epoch = frame?.header.epoch ?? run.epochOf(run.newest);
    const title = enlarged
      ? `What unit ${enlarged.unit} of layer ${enlarged.layer} puts out at epoch ${epoch}`
      : `What the network predicts at epoch ${epoch}`;
    return html`<h2>${title}</h2>
      <div class="picture-body ${stale ? "stale" : ""}">${this.#picture(run)}</div>`;
  }

  #picture({ data }) {
    if (data.inputs === 2) {
      return html`<bs-heat-picture .player=${this.player}></bs-heat-picture>`;
    }
    if (data.inputs === 1) {
      return html`<bs-curve-picture .player=${this.player}></bs-curve-picture>`;
    }
    return data.kind === "regression"
      ? html`<p class="caption">There is no picture of ${data.inputs} inputs and numbers as targets; the curves tell how it goes.</p>`
      : html`<bs-confusion .player=${this.player} large></bs-confusion>`;
  }
}

customElements.define("bs-picture", Picture);
