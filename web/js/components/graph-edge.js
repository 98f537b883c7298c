import { path, svg } from "../lib/dom.js";
import { latexNumber, plainLatex } from "../lib/format.js";
import { arrow, cornersOf, freeLength, path as along } from "../lib/graph-geometry.js";
import { renderSilentMath } from "../lib/math.js";

/** @import { EdgeState, PlannedEdge } from "../lib/graph-state.js" */
/** @import { Format } from "../lib/moment.js" */
/** @import { Fit } from "../lib/graph-geometry.js" */
/** @import { Point } from "../lib/types.js" */

const HEAD = 10;
const HEAD_NOW = 13;
const LETTER = 8;
const ROOM = 44;
const STATES = ["future", "forward", "backward", "now-forward", "now-backward"];

/**
 * One edge of the graph: its line, its arrow head, a wide line that takes the pointer, and the local derivative at its
 * middle. The lit edge of a step is drawn above all others, by the graph.
 */
export class EdgeView {
  /** @type {EdgeState | ""} */
  #state = "";
  #known = false;
  /** @type {Point[]} */
  #corners = [];
  #radius = 0;
  /** length of the line that is seen between the circles */
  #free = 0;
  #text = "";
  #dense = false;
  #unit = 1;

  /** @param {PlannedEdge} planned */
  constructor(planned) {
    this.element = svg("g", "edge");
    this.line = svg("path", "line");
    this.head = svg("path", "head");
    this.hit = svg("path", "hit");
    this.element.append(this.line, this.head, this.hit);
    this.label = document.createElement("div");
    this.label.className = "edge-label";
    this.label.ariaHidden = "true";
    const over = (on) => () => {
      this.label.classList.toggle("pointed", on);
      this.#writeLabel();
    };
    this.hit.addEventListener("pointerenter", over(true));
    this.hit.addEventListener("pointerleave", over(false));
    this.planned = planned;
  }

  /** @param {PlannedEdge} planned */
  plan(planned) {
    this.planned = planned;
  }

  /**
   * @param {Fit} fit
   * @param {Point} from
   * @param {Point} to
   */
  place(fit, from, to) {
    this.#corners = cornersOf(this.planned.edge, fit, from, to);
    this.#radius = fit.radius;
    this.#unit = fit.unit;
    const [x, y] = fit.place(this.planned.edge.label);
    this.label.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
    this.#free = freeLength(this.#corners, this.#radius);
    this.hit.setAttribute("d", along(this.#corners));
    this.#draw();
  }

  /**
   * What the label says; it is rendered when it is first seen.
   * @param {boolean} withRule the rule and its value, or the value alone
   * @param {Format} format
   */
  write(withRule, format) {
    const { latex, value } = this.planned.edge.partial;
    const number = latexNumber(value, format);
    this.#text = withRule && plainLatex(latex) !== number ? `${latex} = ${number}` : number;
    this.label.classList.toggle("beside", this.#text === number && this.#free < number.length * LETTER + ROOM);
    this.#writeLabel();
  }

  /** @param {boolean} dense where labels are seen only on the lit edges and under the pointer */
  set dense(dense) {
    this.#dense = dense;
  }

  #writeLabel() {
    const seen = !this.#dense || this.lit || this.label.classList.contains("pointed");
    if (seen && this.#known && this.#text) {
      renderSilentMath(this.label, this.#text);
    }
  }

  /**
   * @param {EdgeState} state
   * @param {boolean} known whether its operation has its value, so that the local derivative is known
   */
  show(state, known) {
    if (state === this.#state && known === this.#known) {
      return;
    }
    const turned = isBackward(state) !== isBackward(this.#state);
    this.#state = state;
    this.#known = known;
    for (const name of STATES) {
      this.element.classList.toggle(name, name === state);
    }
    this.label.classList.toggle("future", state === "future");
    this.label.classList.toggle("now", isLit(state));
    this.label.hidden = !known;
    this.#writeLabel();
    if (turned) {
      this.#draw();
    }
  }

  get lit() {
    return isLit(this.#state);
  }

  /** The corners in the direction in which numbers travel now. */
  get corners() {
    return isBackward(this.#state) ? [...this.#corners].reverse() : this.#corners;
  }

  /** Halo, line and head of the lit edge. */
  litParts() {
    const halo = path("halo", along(this.#corners));
    const { line, head } = arrow(this.corners, this.#radius, HEAD_NOW * this.#unit);
    const direction = isBackward(this.#state) ? "backward" : "forward";
    const lit = svg("g", `lit ${direction}`);
    lit.append(path("line", line), path("head", head));
    return { halo, lit };
  }

  #draw() {
    if (this.#corners.length < 2) {
      return;
    }
    const { line, head } = arrow(this.corners, this.#radius, HEAD * this.#unit);
    this.line.setAttribute("d", line);
    this.head.setAttribute("d", head);
  }
}

function isBackward(state) {
  return state === "backward" || state === "now-backward";
}

function isLit(state) {
  return state === "now-forward" || state === "now-backward";
}
