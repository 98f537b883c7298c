import { button, element, putOnStage } from "../lib/dom.js";
import { renderSilentMath } from "../lib/math.js";
import { spokenAddress, spokenNumber } from "../lib/speech.js";
import { QuantityView } from "./quantity.js";

/** @import { NodeState, PlannedNode } from "../lib/graph-state.js" */
/** @import { Format } from "../lib/moment.js" */
/** @import { Point } from "../lib/types.js" */

/** A label of that many letters is set as small as it gets. */
const LONGEST = 7;

/**
 * One node of the graph: a circle that is a button, its value above, its adjoint or tangent below. The nodes are made
 * once for a trace; a step touches only those that it changes.
 */
export class NodeView {
  #shown = "";
  #format;

  /** @param {PlannedNode} planned */
  constructor(planned) {
    this.element = element("div", "node");
    this.circle = button("circle");
    const symbol = element("span", "symbol");
    symbol.ariaHidden = "true";
    this.circle.append(symbol);
    this.above = new QuantityView("above", spokenAddress);
    this.below = new QuantityView("below", spokenAddress);
    this.element.append(this.circle, this.above.element, this.below.element);
    this.symbol = symbol;
    this.plan(planned);
  }

  /**
   * Takes over the numbers of another trace of the same graph.
   * @param {PlannedNode} planned
   */
  plan(planned) {
    this.planned = planned;
    this.#shown = "";
    this.element.classList.toggle("input", planned.node.kind === "input");
    this.circle.dataset.q = planned.primal.address;
    renderSilentMath(this.symbol, planned.node.label);
    this.symbol.dataset.length = String(Math.min(lengthOf(planned.node.label), LONGEST));
    this.above.name(planned.primalName);
    this.below.name(planned.secondName);
  }

  /**
   * @param {Point} point
   * @param {number} width of the stage, which what is written at the node does not leave
   */
  place(point, width) {
    putOnStage(this.element, point, width);
  }

  /**
   * @param {NodeState} state
   * @param {Format} format
   * @param {() => string} describe the edges in words
   */
  show(state, format, describe) {
    const key = JSON.stringify(state);
    if (key === this.#shown && format === this.#format) {
      return;
    }
    this.#shown = key;
    this.#format = format;
    const { classList } = this.element;
    for (const stage of ["future", "done", "current"]) {
      classList.toggle(stage, state.stage === stage);
    }
    classList.toggle("backward", state.direction === "backward");
    classList.toggle("flagged", state.primal.flagged);
    const { primal, second } = this.planned;
    this.above.show({ ...state.primal, address: primal.address }, format);
    this.below.show(state.second && { ...state.second, address: second[0].address }, format);
    this.circle.ariaLabel = spokenNode(this.planned, state, format);
    this.circle.ariaDescription = describe();
  }
}

/** "v 2, times, value 10, adjoint 1". */
function spokenNode(planned, state, format) {
  const words = [spokenAddress(planned.primal.address), planned.node.name];
  words.push(state.primal.value === null ? "not computed yet" : `value ${spokenNumber(state.primal.value, format)}`);
  if (state.second) {
    const kind = state.direction === "backward" ? "adjoint" : "tangent";
    const value = state.second.value === null ? "not computed yet" : spokenNumber(state.second.value, format);
    words.push(`${kind} ${value}${state.second.soFar ? " so far" : ""}`);
  }
  return words.join(", ");
}

/** Roughly how many letters a label shows. */
function lengthOf(latex) {
  return latex
    .replace(/\\(?:times|div|cdot|sigma)\b/g, "×")
    .replace(/\\(?:text|operatorname|mathrm)/g, "")
    .replace(/[\\{}_^$\s]/g, "").length;
}
