/** A row of the setup: its name at the left, what is chosen at the right, and below it what the server says of it. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { menu } from "../menu.js";
import { reasonAt } from "../problem-place.js";
import "../../components/number-input.js";

/** @import { Problem } from "../types.js" */

/**
 * @param {unknown} name
 * @param {unknown} field
 * @param {string | null} [reason]
 */
export function row(name, field, reason = null) {
  return html`<div class="setup-row">
    <span class="setup-name" aria-hidden="true">${name}</span>
    <span class="setup-value">${field}</span>
    ${reason === null ? nothing : html`<span class="field-reason" role="status">${reason}</span>`}
  </div>`;
}

/**
 * @param {object} choice
 * @param {string} choice.label
 * @param {{value: any, text: string}[]} choice.options
 * @param {any} choice.value
 * @param {(value: any) => void} choice.choose
 * @param {Problem | null} choice.problem
 * @param {string} choice.pointer
 */
export function menuRow({ label, options, value, choose, problem, pointer }) {
  const known = options.some((option) => option.value === value);
  const shown = known ? options : [...options, { value, text: String(value) }];
  return row(label, menu({ label, options: shown, value, choose }), reasonAt(problem, pointer));
}

/**
 * @param {object} number
 * @param {unknown} [number.name] as it is shown, where that is not its label
 * @param {string} number.label
 * @param {number} number.value
 * @param {(value: number) => void} number.choose
 * @param {Problem | null} number.problem
 * @param {string} number.pointer
 * @param {boolean} [number.whole]
 * @param {number} [number.min]
 * @param {number} [number.max]
 * @param {unknown} [number.unit] what stands behind it
 */
export function numberRow({ name, label, value, choose, problem, pointer, whole = false, min, max, unit = nothing }) {
  return row(
    name ?? label,
    html`<bs-number
        label=${label}
        ?whole=${whole}
        min=${min ?? nothing}
        max=${max ?? nothing}
        .value=${live(value)}
        .reason=${reasonAt(problem, pointer)}
        @bs-number=${(event) => choose(event.detail)}
      ></bs-number
      >${unit}`,
  );
}

/**
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} choose
 */
export function checkRow(label, on, choose) {
  return html`<label class="setup-row">
    <span class="setup-name" aria-hidden="true">${label}</span>
    <span class="setup-value"
      ><input type="checkbox" aria-label=${label} .checked=${on} @change=${(event) => choose(event.target.checked)}
    /></span>
  </label>`;
}
