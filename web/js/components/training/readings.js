import { html, nothing } from "lit";
import { formatNumber, toNumber } from "../../lib/format.js";
import { TrainingElement } from "../../lib/training/element.js";
import { grouped } from "../../lib/training/words.js";

/** `<bs-readings>`: what the moment that is shown is judged by. */
export class Readings extends TrainingElement {
  view({ run, stale, notation, going, shown, pacing }) {
    const moment = run?.moment ?? null;
    const epoch = run === null || moment === null ? 0 : run.epochOf(moment.iteration);
    // While a run goes on the updates within an epoch would only flicker.
    const flies = going && shown === "live" && pacing.updatesPerSecond === null;
    const within = run === null || moment === null || flies ? 0 : moment.iteration - epoch * run.perEpoch;
    const loss = (value) => (value === undefined ? null : formatNumber(value, { ...notation, fixed: true }));
    return html`<dl class="readings ${stale ? "stale" : ""}">
      <div>
        <dt class="caption">at epoch</dt>
        <dd class="now-reading">
          <span class="now">${grouped(epoch)}</span
          >${within > 0 ? html`<span class="caption within">+ ${within} ${within === 1 ? "update" : "updates"}</span>` : nothing}
        </dd>
      </div>
      ${reading("train loss", moment === null ? "·" : loss(moment.trainLoss))}
      ${reading("test loss", moment === null ? "·" : loss(moment.testLoss))}
      ${reading("train right", moment === null ? "·" : percent(moment.trainAccuracy))}
      ${reading("test right", moment === null ? "·" : percent(moment.testAccuracy))}
    </dl>`;
  }
}

function reading(name, value) {
  return value === null
    ? nothing
    : html`<div>
        <dt class="caption">${name}</dt>
        <dd class=${/[a-z]/.test(value) ? "in-words" : nothing}>${value}</dd>
      </div>`;
}

function percent(share) {
  return share === undefined ? null : `${(100 * toNumber(share)).toFixed(1)}%`;
}

customElements.define("bs-readings", Readings);
