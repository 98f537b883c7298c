import { html, nothing } from "lit";
import { paletteOf, scaleOf } from "../../lib/training/colours.js";
import { TrainingElement } from "../../lib/training/element.js";
import { unitsByLayer } from "../../lib/training/frame.js";
import { Mosaic } from "../../lib/training/mosaic.js";
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
  #mosaic = new Mosaic();
  #tiles = "";
  #moved = new ResizeObserver(() => this.#remeasure());
  #observed = null;
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
    this.#moved.disconnect();
    this.#observed = null;
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
      <canvas aria-hidden="true"></canvas>
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
      data-unit="unit.${layer}.${unit}"
      aria-label="Unit ${unit} of layer ${layer}, enlarge"
      @pointerenter=${show}
      @pointerleave=${leave}
      @focus=${show}
      @blur=${leave}
      @click=${show}
    ></button>`;
  }

  updated() {
    super.updated();
    const { frame, run } = this.playground;
    const canvas = this.querySelector("canvas");
    this.#observe(canvas);
    if (canvas === null || frame === null || run === null || isBetween(this.playground)) {
      return;
    }
    this.#palette ??= paletteOf(this);
    this.#mosaic.draw(canvas, this.#placed(), (name) => pictureOf(name, frame, run.network.activations), this.#palette);
  }

  #observe(canvas) {
    if (canvas !== this.#observed) {
      this.#moved.disconnect();
      this.#observed = canvas;
      if (canvas !== null) this.#moved.observe(canvas);
    }
  }

  #remeasure() {
    this.#mosaic.forget();
    this.again();
  }

  /** The tiles; others than before are at other places. */
  #placed() {
    const tiles = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".unit-tile"));
    const names = [...tiles].map(({ dataset }) => dataset.unit).join();
    if (names !== this.#tiles) {
      this.#tiles = names;
      this.#mosaic.forget();
    }
    return tiles;
  }
}

function pictureOf(name, frame, activations) {
  const grid = frame.grids.get(name);
  return grid ? { grid, scale: scaleOf(activations[Number(name.split(".")[1]) - 2], grid.values) } : null;
}

/** While a run goes on the small maps are drawn with every second frame: what is large is looked at. */
function isBetween({ run, going, shown }) {
  return going && shown === "live" && run.frames > 2 && run.frames % 2 === 1;
}

customElements.define("bs-unit-maps", UnitMaps);
