import { nothing } from "lit";
import { writeNumber } from "../lib/number-field.js";
import { PlayerElement } from "../lib/player-element.js";

/** `<bs-print-line>`: on paper only, what was computed and where to find it again. */
export class PrintLine extends PlayerElement {
  view({ name, trace, document, settings, index, count }) {
    if (trace === null) {
      return nothing;
    }
    const inputs = (trace.inputs ?? []).map(
      ({ name: input }) => `${input} = ${writeNumber(document.at[input] ?? 0, settings.decimalMark)}`,
    );
    return `${[name, ...(inputs.length > 0 ? [inputs.join(", ")] : [])].join("; ")}; step ${index + 1} of ${count}; ${location.href}`;
  }
}

customElements.define("bs-print-line", PrintLine);
