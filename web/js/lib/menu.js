import { html } from "lit";

/**
 * A list to open, of which one is chosen.
 *
 * @template T
 * @param {object} list
 * @param {string} list.label what is chosen
 * @param {{value: T, text: string}[]} list.options
 * @param {T} list.value the chosen one
 * @param {(value: T) => void} list.choose
 */
export function menu({ label, options, value, choose }) {
  return html`
    <span class="select opens">
      <select class="field" aria-label=${label} @change=${(event) => choose(options[event.target.selectedIndex].value)}>
        ${options.map((option) => html`<option .selected=${option.value === value}>${option.text}</option>`)}
      </select>
    </span>
  `;
}
