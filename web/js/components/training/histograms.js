import { html, nothing, svg } from "lit";
import { formatNumber } from "../../lib/format.js";
import { TrainingElement } from "../../lib/training/element.js";

const WIDTH = 160;
const HEIGHT = 60;
const GRIDS = /^histogram\.(\d+)$/;

/** `<bs-histograms>`: how the activations of each layer are spread at the moment that is shown. */
export class Histograms extends TrainingElement {
  view({ frame, run }) {
    if (frame === null) {
      return nothing;
    }
    const last = run.network.sizes.length;
    return html`<div class="histograms">
      ${[...frame.grids.values()].filter(({ name }) => GRIDS.test(name)).map((grid) => histogram(grid, last))}
    </div>
    <p class="caption">Activations heaped at the ends of their range are saturated: their slope is almost zero.</p>`;
  }
}

function histogram({ name, values, from, to }, last) {
  const layer = Number(name.match(GRIDS)[1]);
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
