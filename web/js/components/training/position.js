import { nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";

/** `<bs-position>`: where we are, in the top bar of a phone. The timeline says the same to a screen reader. */
export class TrainingPosition extends TrainingElement {
  view({ run, at }) {
    this.setAttribute("aria-hidden", "true");
    return run === null ? nothing : `Epoch ${run.epochOf(at)} of ${run.epochs}`;
  }
}

customElements.define("bs-position", TrainingPosition);
