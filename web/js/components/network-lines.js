import { svg } from "../lib/dom.js";
import { arcAbove, isSkip, rimToRim, strokeOf } from "../lib/network-geometry.js";
import { addressOfLink } from "../lib/figure-links.js";
import { signClass, toNumber } from "../lib/format.js";

/** @import { FigureFit } from "../lib/network-geometry.js" */
/** @import { JsonNumber, Point } from "../lib/types.js" */

/** More weights than this are drawn only where the step or the pointer is. */
const MOST_LINES = 1500;

/**
 * @typedef {object} Weight
 * @property {number} layer
 * @property {number} row
 * @property {number} column
 * @property {string} address
 * @property {JsonNumber | null} value null for an edge without a weight
 * @property {import("../lib/network-moment.js").FigureLink} [link] of an edge that is no weight of a dense layer
 */

/**
 * The calm lines of all weights: the sign by colour and dash, the size by width. A step never touches them.
 */
export class Lines {
  /** @type {{weight: Weight, line: SVGElement, hit: SVGElement}[]} */
  #lines = [];
  /** @type {Weight[]} */
  #weights = [];

  /** @param {SVGElement} host */
  constructor(host) {
    this.host = host;
    this.around = svg("g", "around");
  }

  /** Whether there are too many to draw them all. */
  get sparse() {
    return this.#weights.length > MOST_LINES;
  }

  /** @param {Weight[]} weights */
  build(weights) {
    this.#weights = weights;
    const drawn = this.sparse ? [] : weights;
    this.#lines = drawn.map((weight) => {
      const line = svg("path", "weight");
      const hit = svg("path", "hit");
      if (weight.address) {
        hit.dataset.q = weight.address;
      }
      return { weight, line, hit };
    });
    this.around.replaceChildren();
    this.host.replaceChildren(
      this.around,
      ...this.#lines.map(({ line }) => line),
      ...this.#lines.map(({ hit }) => hit),
    );
  }

  /**
   * Names the numbers that go along edges without a weight.
   * @param {number} example
   */
  nameLinks(example) {
    for (const { weight, hit } of this.#lines) {
      if (weight.link && !weight.address) {
        hit.dataset.q = addressOfLink(weight.link, example);
      }
    }
  }

  /**
   * @param {FigureFit} fit
   * @param {(weight: Weight) => [Point, Point]} endsOf
   */
  place(fit, endsOf) {
    const largest = this.#largest();
    for (const { weight, line, hit } of this.#lines) {
      const d = edgeLine(weight, endsOf(weight), fit.radius);
      draw(line, weight, d, strokeOf(sizeOf(weight), largest, this.#lines.length), fit.unit);
      hit.setAttribute("d", d);
    }
  }

  /**
   * Where there are too many lines, those of the unit under the pointer are drawn.
   * @param {{layer: number, unit: number} | null} unit
   * @param {FigureFit} fit
   * @param {(weight: Weight) => [Point, Point]} endsOf
   */
  showAround(unit, fit, endsOf) {
    if (!this.sparse) {
      return;
    }
    const near = unit === null ? [] : this.#weights.filter((weight) => touches(weight, unit));
    const largest = near.length > 0 ? this.#largest() : 0;
    this.around.replaceChildren(
      ...near.map((weight) => {
        const line = svg("path", "weight");
        draw(line, weight, edgeLine(weight, endsOf(weight), fit.radius), strokeOf(sizeOf(weight), largest, near.length), fit.unit);
        return line;
      }),
    );
  }

  #largest() {
    return this.#weights.reduce((most, weight) => Math.max(most, sizeOf(weight)), 0);
  }
}

/** A straight line, or an arc above what a residual block goes past. */
function edgeLine({ link }, [from, to], radius) {
  return isSkip(link) ? arcAbove(from, to, radius) : rimToRim(from, to, radius);
}

function draw(line, { value }, d, { width, strength }, unit) {
  if (value === null) {
    line.setAttribute("class", "weight plain-edge");
    line.setAttribute("d", d);
    return;
  }
  line.setAttribute("class", `weight ${signClass(value)}`);
  line.setAttribute("d", d);
  line.setAttribute("stroke-width", String(width * unit));
  line.setAttribute("stroke-opacity", `${strength}%`);
}

function touches({ layer, row, column, link }, unit) {
  if (link) {
    return (link.fromLayer === unit.layer && link.from === unit.unit) || (link.layer === unit.layer && link.unit === unit.unit);
  }
  return (layer === unit.layer && column === unit.unit) || (layer + 1 === unit.layer && row === unit.unit);
}

function sizeOf({ value }) {
  if (value === null) {
    return 0;
  }
  const size = Math.abs(toNumber(value));
  return Number.isFinite(size) ? size : 0;
}
