import { button, element } from "../lib/dom.js";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { heatPlan, lensTarget } from "../lib/heat-plan.js";
import { markOf } from "../lib/matrix-state.js";
import { spokenName } from "../lib/network-names.js";
import { spokenNumber } from "../lib/speech.js";
import { tablesOf } from "./matrix-tables.js";

/** @import { MatrixState } from "../lib/matrix-state.js" */
/** @import { NetworkMoment } from "../lib/network-moment.js" */

/** Room for filters beside each other, px. */
const ROOM = 420;

/** A small matrix as a table of numbers. Cells are made once; a step touches only those that it changes. */
export class MatrixCells {
  /** @type {{cell: HTMLElement, number: HTMLButtonElement, was: HTMLElement, row: number, column: number, shown: string}[]} */
  #cells = [];
  #focused = 0;
  /** @type {import("../lib/heat-plan.js").HeatPlan} */
  #plan;

  /**
   * @param {MatrixState} state
   * @param {string} name as it is said
   */
  constructor(state, name) {
    this.kind = state.kind;
    this.#plan = heatPlan(state, ROOM);
    this.element = element("div", state.kernel ? "matrix-frame filters" : "matrix-frame");
    this.element.append(...tablesOf(state, name, (row, column) => this.#cell(row, column)));
    this.#cells[0].number.tabIndex = 0;
  }

  #cell(row, column) {
    const cell = element("td", column === 0 ? "bias-weight" : "");
    const number = button("number");
    const was = element("span", "was");
    was.ariaHidden = "true";
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
    const at = this.placeOf(event.target);
    if (at === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return false;
    }
    const there = lensTarget(this.#plan, event.key, at);
    if (there === null) {
      return false;
    }
    this.#focus(this.#cells.findIndex(({ row, column }) => row === there.row && column === there.column));
    return true;
  }

  #focus(target) {
    this.#cells[this.#focused].number.tabIndex = -1;
    this.#focused = target;
    this.#cells[target].number.tabIndex = 0;
    this.#cells[target].number.focus({ preventScroll: true });
  }
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
