import { button, element } from "../lib/dom.js";
import { showNumber } from "../lib/explained-number.js";
import { renderSilentMath } from "../lib/math.js";
import { spokenAddress, spokenNumber } from "../lib/speech.js";

/** @import { NodeState, PlannedNode, Shown } from "../lib/graph-state.js" */
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
    this.above = new QuantityView("above");
    this.below = new QuantityView("below");
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
    this.above.name(planned.primalName, planned.primal.address);
    this.below.name(planned.secondName, planned.second[0]?.address ?? "");
  }

  /**
   * @param {Point} point
   * @param {number} width of the stage, which what is written at the node does not leave
   */
  place([x, y], width) {
    const { style } = this.element;
    style.transform = `translate(${x}px, ${y}px)`;
    style.setProperty("--room-left", `${x}px`);
    style.setProperty("--room-right", `${width - x}px`);
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
    this.above.show(state.primal, format);
    this.below.show(state.second, format);
    this.circle.ariaLabel = spokenNode(this.planned, state, format);
    this.circle.ariaDescription = describe();
  }
}

/** A name, an equals sign and a number that can be asked where it comes from. */
class QuantityView {
  /** @param {"above" | "below"} side */
  constructor(side) {
    this.element = element("div", `quantity ${side}`);
    this.symbol = element("span", "name");
    this.symbol.ariaHidden = "true";
    this.equals = element("span", "equals");
    this.equals.textContent = " = ";
    this.equals.ariaHidden = "true";
    this.number = button("number");
    this.soFar = element("span", "so-far");
    this.element.append(this.symbol, this.equals, this.number, this.soFar);
  }

  name(latex, address) {
    renderSilentMath(this.symbol, latex);
    this.address = address;
    this.element.dataset.q = address;
    this.number.dataset.explain = address;
  }

  /**
   * @param {Shown | null} shown
   * @param {Format} format
   */
  show(shown, format) {
    this.element.hidden = shown === null;
    this.element.classList.toggle("now", shown?.now === true);
    if (shown === null) {
      return;
    }
    this.element.classList.toggle("future", shown.value === null);
    showNumber(this.number, spokenAddress(this.address), shown.value, format);
    this.soFar.textContent = shown.soFar ? " so far" : "";
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
