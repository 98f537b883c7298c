import { html, nothing } from "lit";
import { fullPrecision } from "../lib/format.js";
import { PlayerElement } from "../lib/player-element.js";
import { spokenAddress, spokenValue } from "../lib/speech.js";
import { formatOf } from "../lib/moment.js";
import "../lib/math.js";

/** `<bs-formula-panel>`: rule, numbers, result and why of the current step. */
export class FormulaPanel extends PlayerElement {
  view(player) {
    const { stepNow: step, stale, count, scrubbing: silent } = player;
    if (!step) {
      return html`<div class="formula ${count > 0 ? "loading" : ""}" aria-busy=${count > 0}></div>`;
    }
    const hue = step.phase === "backward" || step.phase === "accumulate" ? "bwd" : "fwd";
    return html`
      <section class="formula ${stale ? "stale" : ""}" aria-label="Formula of the step" @click=${this.#onClick}>
        <header class="formula-head">
          <h2><bs-math prose=${step.title} ?silent=${silent}></bs-math></h2>
          <span class="formula-place ${hue}">${phaseName(step, player.phases)}, step ${step.index + 1}</span>
        </header>
        <dl class="formula-rows">
          ${row("rule", step.rule, silent)} ${step.here ? row("here", step.here, silent) : nothing}
          ${row("numbers", step.numbers, silent)}
          <div class="formula-row result">
            <dt>result</dt>
            <dd>${this.#result(step, player)}</dd>
          </div>
        </dl>
        <p class="why why-long"><bs-math prose=${step.whyMath} ?silent=${silent}></bs-math></p>
        <p class="why why-short"><bs-math prose=${step.shortWhyMath} ?silent=${silent}></bs-math></p>
        ${step.reason && step.reason !== step.why ? html`<p class="formula-reason err">${step.reason}</p>` : nothing}
      </section>
    `;
  }

  #result(step, player) {
    const spoken = `${spokenAddress(step.quantity, step.value)} is ${spokenValue(step.value, formatOf(player.notation))}, explain`;
    return html`<button
      type="button"
      class="formula-result now"
      data-q=${step.quantity}
      aria-label=${spoken}
      title=${fullPrecision(step.value)}
    >
      <bs-math latex=${step.result} aria-hidden="true" silent></bs-math>
    </button>`;
  }

  /** A symbol or the result is asked where it comes from. */
  #onClick = (event) => {
    const place = event.target.closest("[data-q]");
    if (place) {
      this.player.explain(place.dataset.q, place);
    }
  };
}

/** "backward": of a network its own phase, since a stretch of the timeline may hold several. */
function phaseName(step, phases) {
  const { title, caption } = phases.findLast(({ from }) => from <= step.index);
  return caption === undefined ? title.toLowerCase() : step.phase;
}

function row(name, latex, silent) {
  return html`<div class="formula-row ${name}">
    <dt>${name}</dt>
    <dd class="scrolling"><bs-math latex=${`\\displaystyle ${latex}`} ?silent=${silent}></bs-math></dd>
  </div>`;
}

customElements.define("bs-formula-panel", FormulaPanel);
