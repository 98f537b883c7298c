import { button, element } from "../lib/dom.js";
import { showNumber } from "../lib/explained-number.js";
import { renderSilentMath } from "../lib/math.js";
import { spokenName } from "../lib/network-names.js";

/** @import { Shown } from "../lib/network-state.js" */
/** @import { Format } from "../lib/moment.js" */

/** A name and a number beside a unit; the number can be asked where it comes from. */
export class QuantityView {
  /** @param {string} className where it stands */
  constructor(className) {
    this.element = element("div", `quantity ${className}`);
    this.symbol = element("span", "name");
    this.symbol.ariaHidden = "true";
    this.equals = element("span", "equals");
    this.equals.textContent = " = ";
    this.equals.ariaHidden = "true";
    this.number = button("number");
    this.note = element("span", "so-far");
    this.element.append(this.symbol, this.equals, this.number, this.note);
  }

  /** @param {string} latex */
  name(latex) {
    renderSilentMath(this.symbol, latex);
  }

  /**
   * @param {Shown | null} shown
   * @param {Format} format
   */
  show(shown, format) {
    this.element.hidden = shown === null;
    this.element.classList.toggle("now", shown?.now === true);
    if (shown === null) {
      return;
    }
    const { address, value } = shown;
    const known = value !== null;
    this.element.dataset.q = address;
    this.number.dataset.explain = address;
    this.element.classList.toggle("future", !known);
    showNumber(this.number, spokenName(address), value, format, shown.next ? "next" : "·");
    this.note.textContent = shown.soFar && known ? " so far" : "";
  }
}
