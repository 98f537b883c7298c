/** A network in a line, as "2 – 8 BN – 8 BN – 1", and its layers in words. */
import { shapeText } from "./shapes.js";
import { typeOf } from "./kinds.js";

/** @import { Layer } from "./kinds.js" */

/** A line that is longer than this is folded. */
const LONGEST = 30;
const FEWEST_SHOWN = 2;

/**
 * @param {{inputs: number | number[], layers: readonly Layer[]}} network
 * @param {string} [dash]
 */
export function inALine(network, dash = " – ") {
  return parts(network, dash).join(dash);
}

/**
 * The same where a file's name needs plain letters: "2-8_bn-1".
 * @param {{inputs: number | number[], layers: readonly Layer[]}} network
 */
export function inPlainLetters(network) {
  return inALine(network, "-").toLowerCase().replaceAll("×", "x").replace(/[()]/g, "").replace(/[ @]/g, "_");
}

/**
 * A layer in a sentence, as "convolution, 6 filters of 3×3, relu".
 * @param {Layer} layer
 * @returns {string}
 */
export function inWords(layer) {
  const { activation, units, filters, kernel, stride = 1, padding = 0, size, layers = [] } = layer;
  const then = activation && activation !== "linear" ? `, ${activation}` : "";
  switch (typeOf(layer)) {
    case "batch-norm":
      return `batch normalisation${then}`;
    case "conv2d":
      return `convolution, ${counted(filters, "filter")} of ${kernel}×${kernel}${stride > 1 ? `, stride ${stride}` : ""}${padding > 0 ? `, padding ${padding}` : ""}${then}`;
    case "max-pool2d":
      return `max pooling of ${size}×${size}`;
    case "flatten":
      return "flattened to a row";
    case "residual":
      return `residual block of ${layers.map(inWords).join("; ")}; then the addition${then}`;
    default:
      return `dense, ${counted(units, "unit")}${then}`;
  }
}

function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The same, with the middle left out where it is long. */
export function folded(network, dash = " – ") {
  const all = parts(network, dash);
  const whole = all.join(dash);
  if (whole.length <= LONGEST) {
    return whole;
  }
  const end = `${dash}…${dash}${all.at(-1)}`;
  let shown = all.length - 2;
  while (shown > FEWEST_SHOWN && all.slice(0, shown).join(dash).length + end.length > LONGEST) {
    shown--;
  }
  return all.slice(0, shown).join(dash) + end;
}

function parts({ inputs, layers }, dash) {
  return [shapeText([inputs].flat()), ...words(layers, dash)];
}

/** @returns {string[]} */
function words(layers, dash) {
  const said = [];
  for (const layer of layers) {
    if (typeOf(layer) === "batch-norm" && said.length > 0) {
      said.push(`${said.pop()} BN`);
    } else {
      said.push(word(layer, dash));
    }
  }
  return said;
}

function word(layer, dash) {
  switch (typeOf(layer)) {
    case "dense":
      return String(layer.units);
    case "conv2d":
      return `conv ${layer.filters}@${layer.kernel}×${layer.kernel}`;
    case "max-pool2d":
      return `pool ${layer.size}`;
    case "batch-norm":
      return "BN";
    case "residual":
      return `(${words(layer.layers ?? [], dash).join(dash)})`;
    default:
      return typeOf(layer);
  }
}
