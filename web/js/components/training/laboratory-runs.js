import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";
import { progressOf, resultsOf } from "../../lib/training/comparison.js";
import "./comparison-chart.js";

/** `<bs-laboratory-runs>`: the runs of an open laboratory: their curves, how far each is, and where it came to. */
export class LaboratoryRuns extends TrainingElement {
  view({ laboratory, run, notation }) {
    if (laboratory === null) {
      return nothing;
    }
    const { runs, text } = laboratory;
    const gradient = text.chart === "gradient";
    return html`<div class="laboratory-runs">
      <bs-comparison-chart .player=${this.player}></bs-comparison-chart>
      <section class="runs" aria-label="Runs of the laboratory">
        <div class="scrolling" tabindex="0" role="group" aria-label="Table of the runs">
          <table>
            <thead>
              <tr>
                <th scope="col">run</th>
                <th scope="col">epoch</th>
                <th scope="col">train loss</th>
                <th scope="col">test loss</th>
                ${gradient ? html`<th scope="col">first gradient</th>` : nothing}
                <th scope="col">right</th>
              </tr>
            </thead>
            <tbody>
              ${runs.map((each) => this.#row(each, each === run, gradient, notation))}
            </tbody>
          </table>
        </div>
        ${this.#state(laboratory)}
      </section>
    </div>`;
  }

  #row(run, chosen, gradient, notation) {
    const { trainLoss, testLoss, right, gradient: size } = resultsOf(run, notation);
    return html`<tr aria-current=${chosen ? "true" : nothing}>
      <th scope="row">
        <svg class="run-sample" viewBox="0 0 24 8" aria-hidden="true">
          <path class="chart-line compared compared-${run.place.at % 6} ${chosen ? "chosen" : ""}" d="M0 4h24"></path>
        </svg>
        ${chosen
          ? html`<strong>${run.place.label}</strong>, shown`
          : html`<button class="link-button" type="button" @click=${() => this.playground.select(run)}>${run.place.label}</button>`}
      </th>
      <td class="run-epoch" style="--share: ${share(run)}">${progressOf(run)}</td>
      <td>${trainLoss}</td>
      <td>${testLoss}</td>
      ${gradient ? html`<td>${size}</td>` : nothing}
      <td>${right}</td>
    </tr>`;
  }

  #state(laboratory) {
    const { runs, text, areAllFinal, someWait } = laboratory;
    const done = runs.filter((run) => run.isFinal).length;
    return html`<p class="caption laboratory-state">
      <span role="status">${areAllFinal ? "All runs are done." : `${done} of ${text.runs.length} runs are done.`}</span>
      ${someWait
        ? html`<button class="link-button" type="button" @click=${() => laboratory.resume()}>Resume those that wait</button>`
        : html`Choose one to see its picture.`}
    </p>`;
  }
}

function share(run) {
  return run.isFinal ? 0 : Math.min(1, run.newest / Math.max(1, run.planned));
}

customElements.define("bs-laboratory-runs", LaboratoryRuns);
