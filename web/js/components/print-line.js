import { nothing } from "lit";
import { writeNumber } from "../lib/number-field.js";
import { PlayerElement } from "../lib/player-element.js";

/** `<bs-print-line>`: on paper only, what was computed and where to find it again. */
export class PrintLine extends PlayerElement {
  view({ trace, document, settings, index, count }) {
    if (trace === null) {
      return nothing;
    }
    const inputs = trace.inputs.map(({ name }) => `${name} = ${writeNumber(document.at[name] ?? 0, settings.decimalMark)}`);
    return `${document.expression}; ${inputs.join(", ")}; step ${index + 1} of ${count}; ${location.href}`;
  }
}

customElements.define("bs-print-line", PrintLine);
