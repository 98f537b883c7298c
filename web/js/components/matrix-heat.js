import { element } from "../lib/dom.js";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { largestOf, picture, sizeOnPage } from "../lib/heat-map.js";
import { markedRows } from "../lib/heat-marks.js";
import { areaOfEntry, entryUnder, heatPlan, laidOut, lensTarget } from "../lib/heat-plan.js";
import { renderSilentMath } from "../lib/math.js";
import { latexName, partsOf, spokenName } from "../lib/network-names.js";
import { spokenNumber } from "../lib/speech.js";
import { KernelTable } from "./kernel-table.js";
import { entryName } from "./matrix-tables.js";

/** @import { MatrixState } from "../lib/matrix-state.js" */
/** @import { NetworkMoment } from "../lib/network-moment.js" */

const ROOM = 420;

/**
 * A large matrix as a heat map with a lens: the entry under the pointer, or under the lens that arrow keys move, is read
 * out below. Rows that the step writes or reads are framed. A convolution has its kernels, and those of the filter under the lens
 * as numbers too.
 */
export class MatrixHeat {
  /** @type {MatrixState | null} */
  #state = null;
  /** @type {NetworkMoment | null} */
  #moment = null;
  #version = "";
  #lens = { row: 1, column: 0 };
  /** @type {import("../lib/heat-plan.js").HeatPlan} */
  #plan;
  /** Read once for a theme: to ask makes the browser compute styles. */
  #colours = null;

