/** The kinds of layers: what they are called, which numbers they have, and how a new one begins. */

/** @import { Shape } from "./shapes.js" */

/**
 * A layer as it stands in documents; which fields it has depends on its type.
 * @typedef {object} Layer
 * @property {string} [type]
 * @property {number} [units]
 * @property {string} [activation]
 * @property {number} [filters]
 * @property {number} [kernel]
 * @property {number} [stride]
 * @property {number} [padding]
 * @property {number} [size]
 * @property {Layer[]} [layers]
 *
 * @typedef {{name: string, label: string, text: string, least: number, most: number, usual?: number}} Count
 */

const MOST_UNITS = 4096;
const LARGEST_WINDOW = 64;
const USUAL_UNITS = 8;

/** @type {Readonly<Record<string, {text: string, counts: readonly Count[]}>>} */
const KINDS = Object.freeze({
  dense: { text: "dense", counts: [{ name: "units", label: "Units", text: "units", least: 1, most: MOST_UNITS }] },
  "batch-norm": { text: "batch norm", counts: [] },
  residual: { text: "residual block", counts: [] },
  conv2d: {
    text: "convolution",
    counts: [
      { name: "filters", label: "Filters", text: "filters", least: 1, most: MOST_UNITS },
      { name: "kernel", label: "Kernel", text: "kernel", least: 1, most: LARGEST_WINDOW },
      { name: "stride", label: "Stride", text: "stride", least: 1, most: LARGEST_WINDOW, usual: 1 },
      { name: "padding", label: "Padding", text: "padding", least: 0, most: LARGEST_WINDOW, usual: 0 },
    ],
  },
  "max-pool2d": { text: "max pooling", counts: [{ name: "size", label: "Window", text: "window", least: 1, most: LARGEST_WINDOW }] },
  flatten: { text: "flatten", counts: [] },
});

const FOR_ROWS = Object.freeze(["dense", "batch-norm", "residual"]);
const FOR_IMAGES = Object.freeze(["conv2d", "max-pool2d", "flatten"]);

/** @param {Layer} layer */
export function typeOf({ type = "dense" }) {
  return type;
}

/** @param {string} type */
export function textOf(type) {
  return KINDS[type]?.text ?? type;
}

/** The whole numbers that a layer has. */
export function countsOf(layer) {
  return KINDS[typeOf(layer)]?.counts ?? [];
}

/** The types to choose from; what works on images only where the inputs are images. */
export function typesFor({ inputs }) {
  return Array.isArray(inputs) ? [...FOR_ROWS, ...FOR_IMAGES] : FOR_ROWS;
}

/** Whether a layer, or one in its block, works on images alone. */
export function needsImages(layer) {
  return FOR_IMAGES.includes(typeOf(layer)) || (layer.layers ?? []).some(needsImages);
}

/** @param {Layer} layer */
export function isDense(layer) {
  return typeOf(layer) === "dense";
}

/** Whether all layers are fully connected.
 * @param {{layers: readonly Layer[]}} network
 */
export function isAllDense({ layers }) {
  return layers.every(isDense);
}

/** Whether a layer is a weighted sum, of all units or of a patch. */
export function isWeightedSum(layer) {
  return ["dense", "conv2d"].includes(typeOf(layer));
}

/** Whether a layer has weights of its own. */
export function hasWeights(layer) {
  return isWeightedSum(layer) || typeOf(layer) === "batch-norm";
}

/**
 * A new layer that can stand behind numbers of a shape.
 * @param {string} type
 * @param {Shape | null} before
 * @param {string} activation of hidden units
 * @returns {Layer}
 */
export function newLayer(type, before, activation) {
  const image = before !== null && before.length === 3;
  switch (type) {
    case "batch-norm":
      return { type, activation: "linear" };
    case "residual":
      return { type, layers: block(image ? sameImage(before) : dense(before?.[0] ?? USUAL_UNITS), activation) };
    case "conv2d":
      return { type, filters: USUAL_UNITS, kernel: 3, activation };
    case "max-pool2d":
      return { type, size: 2 };
    case "flatten":
      return { type };
    default:
      return { ...dense(image ? 32 : (before?.[0] ?? USUAL_UNITS)), activation };
  }
}

function dense(units) {
  return { type: "dense", units };
}

function sameImage([channels]) {
  return { type: "conv2d", filters: channels, kernel: 3, padding: 1 };
}

function block(layer, activation) {
  return [
    { ...layer, activation },
    { ...layer, activation: "linear" },
  ];
}
