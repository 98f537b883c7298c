import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";
import { LOOKS, progressOf, resultsOf } from "../../lib/training/comparison.js";
import "./bumps.js";
import "./comparison-chart.js";
import "./loss-surface.js";

/** `<bs-laboratory-runs>`: the runs of an open laboratory: their curves, how far each is, and where it came to. */
export class LaboratoryRuns extends TrainingElement {
  view({ laboratory, run, notation }) {
    if (laboratory === null) {
      return nothing;
    }
    const { text } = laboratory;
    const own = run && !run.place && run.hasBegun ? [run] : [];
    const runs = [...laboratory.runs, ...own];
    const shown = columnsOf(laboratory);
    return html`<div class="laboratory-runs">
      <bs-comparison-chart .player=${this.player}></bs-comparison-chart>
      <section class="runs" aria-label="Runs of the laboratory">
        <div class="scrolling" tabindex="0" role="group" aria-label="Table of the runs">
          <table>
            <thead>
              <tr>
                <th scope="col">run</th>
                <th scope="col">epoch</th>
                ${shown.map(({ name }) => html`<th scope="col">${name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${runs.map((each) => this.#row(each, each === run, shown, notation))}
            </tbody>
          </table>
        </div>
        ${this.#state(laboratory)}
      </section>
      ${text.chart === "surface" && laboratory.areAllFinal
        ? html`<h2 class="laboratory-part">Loss surface through both ends</h2>
            <bs-loss-surface .player=${this.player}></bs-loss-surface>`
        : nothing}
      ${text.slug === "approximation"
        ? html`<h2 class="laboratory-part">Built by hand, of bumps</h2>
            <bs-bumps .player=${this.player}></bs-bumps>`
        : nothing}
    </div>`;
  }

  #row(run, chosen, shown, notation) {
    const results = resultsOf(run, notation);
    return html`<tr aria-current=${chosen ? "true" : nothing}>
      <th scope="row">
        <svg class="run-sample" viewBox="0 0 24 8" aria-hidden="true">
          <path class="chart-line compared compared-${(run.place?.at ?? 0) % LOOKS} ${chosen ? "chosen" : ""}" d="M0 4h24"></path>
        </svg>
        ${chosen
          ? html`<strong>${run.place?.label ?? "yours"}</strong><span class="run-shown">, shown</span>`
          : html`<button class="link-button" type="button" @click=${() => this.playground.select(run)}>${run.place.label}</button>`}
      </th>
      <td class="run-epoch">
        ${progressOf(run)}
        <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><path d="M0 1h${100 * share(run)}"></path></svg>
      </td>
      ${shown.map(({ key }) => html`<td>${results[key]}</td>`)}
    </tr>`;
  }

  #state(laboratory) {
    return html`<p class="caption laboratory-state">
      <span role="status">${stateOf(laboratory)}</span>
      ${laboratory.lacksRuns
        ? html`<button class="link-button" type="button" @click=${() => laboratory.begin()}>Make the others</button>`
        : this.#choice(laboratory)}
    </p>`;
  }

  #choice(laboratory) {
    return laboratory.someWait && !laboratory.isMaking
      ? html`<button class="link-button" type="button" @click=${() => laboratory.resume()}>Resume those that wait</button>`
      : laboratory.runs.length > 0
        ? html`Choose one to see its picture.`
        : nothing;
  }
}

/** How many are there, and then how many are done. */
function stateOf({ runs, text, areAllFinal, isMaking }) {
  const all = text.runs.length;
  if (runs.length < all) {
    return isMaking ? `Preparing run ${runs.length + 1} of ${all}.` : `${runs.length} of ${all} runs could be made.`;
  }
  const done = runs.filter((run) => run.isFinal).length;
  return areAllFinal ? "All runs are done." : `${done} of ${all} runs are done.`;
}

/** What there is to say of the runs: test loss where something is held back, how many are right where there are classes. */
function columnsOf({ runs, text }) {
  const data = runs[0]?.data;
  const held = data?.test > 0;
  const classes = data !== undefined && data.kind !== "regression";
  const closely = text.chart === "accuracy";
  return [
    { key: "trainLoss", name: "train loss", there: true },
    { key: "testLoss", name: "test loss", there: held },
    { key: "gradient", name: "first gradient", there: text.chart === "gradient" },
    { key: "trainRight", name: held ? "train right" : "right", there: classes && (closely || !held) },
    { key: "testRight", name: closely ? "test right" : "right", there: classes && held },
  ].filter(({ there }) => there);
}

function share(run) {
  return run.isFinal ? 0 : Math.min(1, run.newest / Math.max(1, run.planned));
}

customElements.define("bs-laboratory-runs", LaboratoryRuns);
