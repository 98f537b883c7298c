import { button, element } from "../lib/dom.js";
import { showNumber } from "../lib/explained-number.js";
import { renderSilentMath } from "../lib/math.js";

/** @import { Format } from "../lib/moment.js" */
/** @import { JsonNumber } from "../lib/types.js" */

/**
 * A quantity beside a node.
 * @typedef {object} ShownQuantity
 * @property {string} address
 * @property {JsonNumber | null} value null while it is not computed
 * @property {boolean} now written by this step
 * @property {boolean} soFar more contributions will come
 * @property {boolean} [next] the next step writes it
 */

/** A name, an equals sign and a number that can be asked where it comes from. */
export class QuantityView {
  #spoken;

  /**
   * @param {"above" | "below"} side of the node
   * @param {(address: string) => string} spoken an address as it is said
   */
  constructor(side, spoken) {
    this.#spoken = spoken;
    this.element = element("div", `quantity ${side}`);
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
   * @param {ShownQuantity | null} shown null where the node has none
   * @param {Format} format
   */
  show(shown, format) {
    this.element.hidden = shown === null;
    this.element.classList.toggle("now", shown?.now === true);
    if (shown === null) {
      return;
    }
    const { address, value, soFar, next } = shown;
    this.element.dataset.q = address;
    this.number.dataset.explain = address;
    this.element.classList.toggle("future", value === null);
    showNumber(this.number, this.#spoken(address), value, format, next ? "next" : "·");
    this.note.textContent = soFar && value !== null ? " so far" : "";
  }
}
