import { button, element } from "../lib/dom.js";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { renderMath, renderSilentMath } from "../lib/math.js";
import { spokenAddress, spokenNumber } from "../lib/speech.js";

/** @import { StoryLine } from "../lib/story-lines.js" */
/** @import { RowState } from "../lib/row-state.js" */
/** @import { Format } from "../lib/moment.js" */

const STATES = ["done", "now", "next", "future"];

/**
 * One row of a trace. Its mathematics is rendered when the row comes near the window; a step touches only the rows that
 * it changes.
 */
export class RowView {
  /** @type {"" | "shown" | "spoken"} */
  #filled = "";
  #state = "";
  #away = false;

  /**
   * @param {StoryLine} told
   * @param {Format} format
   */
  constructor({ line, name, kind, outputs }, format) {
    this.line = line;
    this.name = name;
    this.outputs = outputs;
    this.format = format;
    this.step = line.step;
    /** its place among the rows of the page, which are as high as each other */
    this.position = 0;
    this.element = element("tr", "row");
    this.element.role = "row";
    this.element.classList.toggle("flagged", line.flag != null);
    this.element.classList.add(kind);
    this.element.dataset.q = line.address;
    this.element.dataset.step = String(line.step);

    this.go = button("row-step");
    this.go.textContent = String(line.step + 1);
    this.go.ariaLabel = `Step ${line.step + 1}, ${spokenAddress(line.address)}`;
    this.nameMath = element("span", "math");
    this.nameMath.textContent = line.v;
    this.operation = element("div", "scrolling");
    this.numbers = element("div", "scrolling numbers-math");
    this.note = element("span", "note");
    this.number = button("number");
    this.number.dataset.explain = line.address;

    this.nameMath.ariaHidden = "true";
    const spoken = element("span", "visually-hidden");
    spoken.textContent = spokenAddress(line.address);
    const named = cell("th", "name", spoken, this.nameMath);
    named.setAttribute("scope", "row");
    named.role = "rowheader";
    this.element.append(
      cell("td", "step", this.go),
      named,
      cell("td", "operation", this.operation),
      cell("td", "numbers", this.numbers, this.note),
      cell("td", "value", this.number),
    );
  }

  /** Shows the mathematics of the row, once. */
  fill() {
    if (this.#filled === "") {
      this.#filled = "shown";
      this.#render(renderSilentMath);
    }
  }

  /** Adds what assistive technology reads of the mathematics: as much again, and not needed while rows fly by. */
  complete() {
    if (this.#filled !== "spoken") {
      this.#filled = "spoken";
      this.#render(renderMath);
    }
  }

  /**
   * Leaves the row out of what the browser draws.
   * @param {boolean} away
   */
  sendAway(away) {
    if (away !== this.#away) {
      this.#away = away;
      this.element.classList.toggle("away", away);
    }
  }

  #render(render) {
    render(this.nameMath, this.name);
    render(this.operation, ["", this.line.operation, ...this.outputs].join(" = "));
    render(this.numbers, this.line.substituted);
  }

  /** @param {RowState} state */
  show(state) {
    if (state === this.#state) {
      return;
    }
    const { line, format } = this;
    const known = state === "done" || state === "now";
    this.#state = state;
    for (const name of STATES) {
      this.element.classList.toggle(name, name === state);
    }
    if (state === "now") {
      this.element.setAttribute("aria-current", "step");
    } else {
      this.element.removeAttribute("aria-current");
    }
    this.note.textContent = state === "next" ? "next" : "";
    this.number.disabled = !known;
    this.number.className = `number ${known ? signClass(line.value) : ""}`;
    this.number.textContent = known ? formatNumber(line.value, { ...format, fixed: true }) : "·";
    this.number.title = known ? fullPrecision(line.value) : "";
    this.number.ariaLabel = known ? `${spokenNumber(line.value, format)}, explain` : "not computed yet";
  }
}

/** The reason of a flagged line, in a row of its own below it. */
export function reasonRow(reason) {
  const row = element("tr", "reason");
  row.role = "row";
  const said = cell("td", "");
  said.colSpan = 5;
  said.textContent = reason;
  row.append(said);
  return row;
}

function cell(tag, className, ...content) {
  const made = /** @type {HTMLTableCellElement} */ (element(tag, className));
  made.role = "cell";
  made.append(...content);
  return made;
}
