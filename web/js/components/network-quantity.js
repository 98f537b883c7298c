import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { renderSilentMath } from "../lib/math.js";
import { spokenName } from "../lib/network-names.js";
import { spokenNumber } from "../lib/speech.js";

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
    this.number = /** @type {HTMLButtonElement} */ (element("button", "number"));
    this.number.type = "button";
    this.number.tabIndex = -1;
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
    this.number.className = `number ${known ? signClass(value) : ""}`;
    this.number.disabled = !known;
    this.number.textContent = known ? formatNumber(value, format) : shown.next ? "next" : "·";
    this.number.title = known ? fullPrecision(value) : "";
    this.number.ariaLabel = known
      ? `${spokenName(address)} is ${spokenNumber(value, format)}, explain`
      : `${spokenName(address)}, not computed yet`;
    this.note.textContent = shown.soFar && known ? " so far" : "";
  }
}

export function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
