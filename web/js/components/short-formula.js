import { html, nothing } from "lit";
import { formatNumber } from "../lib/format.js";
import { formatOf } from "../lib/moment.js";
import { PlayerElement } from "../lib/player-element.js";
import { stepControls } from "../lib/step-control.js";
import "../lib/math.js";

/** `<bs-short-formula>`: the expression, the current step on two lines, why, and controls to step. */
export class ShortFormula extends PlayerElement {
  view(player) {
    const { trace, stepNow: step, count, index } = player;
    return html`
      <div class="short-formula">
        <p class="short-expression">${trace ? html`<bs-math latex=${trace.expression.latex}></bs-math>` : nothing}</p>
        <div class="short-step">${step ? stepLines(step, formatOf(player.notation)) : nothing}</div>
        <div class="short-controls">
          ${stepControls(player)}
          <span class="caption">${count > 0 ? `step ${index + 1} of ${count}` : nothing}</span>
        </div>
      </div>
    `;
  }
}

function stepLines(step, format) {
  return html`
    <p class="scrolling"><bs-math latex=${step.formula}></bs-math></p>
    <p class="scrolling short-numbers">
      <bs-math latex=${step.reads.length > 0 ? `= ${step.substituted} =` : "="}></bs-math>
      <strong class="now">${formatNumber(step.value, format)}</strong>
    </p>
    <p class="why"><bs-math prose=${step.shortWhyMath}></bs-math></p>
  `;
}

customElements.define("bs-short-formula", ShortFormula);
