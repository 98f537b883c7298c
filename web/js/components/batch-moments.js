import { html, nothing } from "lit";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { momentRows } from "../lib/batch-rows.js";
import { networkMoment, readsNumber } from "../lib/network-moment.js";
import { spokenName } from "../lib/network-names.js";
import { PlayerElement } from "../lib/player-element.js";
import { spokenNumber } from "../lib/speech.js";
import "../lib/math.js";

/** `<bs-batch-moments>`: μ and σ² of every unit or channel that a batch normalisation has, which belong to the whole batch. */
export class BatchMoments extends PlayerElement {
  view(player) {
    const moment = networkMoment(player);
    const rows = moment === null ? [] : momentRows(moment);
    if (moment === null || rows.length === 0) {
      return nothing;
    }
    return html`
      <h2 class="trace-title" id="this-batch">This batch</h2>
      <table class="batch-table" aria-labelledby="this-batch" @click=${this.#onClick}>
        <thead>
          <tr>
            <th scope="col">unit or channel</th>
            ${column("mean", "\\mu")} ${column("variance", "\\sigma^2")}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => rowOf(row, moment))}
        </tbody>
      </table>
    `;
  }

  #onClick = (event) => {
    const number = event.target.closest(".number");
    if (number && !number.disabled) {
      this.player.explain(number.closest("[data-q]").dataset.q, number);
    }
  };
}

function column(spoken, latex) {
  return html`<th scope="col">
    <span class="visually-hidden">${spoken}</span>
    <bs-math class="fwd" latex=${latex} aria-hidden="true" silent></bs-math>
  </th>`;
}

function rowOf({ name, more, mean, variance }, moment) {
  return more > 0
    ? html`<tr>
        <th scope="row">${name}</th>
        <td></td>
        <td></td>
      </tr>`
    : html`<tr class=${mean.now || variance.now ? "current" : ""}>
        <th scope="row">${name}</th>
        ${cell(mean, moment)} ${cell(variance, moment)}
      </tr>`;
}

function cell({ address, value, now }, moment) {
  const known = value !== null;
  const { format } = moment;
  const read = readsNumber(moment, address) && !now;
  return html`<td class="${now ? "now" : ""} ${read ? "read" : ""}" data-q=${address} title=${known ? fullPrecision(value) : ""}>
    <button
      type="button"
      class="number ${known ? signClass(value) : "future"}"
      ?disabled=${!known}
      aria-label=${known ? `${spokenName(address)} is ${spokenNumber(value, format)}, explain` : `${spokenName(address)}, not computed yet`}
    >
      ${known ? formatNumber(value, { ...format, fixed: true }) : "·"}
    </button>
  </td>`;
}

customElements.define("bs-batch-moments", BatchMoments);
