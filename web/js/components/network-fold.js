import { button, element } from "../lib/dom.js";
import { formatNumber } from "../lib/format.js";
import { spokenNumber } from "../lib/speech.js";
import { unitState } from "../lib/network-state.js";
import { partsOf } from "../lib/network-names.js";

/** @import { FigureFold, NetworkMoment } from "../lib/network-moment.js" */
/** @import { Point } from "../lib/types.js" */

/** The units of a wide layer that are only counted; a press draws them. Where the step is at one of them, it says so. */
export class FoldView {
  #shown = "";

  /** @param {FigureFold} fold */
  constructor(fold) {
    this.fold = fold;
    this.element = element("div", "node fold");
    this.circle = button("circle fold-count");
    this.circle.dataset.unfold = String(fold.layer);
    this.element.append(this.circle);
  }

  /** @param {Point} point */
  place([x, y]) {
    this.element.style.transform = `translate(${x}px, ${y}px)`;
  }

  /** @param {NetworkMoment} moment */
  show(moment) {
    const { layer, hidden, from, to } = this.fold;
    const written = partsOf(moment.quantity);
    const inside = ["z", "a", "delta"].includes(written?.kind) && written.layer === layer;
    const unit = inside && written.row >= from && written.row <= to ? written.row : null;
    const said = unit === null ? null : currentOf(unitState(moment, layer, unit));
    const whole = inside && written.row === null;
    const key = JSON.stringify([unit, said, whole]);
    if (key === this.#shown) {
      return;
    }
    this.#shown = key;
    this.element.classList.toggle("current", unit !== null || whole);
    this.element.classList.toggle("backward", written?.kind === "delta");
    this.circle.classList.toggle("now", unit !== null);
    const number = said === null || said.value === null ? "·" : formatNumber(said.value, moment.format);
    this.circle.textContent = unit === null ? `${hidden} more` : `unit ${unit}: ${number}`;
    this.circle.ariaLabel =
      unit === null
        ? `layer ${layer}, ${hidden} more units, unfold`
        : `layer ${layer}, unit ${unit}, ${said?.value == null ? "not computed yet" : spokenNumber(said.value, moment.format)}, unfold`;
  }
}

function currentOf({ z, a, delta }) {
  return [z, a, delta].find((each) => each?.now) ?? a;
}
