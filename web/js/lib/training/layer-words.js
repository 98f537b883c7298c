/** A network in a line, as "2 – 8 BN – 8 BN – 1". */
import { shapeText } from "./layer-shapes.js";
import { typeOf } from "./layer-kinds.js";

/** @import { Layer } from "./layer-kinds.js" */

/** A line that is longer than this is folded. */
const LONGEST = 30;
const FEWEST_SHOWN = 2;

/**
 * @param {{inputs: number | number[], layers: readonly Layer[]}} network
 * @param {string} [dash]
 */
export function inALine(network, dash = " – ") {
  return parts(network).join(dash);
}

/** The same, with the middle left out where it is long. */
export function folded(network, dash = " – ") {
  const all = parts(network);
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

function parts({ inputs, layers }) {
  return [shapeText([inputs].flat()), ...words(layers)];
}

/** @returns {string[]} */
function words(layers) {
  const said = [];
  for (const layer of layers) {
    if (typeOf(layer) === "batch-norm" && said.length > 0) {
      said.push(`${said.pop()} BN`);
    } else {
      said.push(word(layer));
    }
  }
  return said;
}

function word(layer) {
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
      return `(${words(layer.layers ?? []).join(" – ")})`;
    default:
      return typeOf(layer);
  }
}
