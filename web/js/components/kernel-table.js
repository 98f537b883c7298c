import { element } from "../lib/dom.js";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { filterOf } from "./matrix-tables.js";

/** @import { MatrixState } from "../lib/matrix-state.js" */
/** @import { NetworkMoment } from "../lib/network-moment.js" */

/** The numbers of one filter of a large convolution, below its picture; made when they are asked for. */
export class KernelTable {
  /** @type {{state: MatrixState, moment: NetworkMoment, row: number} | null} */
  #told = null;
  #shown = "";

  /** @param {string} name of the matrix as it is said */
  constructor(name) {
    this.name = name;
    this.element = /** @type {HTMLDetailsElement} */ (element("details", "kernel-numbers"));
    this.summary = element("summary", "caption");
    this.body = element("div", "kernel-frame");
    this.body.tabIndex = 0;
    this.body.role = "group";
    this.element.append(this.summary, this.body);
    this.element.addEventListener("toggle", () => this.#draw());
  }

  /**
   * @param {MatrixState} state
   * @param {NetworkMoment} moment
   * @param {number} row the filter
   */
  show(state, moment, row) {
    this.#told = { state, moment, row };
    this.element.hidden = !state.begun;
    this.summary.textContent = `Numbers of filter ${row}`;
    this.body.ariaLabel = `${this.name}, filter ${row}`;
    this.#draw();
  }

  #draw() {
    if (this.#told === null || !this.element.open) {
      return;
    }
    const { state, moment, row } = this.#told;
    const { decimals, mark } = moment.format;
    const key = `${moment.trace.cost} ${row} ${state.version} ${decimals}${mark}`;
    if (key !== this.#shown) {
      this.#shown = key;
      const cell = (_, column) => cellOf(state.address(row, column), state.value(row, column), moment.format);
      this.body.replaceChildren(filterOf(state, this.name, row, cell));
    }
  }
}

function cellOf(address, value, format) {
  const cell = element("td", value === null ? "" : signClass(value));
  cell.dataset.q = address;
  cell.textContent = value === null ? "·" : formatNumber(value, { ...format, fixed: true });
  cell.title = value === null ? "not computed yet" : fullPrecision(value);
  return cell;
}
