import { element, path, svg } from "../lib/dom.js";
import { latexNumber } from "../lib/format.js";
import { arcAbove, isSkip, labelPlace, litLine, topOfArc } from "../lib/network-geometry.js";
import { latexName } from "../lib/network-names.js";
import { renderSilentMath } from "../lib/math.js";

/** @import { FigureFit } from "../lib/network-geometry.js" */
/** @import { Format } from "../lib/moment.js" */
/** @import { JsonNumber, Point } from "../lib/types.js" */

const HEAD = 13;
const SEVERAL = 6;
const MANY = 24;
const NAME_NEEDS = 210;
const ONE_NAME_NEEDS = 150;

/** A number such as 4 × 10⁻⁴ needs more. */
const POWER_NEEDS = 80;

/**
 * A weight that the step is about, with what stands on its line.
 * @typedef {object} LitWeight
 * @property {string} kind
 * @property {number} layer
 * @property {number} row
 * @property {number} column
 * @property {string} address
 * @property {JsonNumber | null} value
 * @property {import("../lib/network-moment.js").FigureLink} [link] of an edge that is no weight of a dense layer
 * @property {import("../lib/figure-links.js").EdgeText | null} [text] in the place of name and value
 * @property {boolean} [weak] whether nothing goes along it
 */

/**
 * Draws the dependencies of the step: the halo under all lines, the strong line with its head above them.
 * @param {LitWeight[]} weights
 * @param {{halos: SVGElement, lit: SVGElement}} layers
 * @param {FigureFit} fit
 * @param {(weight: LitWeight) => [Point, Point]} endsOf from the unit before to the unit after
 * @param {"forward" | "backward" | ""} direction in which numbers travel, empty where none do
 */
export function drawLit(weights, { halos, lit }, fit, endsOf, direction) {
  const crowd = weights.length > MANY ? "many" : weights.length > SEVERAL ? "several" : "";
  const head = direction === "" || crowd === "many" ? 0 : HEAD * fit.unit * (crowd ? 0.75 : 1);
  const lines = weights.map((weight) => {
    const [from, to] = endsOf(weight);
    if (isSkip(weight.link)) {
      const arc = arcAbove(from, to, fit.radius);
      return { whole: arc, line: arc, head: "", weak: false };
    }
    const ends = direction === "backward" ? [to, from] : [from, to];
    const whole = `M${ends[0].join()}L${ends[1].join()}`;
    return { whole, ...litLine(ends[0], ends[1], fit.radius, weight.weak ? 0 : head), weak: weight.weak === true };
  });
  halos.setAttribute("class", `halos ${crowd}`);
  lit.setAttribute("class", `lit-edges ${crowd}`);
  halos.replaceChildren(...lines.filter(({ weak }) => !weak).map(({ whole }) => path("halo", whole)));
  lit.replaceChildren(
    ...lines.map(({ line, head: tip, weak }) => {
      const group = svg("g", `lit ${direction || "forward"} ${weak ? "weak" : ""}`);
      group.append(path("line", line), ...(tip ? [path("head", tip)] : []));
      return group;
    }),
  );
}

/**
 * The labels on the lines: the name with its number where there is room, else the number.
 * @param {HTMLElement} host
 * @param {LitWeight[]} weights
 * @param {FigureFit} fit
 * @param {(weight: LitWeight) => [Point, Point]} endsOf
 * @param {Format} format
 * @param {string} className
 */
export function writeLabels(host, weights, fit, endsOf, format, className) {
  const share = labelPlace(weights.filter(({ link }) => !isSkip(link)).map(endUnits));
  const shown = share === null ? [] : weights.filter(({ value, text }) => text || value !== null);
  const numbers = shown.map(({ value, text }) => text?.brief ?? latexNumber(value, format));
  const powers = numbers.some((number) => number.includes("times")) ? POWER_NEEDS : 0;
  const needed = (shown.length === 1 ? ONE_NAME_NEEDS : NAME_NEEDS) + powers;
  const named = fit.column >= needed * fit.unit && !(fit.dense && shown.length > 3);
  host.replaceChildren(
    ...shown.map((weight, at) => {
      const label = element("div", `edge-label ${className}`);
      const [x, y] = labelPoint(weight, endsOf(weight), fit.radius, share);
      label.ariaHidden = "true";
      label.dataset.q = weight.address;
      label.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
      renderSilentMath(label, named ? (weight.text?.named ?? `${latexName(weight.address)} = ${numbers[at]}`) : numbers[at]);
      return label;
    }),
  );
}

/** The units at the ends of a line, as a weight has them. */
function endUnits({ link, row, column }) {
  return link ? { row: link.unit, column: link.from } : { row, column };
}

/** On a straight line at a share of the way, on an arc at its top. */
function labelPoint({ link }, [from, to], radius, share) {
  return isSkip(link) ? topOfArc(from, to, radius) : [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
