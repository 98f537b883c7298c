import { button, element, putOnStage } from "../lib/dom.js";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { renderSilentMath } from "../lib/math.js";
import { latexName, spokenName, spokenUnit } from "../lib/network-names.js";
import { spokenNumber } from "../lib/speech.js";
import { QuantityView } from "./quantity.js";

/** @import { FigureNode, NetworkTrace } from "../lib/network-moment.js" */
/** @import { UnitState } from "../lib/network-state.js" */
/** @import { Format } from "../lib/moment.js" */
/** @import { Point } from "../lib/types.js" */

/**
 * One unit of the network: a circle that is a button with the activation in it, its name above, its δ below. Units are
 * made once for a figure; a step touches only those that it changes.
 */
export class UnitView {
  #shown = "";
  #above = "";

  /**
   * @param {FigureNode} node
   * @param {NetworkTrace} trace
   */
  constructor(node, trace) {
    this.node = node;
    const { layer, unit } = node;
    const last = trace.layers.length;
    this.bias = unit === 0;
    this.input = layer === 1 && !this.bias;
    this.output = layer === last;
    this.element = element("div", "node");
    this.element.classList.toggle("bias", this.bias);
    this.element.classList.toggle("input", this.input);
    this.element.classList.toggle("output", this.output);
    this.circle = button("circle");
    this.element.append(this.circle);
    this.above = new QuantityView("above", spokenName);
    this.below = new QuantityView("below", spokenName);
    if (this.bias || this.input) {
      this.element.append(this.#side(layer, unit, trace.labels));
    } else {
      this.above.name(latexName(`a.${layer}.${unit}`));
      this.below.name(latexName(`delta.${layer}.${unit}`));
      this.element.append(this.above.element, this.below.element);
    }
    this.tail = this.output && last === layer && trace.layers[last - 1].units === 1 ? " = h_\\Theta(x)" : "";
  }

  #side(layer, unit, labels) {
    const side = element("span", layer === 1 ? "side left" : "side right");
    const label = labels?.inputs?.[unit - 1];
    side.ariaHidden = "true";
    if (this.bias) {
      side.textContent = "bias";
    } else if (label) {
      side.textContent = label;
    } else {
      renderSilentMath(side, latexName(`a.1.${unit}`));
    }
    return side;
  }

  /**
   * @param {Point} point
   * @param {number} width of the stage, which what is written at the unit does not leave
   */
  place(point, width) {
    putOnStage(this.element, point, width);
  }

  /**
   * @param {UnitState} state
   * @param {Format} format
   */
  show(state, format) {
    const key = JSON.stringify([state, format]);
    if (key === this.#shown) {
      return;
    }
    this.#shown = key;
    const { classList } = this.element;
    for (const stage of ["future", "done", "current"]) {
      classList.toggle(stage, state.stage === stage);
    }
    classList.toggle("backward", state.backward);
    classList.toggle("read", state.read);
    classList.toggle("flagged", state.reason !== null);
    this.#showActivation(state, format);
    if (state.z) {
      this.#showName(state, format);
      this.#nameBelow(state.delta?.soFar === true && !this.output);
      this.below.show(state.delta, format);
    }
    this.circle.ariaLabel = spokenState(this.node, state, format);
  }

  #showActivation({ a, reason }, format) {
    const known = a.value !== null;
    this.circle.dataset.q = a.address;
    this.circle.className = `circle ${known ? signClass(a.value) : ""} ${a.now ? "now" : ""}`;
    this.circle.textContent = known ? formatNumber(a.value, format) : "·";
    this.circle.title = [known ? fullPrecision(a.value) : "", reason ?? ""].filter(Boolean).join("; ");
  }

  /** While the blame of a hidden unit is summed it is ∂ℓ/∂a; times the slope of the unit it becomes δ. */
  #nameBelow(blame) {
    const { layer, unit } = this.node;
    this.below.name(blame ? `\\partial\\ell/\\partial ${latexName(`a.${layer}.${unit}`)}` : latexName(`delta.${layer}.${unit}`));
  }

  /** Above a unit stands what is known on the way to its activation, then the name of the activation. */
  #showName({ xHat, z, a }, format) {
    const before = onTheWay({ xHat, z, a });
    const name = latexName((before ?? a).address) + (before ? "" : this.tail);
    if (name !== this.#above) {
      this.#above = name;
      this.above.name(name);
    }
    this.above.show(before ?? { ...a, now: false }, format);
    this.above.element.classList.toggle("named-only", before === null);
    this.above.element.classList.toggle("ready", a.value !== null);
  }
}

/** z, or x̂ before it, where the step writes it or there is no activation yet. */
function onTheWay({ xHat, z, a }) {
  const isTold = (each) => each !== null && each.value !== null && (each.now || a.value === null);
  return xHat?.now ? xHat : isTold(z) ? z : isTold(xHat) ? xHat : null;
}

/** "layer 2, unit 2, activation 0.574, delta 0.101". */
function spokenState({ layer, unit }, { xHat, z, a, delta }, format) {
  const words = [`layer ${layer}`, spokenUnit(unit)];
  if (unit === 0) {
    return [...words, "value 1"].join(", ");
  }
  const before = z === null ? null : onTheWay({ xHat, z, a });
  if (before !== null && a.value === null) {
    words.push(`${before === z ? "z" : "normalised"} ${spokenNumber(before.value, format)}`);
  }
  const name = layer === 1 ? "input" : "activation";
  words.push(a.value === null ? `${name} not computed yet` : `${name} ${spokenNumber(a.value, format)}`);
  if (delta) {
    words.push(delta.value === null ? "delta not computed yet" : `${delta.soFar ? "blame so far" : "delta"} ${spokenNumber(delta.value, format)}`);
  }
  return words.join(", ");
}
