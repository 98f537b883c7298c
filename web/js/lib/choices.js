import { html } from "lit";

/**
 * A radio group on one line.
 *
 * @template T
 * @param {object} group
 * @param {string} group.name      unique on the page
 * @param {string} group.label     what is chosen
 * @param {boolean} [group.labelled]  the label is shown, not only spoken
 * @param {{value: T, text: string, spoken?: string, shown?: unknown}[]} group.options
 * @param {T} group.value          the chosen one
 * @param {(value: T) => void} group.choose
 */
export function choices({ name, label, labelled = false, options, value, choose }) {
  return html`
    <fieldset class="choices" role="radiogroup" aria-label=${label}>
      ${labelled ? html`<span class="label" aria-hidden="true">${label}</span>` : null}
      <span class="line">${options.map((option) => choice(name, option, option.value === value, choose))}</span>
    </fieldset>
  `;
}

function choice(name, option, chosen, choose) {
  return html`
    <label>
      <input
        type="radio"
        name=${name}
        value=${String(option.value)}
        aria-label=${option.spoken ?? option.text}
        .checked=${chosen}
        @change=${() => choose(option.value)}
      />
      <span data-text=${option.text}>${option.shown ?? option.text}</span>
    </label>
  `;
}
