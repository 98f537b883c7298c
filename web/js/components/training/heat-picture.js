import { html, nothing } from "lit";
import { formatNumber } from "../../lib/format.js";
import { paletteOf, scaleOf } from "../../lib/training/colours.js";
import { TrainingElement } from "../../lib/training/element.js";
import { outputsOf } from "../../lib/training/frame.js";
import { drawDecision, drawMap, emptied } from "../../lib/training/map-drawing.js";
import { planeOf, readoutOf, toPixels, toPoint } from "../../lib/training/plane.js";
import { drawPoints, legendOf, pointsOf } from "../../lib/training/points.js";
import { isOwnPoints, movedPoint, nearestPoint, placedPoint } from "../../lib/training/own-points.js";
import { followTheme } from "../../lib/training/theme-change.js";

const KEY_STEP = 0.02;

/** `<bs-heat-picture>`: the output over two inputs, the line where it decides, and the examples. */
export class HeatPicture extends TrainingElement {
  static properties = { lens: { state: true }, side: { state: true }, output: { state: true } };

  #palette = null;
  #resize = new ResizeObserver(([entry]) => (this.side = Math.round(entry.contentRect.width)));
  #observed = null;
  /** @type {number | null} the own point that is dragged */
  #dragged = null;
  #drawnPoints = [];
  #unfollowTheme = () => {};

  constructor() {
    super();
    /** @type {{right: number, down: number} | null} the place that is read out, as shares of the side */
    this.lens = null;
    this.side = 0;
    this.output = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unfollowTheme = followTheme(() => {
      this.#palette = null;
      this.#drawnPoints = [];
      this.requestUpdate();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#unfollowTheme();
    this.#resize.disconnect();
    this.#observed = null;
  }

  get #plane() {
    return planeOf(this.playground.run.data.bounds);
  }

  /** The map on the page: that of an output, or of a unit that is looked at. */
  get #grid() {
    const { frame, enlarged } = this.playground;
    if (frame === null) {
      return null;
    }
    const unit = enlarged && frame.grids.get(`unit.${enlarged.layer}.${enlarged.unit}`);
    const outputs = outputsOf(frame);
    return unit || outputs[Math.min(this.output, outputs.length - 1)] || null;
  }

