import { html, nothing, svg } from "lit";
import { formatNumber } from "../../lib/format.js";
import { isWeightedSum, typeOf } from "../../lib/layers/kinds.js";
import { byNumber } from "../../lib/layers/tree.js";
import { TrainingElement } from "../../lib/training/element.js";

const WIDTH = 160;
const HEIGHT = 60;
/** Kinds that hand numbers on as they are. */
const PASSING = new Set(["max-pool2d", "flatten"]);
const GRIDS = /^histogram\.(\d+)$/;

/** `<bs-histograms>`: how the activations of each layer are spread at the moment that is shown. */
export class Histograms extends TrainingElement {
  view({ frame, run }) {
    if (frame === null) {
      return nothing;
    }
    const last = run.network.sizes.length;
    const kinds = byNumber(run.document.network.layers);
    const shown = [...frame.grids.values()].filter(({ name }) => GRIDS.test(name) && hasActivations(kinds, numberOf(name)));
    return html`<div class="histograms">
      ${shown.map((grid) => histogram(grid, last))}
    </div>
    <p class="caption">Activations heaped at the ends of their range are saturated: their slope is almost zero.</p>`;
  }
}

/** A layer that only hands on, and a sum that is normalised first, has no activation of its own. */
function hasActivations(kinds, number) {
  const { layer } = kinds[number - 2] ?? {};
  const next = kinds[number - 1]?.layer;
  const first = layer && isWeightedSum(layer) && layer.activation === "linear" && next && typeOf(next) === "batch-norm";
  return layer !== undefined && !PASSING.has(typeOf(layer)) && !first;
}

function numberOf(name) {
  return Number(name.match(GRIDS)?.[1]);
}

function histogram({ name, values, from, to }, last) {
  const layer = numberOf(name);
  const total = values.reduce((sum, each) => sum + each, 0) || 1;
  const most = Math.max(...values) || 1;
  const width = WIDTH / values.length;
  const title = layer === last ? `layer ${layer}, output` : `layer ${layer}`;
  const ends = (values[0] + values.at(-1)) / total;
  return html`<figure class="histogram">
    <figcaption class="caption">${title}</figcaption>
    <svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label="${title}: activations from ${formatNumber(from)} to ${formatNumber(to)}, ${Math.round(100 * ends)} percent at the ends"
    >
      ${[...values].map((count, at) => {
        const height = (count / most) * (HEIGHT - 2);
        return svg`<rect x=${at * width} y=${HEIGHT - height} width=${width - 0.5} height=${height}></rect>`;
      })}
    </svg>
    <span class="caption histogram-ends"><span>${formatNumber(from, { decimals: 2 })}</span><span>${formatNumber(to, { decimals: 2 })}</span></span>
  </figure>`;
}

customElements.define("bs-histograms", Histograms);
