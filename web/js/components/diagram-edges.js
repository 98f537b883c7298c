import { linesOf } from "../lib/diagram-lines.js";
import { svg } from "../lib/dom.js";
import { addressOfLink, isPassedOver, litLinks, pointedLinks, textOfLink } from "../lib/figure-links.js";
import { entryValue } from "../lib/lit-values.js";
import { isDenseAfter } from "../lib/network-moment.js";
import { partsOf } from "../lib/network-names.js";
import { litWeights, unitState } from "../lib/network-state.js";
import { travel } from "./graph-travel.js";
import { Lines } from "./network-lines.js";
import { drawLit, writeLabels } from "./network-lit.js";

/** @import { FigureFit } from "../lib/network-geometry.js" */
/** @import { NetworkMoment } from "../lib/network-moment.js" */
/** @import { LitWeight } from "./network-lit.js" */
/** @import { Point } from "../lib/types.js" */

const MOST_TRAVELLERS = 6;

/** The edges of a network's figure: calm lines, those of the step, those that are pointed at, and what stands on them. */
export class DiagramEdges {
  /** @type {LitWeight[]} */
  #lit = [];
  /** @type {Map<number, number[]>} */
  #drawn = new Map();
  /** @type {FigureFit | null} */
  #fit = null;
  #endsOf;
  /** Whether weights that are drawn are not here yet. */
  waits = false;

  /**
   * @param {HTMLElement} stage
   * @param {(end: {layer: number, unit: number}) => Point} placeOf a unit that is drawn
   */
  constructor(stage, placeOf) {
    const [under, calm, above] = /** @type {NodeListOf<SVGElement>} */ (stage.querySelectorAll(".graph-lines"));
    this.stage = stage;
    this.halos = svg("g", "halos");
    this.lit = svg("g", "lit-edges");
    this.lines = new Lines(calm);
    under.append(this.halos);
    above.append(this.lit);
    this.stepLabels = /** @type {HTMLElement} */ (stage.querySelector(".step-labels"));
    this.pointedLabels = /** @type {HTMLElement} */ (stage.querySelector(".pointed-labels"));
    this.#endsOf = (weight) => /** @type {[Point, Point]} */ (endsOf(weight).map(placeOf));
  }

  /** @param {Map<number, number[]>} drawn the units of each layer that are drawn */
  build(trace, drawn) {
    this.#drawn = drawn;
    const lines = linesOf(trace, drawn);
    this.waits = lines.some(({ address, value }) => address !== "" && value === null);
    this.lines.build(lines);
  }

  /** @param {FigureFit} fit */
  place(fit) {
    this.#fit = fit;
    this.lines.place(fit, this.#endsOf);
  }

  /** Where the lines of the step begin and end, if they are few. */
  get ends() {
    return this.#lit.length <= MOST_TRAVELLERS ? this.#lit.flatMap(this.#endsOf) : [];
  }

  /**
   * The weights of the step above all lines, and their halos under everything.
   * @param {NetworkMoment} moment
   */
  showStep(moment) {
    const unitsOf = (layer) => this.#drawn.get(layer) ?? [];
    const weights = litWeights(moment, unitsOf).filter(({ layer }) => isDenseAfter(moment.trace, layer));
    this.#lit = [...weights.map((weight) => ({ ...weight, ...entryValue(moment, weight) })), ...litLinks(moment).map((link) => silentWhereUnread(moment, edgeOf(moment, link)))];
    this.lines.nameLinks(moment.example);
    drawLit(this.#lit, this, this.#fit, this.#endsOf, directionOf(moment));
    writeLabels(this.stepLabels, this.#lit, this.#fit, this.#endsOf, moment.format, "now");
  }

  /**
   * The labels of what is under the pointer or in focus; where lines are many, those of the unit.
   * @param {NetworkMoment} moment
   * @param {string | null} address
   */
  showPointed(moment, address) {
    const parts = address === null ? null : partsOf(address);
    const isWeight = parts?.kind === "Theta" && parts.column !== null && this.#isDrawn(moment, parts);
    const weights = isWeight ? [{ ...parts, ...entryValue(moment, { ...parts, kind: "Theta" }) }] : [];
    const links = pointedLinks(moment, address).map((link) => edgeOf(moment, link));
    const pointed = [...weights, ...links].filter((each) => !this.#lit.some((lit) => isSameEdge(lit, each)));
    writeLabels(this.pointedLabels, pointed, this.#fit, this.#endsOf, moment.format, "pointed");
    const unit = parts && parts.row !== null && parts.column === null ? { layer: parts.layer, unit: parts.row } : null;
    this.lines.showAround(unit, this.#fit, this.#endsOf);
  }

  #isDrawn({ trace }, { layer, row, column }) {
    return isDenseAfter(trace, layer) && this.#drawn.get(layer)?.includes(column) && this.#drawn.get(layer + 1)?.includes(row);
  }

  /**
   * Sends the numbers of the step along its lines.
   * @param {NetworkMoment} moment
   * @param {number} speed
   */
  travel(moment, speed) {
    const direction = directionOf(moment);
    if (direction === "" || this.#lit.length > MOST_TRAVELLERS) {
      return;
    }
    for (const weight of this.#lit.filter(({ weak }) => !weak)) {
      const [first, last] = endsOf(weight);
      const [from, to] = this.#endsOf(weight);
      const backward = direction === "backward";
      const carried = backward ? unitState(moment, last.layer, last.unit).delta?.value : unitState(moment, first.layer, first.unit).a.value;
      if (carried != null) {
        travel(this.stage, backward ? [to, from] : [from, to], carried, moment.format, speed);
      }
    }
  }
}

/** Which way the numbers of the step travel; after the backward pass they stay where they are. */
function directionOf({ phase }) {
  return phase === "forward" || phase === "backward" ? phase : "";
}

/** The units before and after a weight, or of an edge without one. */
function endsOf({ layer, row, column, link }) {
  return link
    ? [{ layer: link.fromLayer, unit: link.from }, { layer: link.layer, unit: link.unit }]
    : [{ layer, unit: column }, { layer: layer + 1, unit: row }];
}

/** An edge that is no weight of a dense layer, with what stands on it. */
function edgeOf(moment, link) {
  const written = partsOf(moment.quantity);
  const isWritten = written !== null && link.row > 0 && written.layer === link.layer - 1 && ["Delta", "D"].includes(written.kind);
  const kind = isWritten ? written.kind : "Theta";
  const column = isWritten && written.column !== null ? written.column : link.column;
  const entry = { kind, layer: link.layer - 1, row: link.row, column };
  const number = link.row > 0 ? entryValue(moment, entry) : { address: addressOfLink(link, moment.example), value: null };
  return { ...entry, ...number, link, text: isWritten ? null : textOfLink(moment, link), weak: isPassedOver(moment, link) };
}

/** A mean of the batch and x̂ do not read the weights of their normalisation. */
function silentWhereUnread({ quantity }, edge) {
  const { kind } = partsOf(quantity) ?? {};
  return ["mean", "variance", "xHat"].includes(kind) ? { ...edge, text: null, value: null } : edge;
}

function isSameEdge(one, other) {
  const [first, second] = [endsOf(one), endsOf(other)];
  return first.every(({ layer, unit }, at) => layer === second[at].layer && unit === second[at].unit);
}
