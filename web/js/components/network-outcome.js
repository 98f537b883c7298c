import { button, element } from "../lib/dom.js";
import { showNumber } from "../lib/explained-number.js";
import { renderSilentMath } from "../lib/math.js";
import { spokenName } from "../lib/network-names.js";

/** @import { NetworkTrace } from "../lib/network-moment.js" */
/** @import { Shown } from "../lib/network-state.js" */
/** @import { Format } from "../lib/moment.js" */

/** What stands at an output: its label, its target and, at the last one, the loss of the example. */
export class OutcomeView {
  #shown = "";

  /**
   * @param {number} unit
   * @param {NetworkTrace} trace
   */
  constructor(unit, trace) {
    const outputs = trace.layers.at(-1).units;
    this.unit = unit;
    this.element = element("div", outputs > 1 ? "outcome beside" : "outcome");
    const label = trace.labels?.outputs?.[unit - 1];
    if (label) {
      const name = element("span", "outcome-label");
      name.textContent = label;
      this.element.append(name);
    }
    this.target = new Told("target ", outputs > 1 ? `y_{${unit}}` : "y");
    this.target.number.dataset.edit = "target";
    this.loss = unit === outputs ? new Told("loss ", "\\ell") : null;
    this.element.append(this.target.element, ...(this.loss ? [this.loss.element] : []));
  }

  /**
   * @param {Shown} target
   * @param {Shown} loss
   * @param {Format} format
   */
  show(target, loss, format) {
    const key = JSON.stringify([target, this.loss && loss, format]);
    if (key !== this.#shown) {
      this.#shown = key;
      this.target.show(target, format);
      this.loss?.show(loss, format);
    }
  }
}

/** Words, a name and a number. */
class Told {
  constructor(words, latex) {
    this.element = element("span", "told");
    const symbol = element("span", "name");
    symbol.ariaHidden = "true";
    renderSilentMath(symbol, `${latex} =`);
    this.number = button("number");
    const said = element("span", "words");
    said.textContent = words;
    this.element.append(said, symbol, " ", this.number);
  }

  show({ address, value, now }, format) {
    this.element.classList.toggle("now", now);
    this.element.classList.toggle("future", value === null);
    this.element.dataset.q = address;
    this.number.dataset.explain = address;
    showNumber(this.number, spokenName(address), value, format);
  }
}
