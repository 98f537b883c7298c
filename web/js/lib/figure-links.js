/**
 * The edges of a figure that are no weights of a dense layer: which are lit at a step, which are pointed at, and what stands
 * on them.
 */
import { latexNumber } from "./format.js";
import { latexName, partsOf } from "./network-names.js";
import { unitState } from "./network-state.js";
import { MEMORIES, PARTS } from "./optimizer-names.js";

/** @import { FigureLink, NetworkMoment } from "./network-moment.js" */

/** @typedef {{named: string, brief: string}} EdgeText LaTeX, with the name of the number and without */

/** Matrices that have an entry for each weight. */
const OF_WEIGHTS = new Set(["Theta", "Delta", "D", ...MEMORIES, ...PARTS]);
const MADE_FORWARD = new Set(["z", "xHat", "mean", "variance"]);
const OF_CHANNELS = new Set(["mean", "variance"]);

/** Edges of so many units at once have no labels. */
const MOST_POINTED = 8;

/**
 * The address that an edge stands for: its weight, or else the number that goes along it.
 * @param {FigureLink} link
 * @param {number} example
 */
export function addressOfLink({ fromLayer, from, layer, row, column }, example) {
  return row > 0 ? `Theta.${layer - 1}.${row}.${column}` : `a.${fromLayer}.${from}@${example}`;
}

/**
 * Whether nothing goes along an edge, since another number of the window is larger.
 * @param {NetworkMoment} moment
 * @param {FigureLink} link
 */
export function isPassedOver({ trace, example }, { from, layer, unit }) {
  if (trace.layers[layer - 1].type !== "max-pool2d") {
    return false;
  }
  const largest = trace.numbers.vector("maximum", layer, example)[unit - 1];
  return largest !== undefined && largest !== from;
}

/**
 * The edges that a step is about: from each unit that it reads to the one that it writes, or back; or those whose weights have
 * the entries of a matrix that it writes.
 * @param {NetworkMoment} moment
 * @returns {FigureLink[]}
 */
export function litLinks(moment) {
  const written = partsOf(moment.quantity);
  if (written === null || written.layer === null) {
    return [];
  }
  const { links } = moment.trace.figure;
  if (OF_WEIGHTS.has(written.kind)) {
    return links.filter((link) => hasEntry(moment, link, written));
  }
  if (written.kind === "delta") {
    const read = readOf(moment, "delta");
    return links.filter((link) => isAt(written, link.fromLayer, link.from) && isIn(read, link.layer, link.unit) && !isPassedOver(moment, link));
  }
  if (!MADE_FORWARD.has(written.kind)) {
    return [];
  }
  const read = scales(moment, written) ? [{ layer: written.layer - 1, row: written.row }] : readOf(moment, "a");
  const end = OF_CHANNELS.has(written.kind) ? "row" : "unit";
  return links.filter((link) => isAt(written, link.layer, link[end]) && isIn(read, link.fromLayer, link.from));
}

/** Whether what is written is γ x̂ + β, which reads no activation itself. */
function scales({ trace }, { kind, layer }) {
  return kind === "z" && trace.layers[layer - 1].type === "batch-norm";
}

function readOf({ reads, example }, kind) {
  return [...reads].map(partsOf).filter((parts) => parts?.kind === kind && parts.example === example);
}

function isAt({ layer, row }, ofLayer, unit) {
  return layer === ofLayer && (row === null || row === unit);
}

function isIn(read, layer, unit) {
  return read.some((parts) => isAt(parts, layer, unit));
}

function hasEntry({ trace }, link, { layer, row, column }) {
  if (link.row === 0 || link.layer !== layer + 1 || (row !== null && link.row !== row)) {
    return false;
  }
  return column === null || column === link.column || trace.layers[link.layer - 1].type === "batch-norm";
}

/**
 * The edges that an address points at: those of a weight; of a unit those that go into it, and those along which its number
 * goes as it is.
 * @param {NetworkMoment} moment
 * @param {string | null} address
 * @returns {FigureLink[]}
 */
export function pointedLinks(moment, address) {
  const parts = address === null ? null : partsOf(address);
  if (parts === null || parts.row === null) {
    return [];
  }
  const { links } = moment.trace.figure;
  const isPointed = parts.kind === "Theta" ? (link) => parts.column !== null && hasEntry(moment, link, parts) : (link) => parts.kind === "a" && meets(moment, link, parts);
  const found = links.filter(isPointed);
  return found.length > MOST_POINTED ? [] : found;
}

function meets({ trace }, link, parts) {
  const { type } = trace.layers[link.layer - 1];
  return (type !== "conv2d" && isAt(parts, link.layer, link.unit)) || (link.row === 0 && isAt(parts, link.fromLayer, link.from));
}

/**
 * What stands on an edge beside a weight: γ and β, that its number was the largest, or what is added.
 * @param {NetworkMoment} moment
 * @param {FigureLink} link
 * @returns {EdgeText | null}
 */
export function textOfLink(moment, link) {
  const { trace, format } = moment;
  const { fromLayer, from, layer, unit, row } = link;
  const { value } = unitState(moment, fromLayer, from).a;
  const number = value === null ? "" : latexNumber(value, format);
  const name = latexName(`a.${fromLayer}.${from}`);
  switch (trace.layers[layer - 1].type) {
    case "batch-norm": {
      const scales = trace.numbers.matrix(`Theta.${layer - 1}`);
      if (scales === null) {
        return null;
      }
      const [gamma, beta] = scales[row - 1].map((each) => latexNumber(each, format));
      return { named: `\\gamma_{${row}} = ${gamma},\\; \\beta_{${row}} = ${beta}`, brief: `\\gamma\\, ${gamma},\\; \\beta\\, ${beta}` };
    }
    case "max-pool2d": {
      const { z } = unitState(moment, layer, unit);
      const isKnown = z !== null && z.value !== null && !isPassedOver(moment, link);
      return isKnown ? { named: `\\max:\\; ${name} = ${number}`, brief: "\\max" } : null;
    }
    case "residual":
      return value === null ? null : { named: `{}+ ${name} = ${number}`, brief: `{}+ ${number}` };
    default:
      return null;
  }
}
