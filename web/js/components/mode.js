import { html, nothing } from "lit";
import { choices } from "../lib/choices.js";
import { PlayerElement } from "../lib/player-element.js";
import "../lib/math.js";

const MODES = [
  { value: "forward", text: "Forward mode" },
  { value: "reverse", text: "Reverse mode" },
];

/** So many choices stand side by side; more of them are a list to open. */
const MOST_IN_LINE = 4;

/** `<bs-mode>`: forward or reverse; the seed in forward mode; the output where there are several. */
export class Mode extends PlayerElement {
  view(player) {
    const { mode, seed, output } = player.document;
    const { inputs = [], outputs = [] } = player.trace ?? {};
    const seeds = inputs.map(({ name, latex }) => ({ value: name, text: name, shown: formula(latex) }));
    const targets = outputs.map(({ name, latex }, at) => ({ value: at, text: name, shown: formula(latex) }));
    const chooseMode = (chosen) => player.edit({ mode: chosen });
    return html`
      <span class="wide-only">
        ${choices({ name: "mode", label: "Mode", options: MODES, value: mode, choose: chooseMode })}
      </span>
      <span class="narrow-only ${mode === "reverse" ? "bwd" : "fwd"}">${menu("Mode", MODES, mode, chooseMode)}</span>
      ${mode === "forward" && seeds.length > 0
        ? oneOf("seed", seeds, seed ?? seeds[0].value, (chosen) => player.edit({ seed: chosen }))
        : nothing}
      ${targets.length > 1 ? oneOf("output", targets, output, (chosen) => player.edit({ output: chosen })) : nothing}
    `;
  }
}

function formula(latex) {
  return html`<bs-math latex=${latex}></bs-math>`;
}

function oneOf(label, options, value, choose) {
  return options.length <= MOST_IN_LINE
    ? choices({ name: label, label, labelled: true, options, value, choose })
    : list(label, options, value, choose);
}

function list(label, options, value, choose) {
  return html`<span class="mode-list"><span class="label" aria-hidden="true">${label}</span>${menu(label, options, value, choose)}</span>`;
}

function menu(label, options, value, choose) {
  const onChange = (event) => choose(options[event.target.selectedIndex].value);
  return html`
    <span class="select opens">
      <select class="field" aria-label=${label} @change=${onChange}>
        ${options.map((option) => html`<option ?selected=${option.value === value}>${option.text}</option>`)}
      </select>
    </span>
  `;
}

customElements.define("bs-mode", Mode);
