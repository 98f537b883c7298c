import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { markOf } from "../lib/matrix-state.js";
import { spokenName } from "../lib/network-names.js";
import { spokenNumber } from "../lib/speech.js";
import { element } from "./network-quantity.js";

/** @import { MatrixState } from "../lib/matrix-state.js" */
/** @import { NetworkMoment } from "../lib/network-moment.js" */

/** A small matrix as a table of numbers. Cells are made once; a step touches only those that it changes. */
export class MatrixCells {
  /** @type {{cell: HTMLElement, number: HTMLButtonElement, was: HTMLElement, row: number, column: number, shown: string}[]} */
  #cells = [];
  #focused = 0;

  /**
   * @param {MatrixState} state
   * @param {string} name as it is said
   */
  constructor({ kind, rows, columns, scales }, name) {
    this.kind = kind;
    this.columns = columns;
    this.element = element("div", "matrix-frame");
    const table = element("table", "");
    table.ariaLabel = name;
    const head = element("thead", "visually-hidden");
    const names = element("tr", "");
    names.append(element("td", ""), ...Array.from({ length: columns }, (_, at) => heading(columnName(at, scales), "col")));
    head.append(names);
    const body = element("tbody", "");
    for (let i = 1; i <= rows; i++) {
      const row = element("tr", "");
      row.append(heading(`row ${i}`, "row"), ...Array.from({ length: columns }, (_, j) => this.#cell(i, j)));
      body.append(row);
    }
    table.append(head, body);
    this.element.append(table);
    this.#cells[0].number.tabIndex = 0;
  }

  #cell(row, column) {
    const cell = element("td", column === 0 ? "bias-weight" : "");
    const number = /** @type {HTMLButtonElement} */ (element("button", "number"));
    const was = element("span", "was");
    was.ariaHidden = "true";
    number.type = "button";
    number.tabIndex = -1;
    number.dataset.cell = String(this.#cells.length);
    cell.append(number, was);
    this.#cells.push({ cell, number, was, row, column, shown: "" });
    return cell;
  }

  /**
   * @param {MatrixState} state
   * @param {NetworkMoment} moment
   */
  show(state, moment) {
    for (const view of this.#cells) {
      const { row, column } = view;
      const address = state.address(row, column);
      const value = state.value(row, column);
      const mark = markOf(moment, address);
      const was = state.was(row, column);
      const key = `${address} ${value} ${mark} ${was} ${moment.format.decimals}${moment.format.mark}`;
      if (key !== view.shown) {
        view.shown = key;
        showCell(view, { address, value, mark, was, format: moment.format });
      }
    }
  }

  /** @param {Element} target */
  placeOf(target) {
    const at = target.closest("[data-cell]")?.getAttribute("data-cell");
    return at == null ? null : { row: this.#cells[Number(at)].row, column: this.#cells[Number(at)].column };
  }

  /**
   * Moves focus to the cell beside the one that has it.
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it was a key that moves
   */
  move(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -this.columns, ArrowDown: this.columns }[event.key];
    const at = Number(event.target.closest("[data-cell]")?.getAttribute("data-cell"));
    if (by === undefined || !Number.isFinite(at) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return false;
    }
    const target = at + by;
    const staysInRow = Math.abs(by) > 1 || Math.floor(target / this.columns) === Math.floor(at / this.columns);
    if (target >= 0 && target < this.#cells.length && (staysInRow || this.columns === 1)) {
      this.#cells[this.#focused].number.tabIndex = -1;
      this.#focused = target;
      this.#cells[target].number.tabIndex = 0;
      this.#cells[target].number.focus({ preventScroll: true });
    }
    return true;
  }
}

/**
 * @param {number} column 0 holds the bias weights
 * @param {boolean} [scales] whether columns are γ and β of a batch normalisation
 */
export function columnName(column, scales = false) {
  if (scales) {
    return column === 0 ? "gamma" : "beta";
  }
  return column === 0 ? "column 0, bias" : `column ${column}`;
}

function showCell({ cell, number, was: wasView }, { address, value, mark, was, format }) {
  const known = value !== null;
  cell.dataset.q = address;
  cell.classList.toggle("now", mark === "now");
  cell.classList.toggle("read", mark === "read");
  number.className = `number ${known ? signClass(value) : "future"}`;
  number.textContent = known ? formatNumber(value, { ...format, fixed: true }) : "·";
  number.title = known ? fullPrecision(value) : "";
  number.ariaDisabled = String(!known);
  number.ariaLabel = known
    ? `${spokenName(address)} is ${spokenNumber(value, format)}${was === null ? "" : `, was ${spokenNumber(was, format)}`}, explain`
    : `${spokenName(address)}, not computed yet`;
  wasView.textContent = was === null ? "" : formatNumber(was, { ...format, fixed: true });
}

function heading(text, scope) {
  const made = element("th", "visually-hidden");
  made.setAttribute("scope", scope);
  made.textContent = text;
  return made;
}