  get #scale() {
    const { run, enlarged, frame } = this.playground;
    const activation = enlarged ? run.network.activations[enlarged.layer - 2] : run.network.activations.at(-1);
    const targets = enlarged ? [] : (run.data.y ?? []).map((row) => row[this.output]);
    const grid = this.#grid;
    return scaleOf(activation, enlarged && grid ? grid.values : frame ? targets : []);
  }

  /** What parts the examples: classes are 0 and 1, numbers lie on both sides of the middle of what may be put out. */
  get #middle() {
    const { data, network } = this.playground.run;
    const { low, high } = scaleOf(network.activations.at(-1), []);
    return data.kind === "regression" ? (low + high) / 2 : 0.5;
  }

  view(playground) {
    const { run, document } = playground;
    const own = isOwnPoints(document);
    const readout = this.lens && readoutOf(this.#grid, this.#plane, this.lens, playground.notation);
    return html`
      ${this.#outputs(run)}
      <div
        class="heat-frame ${own ? "places" : ""}"
        tabindex="0"
        role="application"
        aria-roledescription="map"
        aria-label=${this.#label(playground, readout)}
        @pointermove=${this.#onMove}
        @pointerdown=${this.#onDown}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}
        @pointerleave=${() => (this.lens = null)}
        @keydown=${this.#onKeydown}
        @blur=${() => (this.lens = null)}
      >
        <canvas class="heat-canvas" aria-hidden="true"></canvas>
        <canvas class="heat-points" aria-hidden="true"></canvas>
        <span class="heat-cross" aria-hidden="true" ?hidden=${!this.lens}></span>
        ${readout ? html`<span class="heat-said" aria-hidden="true">${readout.text}</span>` : nothing}
      </div>
      ${this.#legend(playground)}
    `;
  }

  #outputs({ data }) {
    const names = data.kind === "binary" ? [] : data.outputs;
    return names.length < 2
      ? nothing
      : html`<label class="picture-outputs label"
          >output
          <select class="field" @change=${(event) => (this.output = event.target.selectedIndex)}>
            ${names.slice(0, 10).map((name) => html`<option>${name}</option>`)}
          </select></label
        >`;
  }

  #legend({ run, notation, enlarged }) {
    const scale = this.#scale;
    const isNumber = run.data.kind === "regression" && !enlarged;
    return html`<div class="picture-legend">
      ${legendOf(run.data, this.#middle).map(({ mark, text }) => html`<span><i class="mark ${mark}" aria-hidden="true"></i>${text}</span>`)}
      <span class="picture-scale" role="img" aria-label="${isNumber ? "Colours of the prediction" : "Colours"} from ${formatNumber(scale.low, notation)} to ${formatNumber(scale.high, notation)}"
        >${isNumber ? "predicted " : nothing}${formatNumber(scale.low, notation)}<i class="ramp" aria-hidden="true"></i>${formatNumber(scale.high, notation)}</span
      >
    </div>`;
  }

  #label({ document }, readout) {
    const own = isOwnPoints(document) ? "; Enter places a point" : "";
    return readout ? readout.spoken : `Map of the prediction over two inputs; arrow keys read it out${own}`;
  }

  updated() {
    super.updated();
    const frame = /** @type {HTMLElement} */ (this.querySelector(".heat-frame"));
    if (frame && this.#observed !== frame) {
      this.#observed = frame;
      this.#resize.observe(frame);
    }
    if (frame && this.side > 0 && this.playground.run) {
      this.#palette ??= paletteOf(frame);
      this.#drawHeat();
      this.#drawExamples();
      this.#placeCross();
    }
  }

  #drawHeat() {
    const grid = this.#grid;
    const { run, going, shown } = this.playground;
    const context = emptied(this.querySelector(".heat-canvas"), this.side);
    if (grid !== null) {
      const scale = this.#scale;
      drawMap(context, grid, scale, this.#palette, going && shown === "live" ? "low" : "high");
      if (run.data.kind !== "regression") {
        drawDecision(context, grid, (scale.low + scale.high) / 2, this.#palette);
      }
    }
  }

  #drawExamples() {
    const { run, document } = this.playground;
    const key = [run.data, document.data, this.side, this.#palette, this.output, devicePixelRatio];
    if (key.every((each, at) => each === this.#drawnPoints[at])) {
      return;
    }
    this.#drawnPoints = key;
    const context = emptied(this.querySelector(".heat-points"), this.side);
    context.scale(devicePixelRatio, devicePixelRatio);
    const points = pointsOf(run.data, document, this.output);
    drawPoints(context, points, (x) => toPixels(this.#plane, this.side, x), this.#palette, this.#middle);
  }

  #placeCross() {
    const cross = /** @type {HTMLElement} */ (this.querySelector(".heat-cross"));
    if (this.lens) {
      const said = /** @type {HTMLElement | null} */ (this.querySelector(".heat-said"));
      const [x, y] = [this.lens.right * this.side, this.lens.down * this.side];
      cross.style.transform = `translate(${x}px, ${y}px)`;
      const left = Math.min(Math.max(4, x - said.offsetWidth / 2), this.side - said.offsetWidth - 4);
      said.style.transform = `translate(${left}px, ${y > 44 ? y - 36 : y + 14}px)`;
    }
  }

  #placeOf({ clientX, clientY }) {
    const { left, top, width, height } = this.querySelector(".heat-frame").getBoundingClientRect();
    return { right: within((clientX - left) / width), down: within((clientY - top) / height) };
  }

  #onMove = (event) => {
    const place = this.#placeOf(event);
    this.lens = place;
    if (this.#dragged !== null) {
      const { playground } = this;
      const point = toPoint(this.#plane, place.right, place.down);
      playground.edit(movedPoint(playground.document, this.#dragged, point), `point ${this.#dragged}`);
    }
  };

  #onDown = (event) => {
    if (event.button === 0 && isOwnPoints(this.playground.document)) {
      event.currentTarget.setPointerCapture(event.pointerId);
      this.#place(this.#placeOf(event));
    }
  };

  #place({ right, down }) {
    const { playground } = this;
    const near = nearestPoint(playground.document, (x) => toPixels(this.#plane, this.side, x), [
      right * this.side,
      down * this.side,
    ]);
    if (near === null) {
      const point = toPoint(this.#plane, right, down);
      playground.edit(placedPoint(playground.document, point, playground.pointClass));
    }
    this.#dragged = near ?? playground.document.data.x.length - 1;
  }

  #onUp = () => {
    this.#dragged = null;
  };

  #onKeydown = (event) => {
    const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
    const at = this.lens ?? { right: 0.5, down: 0.5 };
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (right !== undefined) {
        this.lens = { right: within(at.right + right * KEY_STEP), down: within(at.down + down * KEY_STEP) };
    } else if (event.key === "Enter" && isOwnPoints(this.playground.document)) {
      this.#place(at);
      this.#dragged = null;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

function within(share) {
  return Math.min(Math.max(share, 0), 1);
}

customElements.define("bs-heat-picture", HeatPicture);
