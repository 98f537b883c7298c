import { html, nothing } from "lit";
import { latexNumber } from "../lib/format.js";
import { gradientSoFar, statusOf } from "../lib/gradient-so-far.js";
import { PlayerElement } from "../lib/player-element.js";
import "../lib/math.js";

/** Entries shown before the rest is only counted. */
const MOST_SHOWN = 8;

/** `<bs-gradient-so-far>`: the line below the forward trace that says which derivatives are complete. */
export class GradientSoFar extends PlayerElement {
  view({ trace, index, document, settings, stale }) {
    if (trace === null || trace.inputs.length === 0 || document.mode !== "reverse") {
      return nothing;
    }
    const output = trace.outputs[trace.output].latex;
    const notation = { decimals: settings.decimals, mark: settings.decimalMark };
    const entries = gradientSoFar(trace, index);
    const shown = entries.slice(0, MOST_SHOWN).map((entry) => entryOf(entry, output, notation));
    const rest = entries.length - shown.length;
    return html`<p class="caption gradient-so-far ${stale ? "stale" : ""}">
      Gradient so far: ${shown.map((entry, at) => html`${at > 0 ? ", " : nothing}<span class="gradient-entry">${entry}</span>`)}
      ${rest > 0 ? `and ${rest} more` : nothing}
    </p>`;
  }
}

function entryOf(entry, output, notation) {
  const value = entry.value === null ? "\\cdot" : latexNumber(entry.value, notation);
  const latex = `\\partial ${output}/\\partial ${entry.latex} = ${value}`;
  return html`<bs-math data-q=${entry.address} latex=${latex}></bs-math> (${statusOf(entry)})`;
}

customElements.define("bs-gradient-so-far", GradientSoFar);