  /**
   * @param {MatrixState} state
   * @param {string} name as it is said
   */
  constructor(state, name) {
    this.name = name;
    this.element = element("div", "matrix-frame heat-frame");
    this.map = element("div", "heat-map");
    this.map.tabIndex = 0;
    this.map.role = "application";
    this.map.ariaRoleDescription = "heat map";
    this.canvas = /** @type {HTMLCanvasElement} */ (document.createElement("canvas"));
    this.canvas.setAttribute("aria-hidden", "true");
    this.written = element("span", "heat-mark now-mark");
    this.read = element("span", "heat-mark read-mark");
    this.lens = element("span", "heat-mark lens-mark");
    this.map.append(this.canvas, this.read, this.written, this.lens);
    this.element.append(this.map);
    this.readout = element("p", "heat-readout");
    this.number = /** @type {HTMLButtonElement} */ (element("button", "number"));
    this.number.type = "button";
    this.symbol = element("span", "name");
    this.symbol.ariaHidden = "true";
    this.place = element("span", "caption");
    this.readout.append(this.symbol, " = ", this.number, " ", this.place);
    this.scale = element("p", "heat-scale caption");
    this.table = state.kernel ? new KernelTable(name) : null;
    this.#plan = heatPlan(state, ROOM);
    this.#fit(state, ROOM);
    this.map.addEventListener("pointermove", (event) => this.#point(event));
    this.map.addEventListener("pointerdown", (event) => this.#point(event));
  }

  /** The address of the entry under the lens. */
  get address() {
    return this.#state?.address(this.#lens.row, this.#lens.column) ?? "";
  }

  get lensPlace() {
    return this.#lens;
  }

  /**
   * @param {MatrixState} state
   * @param {NetworkMoment} moment
   * @param {boolean} silent while the reader drags, the lens says nothing
   */
  show(state, moment, silent) {
    const sameTrace = moment.trace === this.#moment?.trace;
    this.#state = state;
    this.#moment = moment;
    this.table?.show(state, moment, this.#lens.row);
    if (!sameTrace || state.version !== this.#version) {
      this.#version = state.version;
      this.#draw();
    }
    this.#mark(this.written, "now");
    this.#mark(this.read, "read");
    if (!silent) {
      this.#showLens();
    }
  }

  /** Draws with the colours of another theme, or at another width. */
  redraw(room = ROOM) {
    this.#colours = null;
    if (this.#state) {
      this.#fit(this.#state, room);
      this.#draw();
      this.#mark(this.written, "now");
      this.#mark(this.read, "read");
      this.#showLens();
    }
  }

  /**
   * Brings the lens to an entry that is hovered elsewhere.
   * @param {string | null} address
   */
  point(address) {
    const parts = address === null || !this.#state ? null : partsOf(address);
    const here = parts && parts.column !== null && parts.row !== null && this.#state.address(parts.row, parts.column) === address;
    if (here) {
      this.#moveTo({ row: parts.row, column: parts.column });
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it was a key that moves the lens
   */
  move(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !this.#state) {
      return false;
    }
    const target = lensTarget(this.#plan, event.key, this.#lens);
    if (target === null) {
      return false;
    }
    this.#moveTo(target);
    return true;
  }

  #fit(state, room) {
    this.#plan = heatPlan(state, room);
    const { width, height } = sizeOnPage(this.#plan, room);
    this.map.style.width = `${width}px`;
    this.map.style.height = `${height}px`;
  }

  #point({ clientX, clientY }) {
    if (this.#state) {
      const { left, top, width, height } = this.map.getBoundingClientRect();
      this.#moveTo(entryUnder(this.#plan, (clientX - left) / width, (clientY - top) / height) ?? this.#lens);
    }
  }

  #moveTo(place) {
    if (place.row !== this.#lens.row || place.column !== this.#lens.column) {
      this.#lens = place;
      this.#showLens();
      this.table?.show(this.#state, this.#moment, place.row);
    }
  }

  #draw() {
    const state = this.#state;
    const largest = largestOf(state);
    this.#colours ??= coloursOf(this.map);
    const image = picture(laidOut(this.#plan, state), largest, this.#colours);
    this.canvas.width = image.width;
    this.canvas.height = image.height;
    this.canvas.getContext("2d").putImageData(image, 0, 0);
    const end = formatNumber(largest, this.#moment.format);
    const ramp = element("span", "heat-ramp");
    ramp.ariaHidden = "true";
    this.scale.hidden = !state.begun;
    this.scale.replaceChildren(largest === 0 ? "0" : formatNumber(-largest, this.#moment.format), ramp, end);
  }

  /** Frames the row or the entry that the step writes, or those rows that it reads. */
  #mark(frame, kind) {
    const marked = markedRows(this.#state, this.#moment, kind);
    frame.hidden = marked === null;
    if (marked) {
      const { row, count, column } = marked;
      place(frame, column === null || count > 1 ? this.#plan.areaOf(row, count) : areaOfEntry(this.#plan, { row, column }), this.#plan);
    }
  }

  #showLens() {
    const state = this.#state;
    if (!state) {
      return;
    }
    const { row, column } = this.#lens;
    const { format } = this.#moment;
    const address = state.address(row, column);
    const value = state.value(row, column);
    const was = state.was(row, column);
    const known = value !== null;
    place(this.lens, areaOfEntry(this.#plan, this.#lens), this.#plan);
    this.map.dataset.q = address;
    this.readout.dataset.q = address;
    renderSilentMath(this.symbol, latexName(address));
    this.number.className = `number ${known ? signClass(value) : "future"}`;
    this.number.disabled = !known;
    this.number.textContent = known ? formatNumber(value, format) : "·";
    this.number.title = known ? fullPrecision(value) : "";
    this.number.ariaLabel = known ? `${spokenName(address)} is ${spokenNumber(value, format)}, explain` : "not computed yet";
    this.place.textContent = [entryName(state, row, column), was === null ? "" : `was ${formatNumber(was, format)}`]
      .filter(Boolean)
      .join("; ");
    this.map.ariaLabel = `${this.name}: ${spokenName(address)}, ${known ? spokenNumber(value, format) : "not computed yet"}`;
  }
}

function place(frame, { top, left, height, width }, { rows, columns }) {
  frame.style.top = `${(top / rows) * 100}%`;
  frame.style.left = `${(left / columns) * 100}%`;
  frame.style.height = `${(height / rows) * 100}%`;
  frame.style.width = `${(width / columns) * 100}%`;
}

function coloursOf(host) {
  return {
    neg: colour(host, "--neg"),
    paper: colour(host, "--paper"),
    pos: colour(host, "--pos"),
    unknown: colour(host, "--wash"),
  };
}

/** A token as three numbers; the browser says what it is in this theme. */
function colour(host, token) {
  const probe = document.createElement("i");
  probe.style.color = `var(${token})`;
  host.append(probe);
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return /** @type {import("../lib/heat-map.js").Rgb} */ (parts.slice(0, 3));
}
