import { html, nothing } from "lit";
import { formatNumber, toNumber } from "../../lib/format.js";
import { TrainingElement } from "../../lib/training/element.js";
import { namesOf } from "../../lib/training/runs-of-session.js";

/** `<bs-runs>`: the runs of this visit side by side; a name leads back to its run. */
export class Runs extends TrainingElement {
  reads({ run, others, stale, notation, points }) {
    return [run, others.length, stale, notation.decimals, points, run?.state];
  }

  view({ run, others, notation }) {
    if (run === null || others.length === 0) {
      return nothing;
    }
    const all = [run, ...others];
    const names = namesOf(all);
    return html`
      <section class="runs" aria-label="Runs">
        <h2>Runs of this visit</h2>
        <div class="scrolling" tabindex="0" role="group" aria-label="Table of runs">
          <table>
            <thead>
              <tr>
                <th scope="col">run</th>
                <th scope="col">epoch</th>
                <th scope="col">train loss</th>
                <th scope="col">test loss</th>
                <th scope="col">right</th>
              </tr>
            </thead>
            <tbody>
              ${all.map((each) => this.#row(each, names.get(each) ?? "", each === run, notation))}
            </tbody>
          </table>
        </div>
        <p class="caption">The loss of others on the same data stands in grey in the chart.</p>
      </section>
    `;
  }

  #row(run, name, current, notation) {
    const last = run.points.at(-1);
    const loss = (value) => (value === undefined ? "·" : formatNumber(value, { ...notation, fixed: true }));
    const right = last?.testAccuracy ?? last?.trainAccuracy;
    return html`<tr aria-current=${current ? "true" : nothing}>
      <th scope="row">
        ${current
          ? html`<strong>${name}</strong>, shown`
          : html`<button class="link-button" type="button" @click=${() => this.playground.select(run)}>${name}</button>`}
      </th>
      <td>${run.epochOf(run.newest)}</td>
      <td>${loss(last?.trainLoss)}</td>
      <td>${loss(last?.testLoss)}</td>
      <td>${right === undefined ? "·" : `${(100 * toNumber(right)).toFixed(1)}%`}</td>
    </tr>`;
  }
}

customElements.define("bs-runs", Runs);
