/**
 * The layers of a document in words, whatever their kind, and how they are numbered: those of a residual block count like all
 * others, and the addition at its end is one more.
 */

/**
 * @typedef {object} Layer as it stands in a document
 * @property {string} type
 * @property {number} [units]
 * @property {string} [activation]
 * @property {number} [filters]
 * @property {number} [kernel]
 * @property {number} [stride]
 * @property {number} [padding]
 * @property {number} [size]
 * @property {Layer[]} [layers]
 */

/** Whether all layers are fully connected.
 * @param {{layers: Layer[]}} network
 */
export function isDense({ layers }) {
  return layers.every(({ type }) => type === undefined || type === "dense");
}

/**
 * "3–3–1", "2–8–BN–8–BN–1", "1×8×8–conv 6@3×3–pool 2–flat–10", "2–4–(4–4)+–1".
 * @param {{inputs: number | number[], layers: Layer[]}} network
 */
export function layersText({ inputs, layers }) {
  return [inputsText(inputs), ...layers.map(shortText)].join("–");
}

/** @param {number | number[]} inputs */
export function inputsText(inputs) {
  return Array.isArray(inputs) ? inputs.join("×") : String(inputs);
}

/**
 * The same where a file's name needs plain letters: "2-8-bn-1".
 * @param {{inputs: number | number[], layers: Layer[]}} network
 */
export function plainText(network) {
  return layersText(network)
    .toLowerCase()
    .replaceAll("×", "x")
    .replace(/[()+]/g, "")
    .replaceAll("–", "-")
    .replace(/[ @]/g, "_");
}

/** @param {Layer} layer */
function shortText({ type, units, filters, kernel, size, layers = [] }) {
  switch (type) {
    case "batch-norm":
      return "BN";
    case "conv2d":
      return `conv ${filters}@${kernel}×${kernel}`;
    case "max-pool2d":
      return `pool ${size}`;
    case "flatten":
      return "flat";
    case "residual":
      return `(${layers.map(shortText).join("–")})+`;
    default:
      return String(units);
  }
}

/**
 * A layer that cannot be edited, in words.
 * @param {Layer} layer
 */
export function layerWords({ type, activation, units, filters, kernel, stride = 1, padding = 0, size, layers = [] }) {
  const then = activation && activation !== "linear" ? `, ${activation}` : "";
  switch (type) {
    case "batch-norm":
      return `batch normalisation${then}`;
    case "conv2d":
      return `convolution, ${counted(filters, "filter")} of ${kernel}×${kernel}${stride > 1 ? `, stride ${stride}` : ""}${padding > 0 ? `, padding ${padding}` : ""}${then}`;
    case "max-pool2d":
      return `max pooling of ${size}×${size}`;
    case "flatten":
      return "flattened to a row";
    case "residual":
      return `residual block of ${layers.map(layerWords).join("; ")}; then the addition${then}`;
    default:
      return `dense, ${counted(units, "unit")}${then}`;
  }
}

/**
 * All layers but the inputs in the order of their numbers, from 2 on.
 * @param {Layer[]} layers
 * @returns {Layer[]}
 */
export function flatLayers(layers) {
  return layers.flatMap((layer) => (layer.type === "residual" ? [...flatLayers(layer.layers ?? []), layer] : [layer]));
}

/**
 * The number of each layer of the document; a residual block has that of its addition.
 * @param {Layer[]} layers
 */
export function numbersOf(layers) {
  let number = 1;
  return layers.map((layer) => (number += flatLayers([layer]).length));
}

/**
 * Rows and columns of each matrix of weights, in the order of a document; layers without weights have none.
 * @param {{inputs: number | number[], layers: Layer[]}} network
 * @returns {[number, number][]}
 */
export function thetaShapes({ inputs, layers }) {
  let shape = inputs;
  return flatLayers(layers).flatMap((layer) => {
    const found = thetaShape(layer, shape);
    shape = outputShape(layer, shape);
    return found ? [found] : [];
  });
}

/** @returns {[number, number] | null} */
function thetaShape({ type = "dense", units, filters, kernel }, shape) {
  switch (type) {
    case "dense":
      return [units, size(shape) + 1];
    case "batch-norm":
      return [channels(shape), 2];
    case "conv2d":
      return [filters, channels(shape) * kernel * kernel + 1];
    default:
      return null;
  }
}

function outputShape({ type = "dense", units, filters, kernel, stride = 1, padding = 0, size: window }, shape) {
  const [, height, width] = Array.isArray(shape) ? shape : [shape, 1, 1];
  switch (type) {
    case "dense":
      return units;
    case "conv2d":
      return [filters, ...[height, width].map((side) => Math.floor((side + 2 * padding - kernel) / stride) + 1)];
    case "max-pool2d":
      return [channels(shape), Math.floor(height / window), Math.floor(width / window)];
    case "flatten":
      return size(shape);
    default:
      return shape;
  }
}

function size(shape) {
  return Array.isArray(shape) ? shape.reduce((product, side) => product * side, 1) : shape;
}

function channels(shape) {
  return Array.isArray(shape) ? shape[0] : shape;
}

function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
