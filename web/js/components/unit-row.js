import { button, element } from "../lib/dom.js";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { spokenName } from "../lib/network-names.js";
import { spokenNumber } from "../lib/speech.js";

/** @import { UnitState } from "../lib/network-state.js" */
/** @import { Format } from "../lib/moment.js" */

const KINDS = ["xHat", "z", "a", "delta"];

/** One row of the table of units: its z, a and δ. It is given another unit when the table scrolls. */
export class UnitRow {
  #shown = "";

  constructor() {
    this.element = element("tr", "unit-row");
    this.element.role = "row";
    this.name = element("th", "unit-name");
    this.name.setAttribute("scope", "row");
    this.name.role = "rowheader";
    this.go = button("unit-go");
    this.place = element("td", "unit-place");
    this.place.role = "cell";
    this.cells = KINDS.map((kind) => new NumberCell(kind));
    this.element.append(this.name, this.place, ...this.cells.map((cell) => cell.element));
    this.unit = 0;
    this.layer = 0;
    this.more = 0;
    /** its place in the whole table, from 0 */
    this.position = 0;
  }

  /**
   * @param {number} top px
   * @param {number} position
   */
  putAt(top, position) {
    this.position = position;
    this.element.style.top = `${top}px`;
    this.element.ariaRowIndex = String(position + 2);
  }

  /**
   * @param {{layer: number, unit: number, more: number}} row more counts the units that the row stands for
   * @param {{channel: number, row: number, column: number} | null} inImage
   * @param {UnitState | null} state null for a row that only counts
   * @param {Format} format
   * @param {ReadonlySet<string>} read addresses of its numbers that the step reads
   */
  show({ layer, unit, more }, inImage, state, format, read) {
    const key = JSON.stringify([layer, unit, more, state, format, [...read]]);
    if (key === this.#shown) {
      return;
    }
    this.#shown = key;
    if (layer !== this.layer || unit !== this.unit || more !== this.more) {
      this.#showName(layer, unit, more, state === null);
      this.#showPlace(inImage);
      Object.assign(this, { layer, unit, more });
    }
    this.element.classList.toggle("current", state?.stage === "current");
    if (state?.stage === "current") {
      this.element.setAttribute("aria-current", "step");
    } else {
      this.element.removeAttribute("aria-current");
    }
    KINDS.forEach((kind, at) => this.cells[at].show(state === null ? null : toldOf(state[kind]), format, read));
  }

  /** @returns {HTMLButtonElement[]} what focus can be on, from the left */
  get stops() {
    const numbers = this.cells.map(({ number }) => number);
    return [this.go, ...numbers.filter((number) => !number.disabled && !number.hidden)];
  }

  #showPlace(inImage) {
    const { channel, row, column } = inImage ?? {};
    const said = element("span", "visually-hidden");
    const written = element("span", "");
    said.textContent = inImage ? `channel ${channel}, row ${row}, column ${column}` : "";
    written.textContent = inImage ? `${channel}: ${row}, ${column}` : "";
    written.ariaHidden = "true";
    this.place.title = said.textContent;
    this.place.replaceChildren(said, written);
  }

  #showName(layer, unit, more, countOnly) {
    this.go.textContent = countOnly ? `layer ${layer}, ${more} more` : `layer ${layer}, unit ${unit}`;
    this.name.replaceChildren(this.go);
    if (more > 0) {
      const unfold = button("link-button");
      unfold.dataset.unfold = String(layer);
      unfold.textContent = "unfold";
      unfold.ariaLabel = `Unfold layer ${layer}`;
      this.name.append(unfold);
    }
  }
}

const UNKNOWN = Object.freeze({ address: "", value: null, now: false, soFar: false, next: false });

/** Blame that is still summed is no δ yet. */
function toldOf(shown) {
  return shown?.soFar && shown.address.startsWith("delta") ? { ...shown, value: null } : (shown ?? UNKNOWN);
}

class NumberCell {
  #shown = "";

  /** @param {string} kind of the number */
  constructor(kind) {
    this.element = element("td", `of-${kind}`);
    this.element.role = "cell";
    this.number = button("number");
    this.element.append(this.number);
  }

  show(shown, format, read) {
    const key = JSON.stringify([shown, format, shown !== null && read.has(shown.address)]);
    if (key === this.#shown) {
      return;
    }
    this.#shown = key;
    this.number.hidden = shown === null;
    const { address, value, now, soFar, next } = shown ?? UNKNOWN;
    const known = value !== null;
    this.element.classList.toggle("now", now);
    this.element.classList.toggle("read", read.has(address) && !now);
    if (address) {
      this.element.dataset.q = address;
    } else {
      delete this.element.dataset.q;
    }
    this.number.className = `number ${known ? signClass(value) : "future"}`;
    this.number.disabled = !known;
    this.number.textContent = known ? formatNumber(value, { ...format, fixed: true }) : next ? "next" : "·";
    this.number.title = known ? fullPrecision(value) + (soFar ? " so far" : "") : "";
    this.number.ariaLabel = known ? `${spokenName(address)} is ${spokenNumber(value, format)}${soFar ? " so far" : ""}, explain` : "not computed yet";
  }
}
