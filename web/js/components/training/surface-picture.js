import { LitElement, html, nothing, svg } from "lit";
import { formatNumber } from "../../lib/format.js";
import { spokenNumber } from "../../lib/speech.js";
import { css, paletteOf } from "../../lib/training/colours.js";
import { contour } from "../../lib/training/contour.js";
import { emptied } from "../../lib/training/map-drawing.js";
import { valueAt } from "../../lib/training/plane.js";
import { placeAt, placed, reliefOf, shaded } from "../../lib/training/surface.js";
import { followTheme } from "../../lib/training/theme-change.js";

const KEY_STEP = 0.02;
const SIDE = 400;
const EDGES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The values as pixels, before they are scaled. */
const small = new OffscreenCanvas(1, 1);

/** `<bs-surface-picture>`: J over a plane of weights, with the ways of runs on it; a pointer or arrow keys read it out. */
export class SurfacePicture extends LitElement {
  static properties = {
    surface: { attribute: false },
    names: { attribute: false },
    at: { type: Number },
    notation: { attribute: false },
    lens: { state: true },
    side: { state: true },
  };

  #resize = new ResizeObserver(([entry]) => (this.side = Math.round(entry.contentRect.width)));
  #unfollowTheme = () => {};
  /** @type {[any, any]} */
  #relief = [null, null];

  constructor() {
    super();
    /** @type {import("../../lib/training/surface.js").Surface | null} */
    this.surface = null;
    /** @type {string[]} of the runs, where there are two */
    this.names = [];
    /** The update of the first run that the page shows. */
    this.at = 0;
    this.notation = {};
    /** @type {{right: number, down: number} | null} */
    this.lens = null;
    this.side = 0;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resize.observe(this);
    this.#unfollowTheme = followTheme(() => this.#draw());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#unfollowTheme();
  }

