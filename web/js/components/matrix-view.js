import { element } from "../lib/dom.js";
import { renderProse, renderSilentMath } from "../lib/math.js";
import { readsWhole } from "../lib/matrix-state.js";
import { MEMORIES, OPTIMIZER_LETTERS, OPTIMIZER_WORDS } from "../lib/optimizer-names.js";
import { MatrixCells } from "./matrix-cells.js";
import { MatrixHeat } from "./matrix-heat.js";

/** @import { MatrixState } from "../lib/matrix-state.js" */
/** @import { NetworkMoment } from "../lib/network-moment.js" */

/** From this many rows or columns on, colours take the place of numbers. */
const MOST_NUMBERS = 8;
const MOST_IN_KERNELS = 120;
const NAMES = { Theta: "\\Theta", Delta: "\\Delta", D: "D", ...OPTIMIZER_LETTERS };
const SPOKEN = { Theta: "Theta", Delta: "Capital delta", D: "D", ...OPTIMIZER_WORDS };

/** What is there before an update and another after it. */
const UPDATED = new Set(["Theta", ...MEMORIES]);

/** What is drawn before any of it is known. */
const DRAWN_AT_ONCE = new Set([...UPDATED, "Delta"]);

/** A matrix with its name, its shape and how far it is: numbers in brackets, or a heat map where it is large. */
export class MatrixView {
  /** @type {MatrixState | null} */
  #state = null;
  #caption = null;

  /** @param {MatrixState} state */
  constructor(state) {
    const { kind, layer, rows, columns, kernel } = state;
    this.kind = kind;
    this.layer = layer;
    this.editable = kind === "Theta";
    const latex = `${NAMES[kind]}^{(${layer})}`;
    const spoken = `${SPOKEN[kind]} of layer ${layer}, ${rows} by ${columns}`;
    const large = isLarge(state);
    this.body = large ? new MatrixHeat(state, spoken) : new MatrixCells(state, spoken);
    this.element = element("div", `matrix net-matrix ${kind} ${large ? "heat" : ""}`);
    this.element.role = "group";
    this.element.ariaLabel = spoken;
    const name = element("span", "matrix-name");
    name.dataset.q = `${kind}.${layer}`;
    name.ariaHidden = "true";
    renderSilentMath(name, `${latex} =`);
    this.announced = element("span", "matrix-announced");
    this.announced.ariaHidden = "true";
    renderSilentMath(this.announced, latex);
    this.shape = element("span", "caption matrix-shape");
    const size = element("span", "");
    size.textContent = `${rows} × ${columns}${state.scales ? ", γ and β" : ""}${kernel ? `: ${kernelText(kernel)}` : ""}`;
    this.progress = element("span", "matrix-progress");
    this.shape.append(size, this.progress);
    this.element.append(name, this.announced, this.body.element, this.shape);
    if (this.body instanceof MatrixHeat) {
      this.shape.append(this.body.scale, this.body.readout, ...(this.body.table ? [this.body.table.element] : []));
    }
  }

  /** Whether there is anything of it to be seen; before that only its name is announced. */
  setBegun(begun) {
    this.element.classList.toggle("waiting", !DRAWN_AT_ONCE.has(this.kind) && !begun);
  }

  /**
   * @param {MatrixState} state
   * @param {NetworkMoment} moment
   * @param {boolean} scrubbing
   */
  show(state, moment, scrubbing) {
    this.#state = state;
    this.setBegun(state.begun);
    this.element.classList.toggle("read-whole", readsWhole(moment, state));
    this.element.classList.toggle("updated", UPDATED.has(this.kind) && state.renewed === true);
    if (state.caption !== this.#caption) {
      this.#caption = state.caption;
      renderProse(this.progress, state.caption, "html");
    }
    this.body.show(state, moment, scrubbing);
  }

  redraw() {
    if (this.body instanceof MatrixHeat) {
      this.body.redraw();
    }
  }

  /** @param {string | null} address */
  point(address) {
    if (this.body instanceof MatrixHeat) {
      this.body.point(address);
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it was a key that moves the focus or the lens
   */
  move(event) {
    return this.body.move(event);
  }

  /**
   * @param {Element} target
   * @returns {{row: number, column: number} | null}
   */
  placeOf(target) {
    if (this.body instanceof MatrixHeat) {
      return target.closest(".heat-map, .heat-readout .number") ? this.body.lensPlace : null;
    }
    return this.body.placeOf(target);
  }

  /** What a field lies over: the cell, or the lens. */
  anchorOf(target) {
    return this.body instanceof MatrixHeat ? this.body.lens : target.closest("td");
  }

  /** @param {{row: number, column: number}} place */
  addressOf({ row, column }) {
    return this.#state.address(row, column);
  }

  /** @param {{row: number, column: number}} place */
  knows({ row, column }) {
    return this.#state.value(row, column) !== null;
  }
}

/** Whether colours take the place of numbers; kernels stand apart, so that more numbers can be read. */
function isLarge({ rows, columns, kernel }) {
  return kernel === null ? Math.max(rows, columns) > MOST_NUMBERS : rows * columns > MOST_IN_KERNELS || kernel.size > MOST_NUMBERS;
}

/** What a row of the weights of a convolution holds. */
function kernelText({ size, channels }) {
  const weights = `a bias and ${size} × ${size}`;
  return channels === 1 ? weights : `${weights} for each of ${channels} channels`;
}
