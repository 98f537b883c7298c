/**
 * Names of the numbers of a network: as formulas, as they are said, and back from an address to its parts.
 */

import { MEASURES, MEMORIES, OPTIMIZER_LETTERS, OPTIMIZER_NAMES, OPTIMIZER_WORDS, PARTS, measureLatex } from "./optimizer-names.js";

/** @import { MeasureKind, MemoryKind, PartKind } from "./optimizer-names.js" */

/** @typedef {"z" | "a" | "delta" | "xHat" | "mean" | "variance" | "Theta" | "Delta" | "D" | "loss" | "J" | "y" | MemoryKind | PartKind | MeasureKind} Kind */

/**
 * @typedef {object} Parts of an address
 * @property {Kind} kind
 * @property {number | null} layer
 * @property {number | null} row unit or row, from 1; 0 is the bias unit
 * @property {number | null} column from 0, the bias weight
 * @property {number | null} example from 1
 * @property {boolean} updated after the update
 */

const ADDRESS = new RegExp(
  `^(z|a|delta|xHat|mean|variance|Theta|Delta|D|loss|J|y|${OPTIMIZER_NAMES})((?:\\.\\d+)*)(?:@(\\d+))?(?:~(\\d+))?$`,
);

/**
 * @param {string} address
 * @returns {Parts | null}
 */
export function partsOf(address) {
  const match = ADDRESS.exec(address);
  if (!match) {
    return null;
  }
  const [, kind, path, example, updates] = match;
  const numbers = path.split(".").slice(1).map(Number);
  const [layer = null, row = null, column = null] = kind === "y" ? [null, ...numbers] : numbers;
  return {
    kind: /** @type {Kind} */ (kind),
    layer,
    row,
    column,
    example: example === undefined ? null : Number(example),
    updated: updates !== undefined && updates !== "0",
  };
}

/**
 * The name of a unit's number or of a matrix's entry.
 * @param {string} address
 * @returns {string} LaTeX
 */
export function latexName(address) {
  const parts = partsOf(address);
  if (parts === null) {
    return `\\text{${address}}`;
  }
  const { kind, layer, row, column } = parts;
  const above = layer === null ? "" : `^{(${layer})}`;
  const below = row === null ? "" : `_{${index(row, column)}}`;
  switch (kind) {
    case "a":
      return layer === 1 ? `x${below}` : forward(`a${below}${above}`);
    case "z":
      return forward(`z${below}${above}`);
    case "delta":
      return backward(`\\delta${below}${above}`);
    case "xHat":
      return forward(`\\hat{x}${below}${above}`);
    case "mean":
      return forward(`\\mu${below}${above}`);
    case "variance":
      return forward(`\\sigma${below}^{2\\,(${layer})}`);
    case "Theta":
      return `\\Theta${below}${above}`;
    case "Delta":
      return `\\Delta${below}${above}`;
    case "D":
      return `D${below}${above}`;
    case "loss":
      return "\\ell";
    case "J":
      return "J";
    case "y":
      return `y${below}`;
    case "learningRate":
      return measureLatex(kind, "");
    default:
      return backward(MEASURES.has(kind) ? measureLatex(kind, above) : `${OPTIMIZER_LETTERS[kind]}${below}${above}`);
  }
}

const SPOKEN = {
  z: "z",
  a: "activation",
  delta: "delta",
  xHat: "normalised",
  mean: "mean of the batch",
  variance: "variance of the batch",
  Theta: "theta",
  Delta: "capital delta",
  D: "D",
  loss: "loss",
  J: "cost",
  y: "target",
  ...OPTIMIZER_WORDS,
};

const MATRICES = new Set(["Theta", "Delta", "D", ...MEMORIES, ...PARTS]);

/**
 * "activation, layer 2, unit 1", "theta, layer 1, row 2, column 0".
 * @param {string} address
 */
export function spokenName(address) {
  const parts = partsOf(address);
  if (parts === null) {
    return address;
  }
  const { kind, layer, row, column, updated } = parts;
  const words = [kind === "a" && layer === 1 ? "input" : SPOKEN[kind]];
  if (layer !== null && !(kind === "a" && layer === 1)) {
    words.push(`layer ${layer}`);
  }
  if (row !== null) {
    const whole = MATRICES.has(kind) ? `row ${row}` : spokenUnit(row);
    words.push(column === null ? whole : `row ${row}, column ${column}`);
  }
  return words.join(", ") + (updated ? " after the update" : "");
}

/** @param {number} unit 0 is the bias */
export function spokenUnit(unit) {
  return unit === 0 ? "bias unit" : `unit ${unit}`;
}

function index(row, column) {
  if (column === null) {
    return String(row);
  }
  return row > 9 || column > 9 ? `${row},${column}` : `${row}${column}`;
}

function forward(latex) {
  return `\\htmlClass{fwd}{${latex}}`;
}

function backward(latex) {
  return `\\htmlClass{bwd}{${latex}}`;
}