  get #shape() {
    if (this.#relief[0] !== this.surface) {
      this.#relief = [this.surface, reliefOf(this.surface)];
    }
    return this.#relief[1];
  }

  render() {
    if (this.surface === null) {
      return nothing;
    }
    const { least, isDeeper, most, isLog } = this.#shape;
    const said = this.#readout();
    const number = (value) => formatNumber(value, { ...this.notation, decimals: 2 });
    return html`
      <div
        class="heat-frame surface-frame"
        tabindex="0"
        role="application"
        aria-roledescription="map"
        aria-label=${said?.spoken ?? "Map of the loss over a plane of weights; arrow keys read it out"}
        @pointermove=${this.#onMove}
        @pointerleave=${() => (this.lens = null)}
        @keydown=${this.#onKeydown}
        @blur=${() => (this.lens = null)}
      >
        <canvas aria-hidden="true"></canvas>
        <svg class="surface-paths" viewBox="0 0 ${SIDE} ${SIDE}" aria-hidden="true">
          ${this.surface.paths.map((path, at) => this.#path(path, at))} ${this.#here()} ${this.#cross()}
        </svg>
        ${said ? html`<span class="heat-said surface-said" aria-hidden="true">${said.text}</span>` : nothing}
      </div>
      <div class="picture-legend">
        <span><i class="surface-mark start" aria-hidden="true"></i>start</span>
        <span><i class="surface-mark end" aria-hidden="true"></i>newest moment</span>
        <span><i class="surface-mark here" aria-hidden="true"></i>moment shown</span>
        <span class="picture-scale"
          >J ${isDeeper ? "≤ " : ""}${number(least)}<i class="ramp surface-ramp" aria-hidden="true"></i>${number(most)}${isLog ? ", log scale" : ""}</span
        >
      </div>
    `;
  }

  #path({ points }, at) {
    const places = points.map((point) => placed(this.surface, point, SIDE)).filter(({ x, y }) => Number.isFinite(x + y));
    if (places.length === 0) {
      return nothing;
    }
    const d = places.map(({ x, y }, k) => `${k === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
    const [start, end] = [places[0], places.at(-1)];
    const name = this.names[at];
    return svg`<path class="surface-halo" d=${d}></path>
      <path class="surface-path ${at > 0 ? "other" : ""}" d=${d}></path>
      <circle class="surface-start" cx=${start.x} cy=${start.y} r="4.5"></circle>
      <circle class="surface-end" cx=${end.x} cy=${end.y} r="4.5"></circle>
      ${name ? this.#name(name, end) : nothing}`;
  }

  #name(name, { x, y }) {
    const left = x > SIDE / 2;
    return svg`<text class="surface-name" x=${x + (left ? -10 : 10)} y=${y - 8} text-anchor=${left ? "end" : "start"}>${name}</text>`;
  }

  #here() {
    const { x, y } = placed(this.surface, placeAt(this.surface.paths[0], this.at), SIDE);
    return Number.isFinite(x + y) ? svg`<circle class="surface-here" cx=${x} cy=${y} r="6"></circle>` : nothing;
  }

  #cross() {
    return this.lens
      ? svg`<circle class="surface-cross" cx=${this.lens.right * SIDE} cy=${this.lens.down * SIDE} r="6"></circle>`
      : nothing;
  }

  #readout() {
    if (this.lens === null) {
      return null;
    }
    const { alpha, beta } = this.surface;
    const { right, down } = this.lens;
    const along = (axis, share) => axis[0] + share * (axis.at(-1) - axis[0]);
    const height = valueAt(this.#shape.grid, right, down);
    const cost = this.#shape.isLog ? 10 ** height : height;
    const deep = this.#shape.isDeeper && cost <= this.#shape.least * 1.0001 ? "at most " : "";
    const [a, b] = [along(alpha, right), along(beta, 1 - down)];
    const two = (value) => formatNumber(value, { ...this.notation, decimals: 2, fixed: true });
    return {
      text: `α ${two(a)}, β ${two(b)}: J ${deep}${formatNumber(cost, this.notation)}`,
      spoken: `alpha ${spokenNumber(a, this.notation)}, beta ${spokenNumber(b, this.notation)}: J ${deep}${spokenNumber(cost, this.notation)}`,
    };
  }

  /** The way and the readout lie above the map, and change without it. */
  updated(changed) {
    if (changed.has("surface") || changed.has("side")) {
      this.#draw();
    }
  }

  #draw() {
    if (this.surface === null || this.side === 0) {
      return;
    }
    const { grid, levels } = this.#shape;
    const canvas = this.querySelector("canvas");
    const context = emptied(canvas, this.side);
    const palette = paletteOf(canvas.parentElement);
    const image = shaded(this.#shape, palette);
    [small.width, small.height] = [image.width, image.height];
    small.getContext("2d").putImageData(image, 0, 0);
    const side = canvas.width;
    const cell = side / (grid.columns - 1);
    context.imageSmoothingQuality = "high";
    context.drawImage(small, -cell / 2, -cell / 2, side + cell, side + cell);
    context.strokeStyle = css(palette.ink);
    context.globalAlpha = 0.35;
    context.lineWidth = devicePixelRatio;
    context.beginPath();
    for (const level of levels) {
      contour(grid, level, (x1, y1, x2, y2) => {
        context.moveTo(x1 * cell, side - y1 * cell);
        context.lineTo(x2 * cell, side - y2 * cell);
      });
    }
    context.stroke();
  }

  #onMove = ({ clientX, clientY, currentTarget }) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    this.lens = { right: within((clientX - left) / width), down: within((clientY - top) / height) };
  };

  #onKeydown = (event) => {
    const [right, down] = EDGES[event.key] ?? [];
    if (right === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }
    const at = this.lens ?? { right: 0.5, down: 0.5 };
    this.lens = { right: within(at.right + right * KEY_STEP), down: within(at.down + down * KEY_STEP) };
    event.preventDefault();
    event.stopPropagation();
  };
}

function within(share) {
  return Math.min(Math.max(share, 0), 1);
}

customElements.define("bs-surface-picture", SurfacePicture);
