import { html, nothing } from "lit";
import { ALONE, heatImage, paletteOf, scaleOf } from "../../lib/training/colours.js";
import { TrainingElement } from "../../lib/training/element.js";
import { unitsByLayer } from "../../lib/training/frame.js";
import { textOf, typeOf } from "../../lib/layers/kinds.js";
import { byNumber } from "../../lib/layers/tree.js";
import { followTheme } from "../../lib/training/theme-change.js";

const MOST = 16;

/** Of more layers than this only the first and the last are shown, until all are asked for. */
const MOST_LAYERS = 6;

/** Kinds that are told beside their maps; the others are told by their units. */
const SHORT = Object.freeze({ "batch-norm": "BN", residual: "residual" });

/** `<bs-unit-maps>`: what each hidden unit puts out over the same inputs. One that is looked at lies over the main map. */
export class UnitMaps extends TrainingElement {
  static properties = { all: { state: true } };

  #palette = null;
  #unfollowTheme = () => {};

  constructor() {
    super();
    this.all = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unfollowTheme = followTheme(() => {
      this.#palette = null;
      this.requestUpdate();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#unfollowTheme();
  }

  view({ run, frame, stale }) {
    if (run === null || frame === null || run.data.inputs > 2) {
      return nothing;
    }
    const layers = unitsByLayer(frame);
    const kinds = byNumber(run.document.network.layers);
    const rows = (some) => some.map(({ layer, units }) => this.#layer(layer, units, run.network.sizes[layer - 1], kinds[layer - 2]?.layer));
    const folds = layers.length > MOST_LAYERS;
    return html`<div class="unit-layers ${stale ? "stale" : ""}">
      ${folds && !this.all
        ? html`${rows(layers.slice(0, MOST_LAYERS / 2))} ${this.#fold(layers.length)} ${rows(layers.slice(-MOST_LAYERS / 2))}`
        : rows(layers)}
      ${folds && this.all ? this.#fold(layers.length) : nothing}
    </div>`;
  }

  #fold(count) {
    return html`<p class="unit-fold">
      <button class="link-button" type="button" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>
        ${this.all ? "Show fewer layers" : `Show all ${count} layers`}
      </button>
    </p>`;
  }

  #layer(layer, units, count, spec) {
    const shown = units.slice(0, MOST);
    const rest = count - shown.length;
    const short = spec && SHORT[typeOf(spec)];
    const counted = `${count} ${count === 1 ? "unit" : "units"}`;
    return html`<div class="unit-layer" role="group" aria-label="Layer ${layer}, ${short ? `${textOf(typeOf(spec))}, ` : ""}${counted}">
      <span class="caption unit-layer-name">layer ${layer},<br />${short ?? counted}</span>
      <div class="unit-tiles">
        ${shown.map((_, at) => this.#tile(layer, at + 1))}
        ${rest > 0 ? html`<span class="caption">and ${rest} more</span>` : nothing}
      </div>
    </div>`;
  }

  #tile(layer, unit) {
    const show = () => this.playground.enlarge({ layer, unit });
    const leave = () => this.playground.enlarge(null);
    return html`<button
      class="unit-tile"
      type="button"
      aria-label="Unit ${unit} of layer ${layer}, enlarge"
      @pointerenter=${show}
      @pointerleave=${leave}
      @focus=${show}
      @blur=${leave}
      @click=${show}
    >
      <canvas data-unit="unit.${layer}.${unit}" aria-hidden="true"></canvas>
    </button>`;
  }

  updated() {
    super.updated();
    const { frame, run } = this.playground;
    if (frame === null || run === null || isBetween(this.playground)) {
      return;
    }
    this.#palette ??= paletteOf(this);
    for (const canvas of this.querySelectorAll("canvas")) {
      const name = canvas.dataset.unit ?? "";
      const grid = frame.grids.get(name);
      if (grid) {
        const activation = run.network.activations[Number(name.split(".")[1]) - 2];
        this.#draw(canvas, grid, scaleOf(activation, grid.values));
      }
    }
  }

  #draw(canvas, grid, scale) {
    if (grid.rows > 1) {
      const image = heatImage(grid, scale, this.#palette, ALONE);
      if (canvas.width !== image.width || canvas.height !== image.height) {
        canvas.width = image.width;
        canvas.height = image.height;
      }
      canvas.getContext("2d").putImageData(image, 0, 0);
      return;
    }
    drawCurve(canvas, grid.values, scale, this.#palette);
  }
}

/** While a run goes on the small maps are drawn with every second frame: what is large is looked at. */
function isBetween({ run, going, shown }) {
  return going && shown === "live" && run.frames > 2 && run.frames % 2 === 1;
}

/** A small curve, with a hairline at zero. */
function drawCurve(canvas, values, { low, high }, { ink, unknown }) {
  const [width, height] = [96, 96];
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  const y = (value) => height - 8 - ((value - low) / (high - low)) * (height - 16);
  context.lineWidth = 2;
  context.strokeStyle = `rgb(${unknown.join(" ")})`;
  context.beginPath();
  context.moveTo(0, y(0));
  context.lineTo(width, y(0));
  context.stroke();
  context.strokeStyle = `rgb(${ink.join(" ")})`;
  context.lineWidth = 3;
  context.beginPath();
  values.forEach((value, at) => context.lineTo((at / (values.length - 1)) * width, y(value)));
  context.stroke();
}

customElements.define("bs-unit-maps", UnitMaps);
