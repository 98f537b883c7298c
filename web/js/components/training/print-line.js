import { nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";

/** `<bs-training-print-line>`: on paper only, what was trained and where to find it again. */
export class TrainingPrintLine extends TrainingElement {
  view({ run, name, at }) {
    return run === null ? nothing : `${name}; epoch ${run.epochOf(at)} of ${run.epochs}; ${location.href}`;
  }
}

customElements.define("bs-training-print-line", TrainingPrintLine);
