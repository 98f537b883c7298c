import { html, nothing } from "lit";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { networkMoment } from "../lib/network-moment.js";
import { lossState, measureStates } from "../lib/network-state.js";
import { PlayerElement } from "../lib/player-element.js";
import { latexName, partsOf, spokenName } from "../lib/network-names.js";
import { spokenNumber } from "../lib/speech.js";
import "../lib/math.js";

/** `<bs-network-losses>`: the loss of the example and the cost, the lengths that an update looks at, and loss and cost again after it. */
export class NetworkLosses extends PlayerElement {
  view(player) {
    const moment = networkMoment(player);
    if (moment === null) {
      return nothing;
    }
    const { loss, cost, newLoss, newCost } = lossState(moment);
    const updated = moment.phase === "update";
    const { format, example } = moment;
    return html`
      <dl class="losses" @click=${this.#onClick}>
        ${line("loss", "\\ell", `of example ${example}`, loss, format)}
        ${updated ? line("", "\\ell", "after the update", newLoss, format) : nothing}
        ${line("cost", "J", "", cost, format)}
        ${updated ? measureStates(moment).map((each) => measureLine(each, format)) : nothing}
        ${updated ? line("", "J", "after the update", newCost, format) : nothing}
      </dl>
    `;
  }

  #onClick = (event) => {
    const number = event.target.closest(".number");
    if (number && !number.disabled) {
      this.player.explain(number.closest("[data-q]").dataset.q, number);
    }
  };
}

/** What the lengths and factors of an update are for; those that say it themselves have no words. */
const MEANT = { learningRate: "by its schedule", norm: "length of all slopes", clip: "shortens them", trustRatio: "trust ratio" };

function measureLine(shown, format) {
  const { kind } = partsOf(shown.address);
  return line("", latexName(shown.address), MEANT[kind] ?? "", shown, format);
}

function line(before, latex, after, { address, value, now }, format) {
  const known = value !== null && value !== undefined;
  return html`<div>
    <dt>${before} <bs-math latex=${latex}></bs-math> ${after}</dt>
    <dd class=${now ? "now" : ""} data-q=${address}>
      <button
        type="button"
        class="number ${known ? signClass(value) : ""}"
        ?disabled=${!known}
        title=${known ? fullPrecision(value) : ""}
        aria-label=${known ? `${spokenName(address)} is ${spokenNumber(value, format)}, explain` : "not computed yet"}
      >
        ${known ? formatNumber(value, { ...format, fixed: true }) : "·"}
      </button>
    </dd>
  </div>`;
}

customElements.define("bs-network-losses", NetworkLosses);
