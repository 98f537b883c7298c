import { LitElement, html, svg } from "lit";
import { formatNumber } from "../../lib/format.js";
import { linearAxis } from "../../lib/training/axis.js";

const HEIGHT = 260;
const EDGE = { left: 40, right: 8, top: 10, bottom: 26 };

/** `<bs-bumps-picture>`: the function, its bumps, and what the network of the units so far puts out. */
export class BumpsPicture extends LitElement {
  static properties = { answer: { attribute: false }, notation: { attribute: false }, width: { state: true } };

  #resize = new ResizeObserver(([entry]) => (this.width = Math.round(entry.contentRect.width)));

  constructor() {
    super();
    /** @type {any} */
    this.answer = null;
    this.notation = {};
    this.width = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  createRenderRoot() {
    return this;
  }

  render() {
    if (this.answer === null || this.width === 0) {
      return html`<div class="bumps-room"></div>`;
    }
    const right = this.width - EDGE.right;
    const { x, target, curve, bumps, shown } = this.answer;
    const axis = linearAxis([...target, ...curve, ...bumps.map(({ height }) => height)], [0, 0]);
    const left = (value) => EDGE.left + ((value - x[0]) / (x.at(-1) - x[0])) * (right - EDGE.left);
    const top = (value) => HEIGHT - EDGE.bottom - axis.place(value) * (HEIGHT - EDGE.top - EDGE.bottom);
    const number = (value) => formatNumber(value, { decimals: 2 });
    return html`
      <svg class="bumps-drawing" width=${this.width} height=${HEIGHT} role="img" aria-label=${this.#spoken()}>
        ${axis.ticks.map(
          (tick) => svg`<line class="grid-line" x1=${EDGE.left} x2=${right} y1=${top(tick)} y2=${top(tick)}></line>
            <text class="tick-text" x=${EDGE.left - 8} y=${top(tick) + 4} text-anchor="end">${number(tick)}</text>`,
        )}
        ${[x[0], x.at(-1)].map(
          (tick, at) =>
            svg`<text class="tick-text" x=${left(tick)} y=${HEIGHT - 8} text-anchor=${at === 0 ? "start" : "end"}>${number(tick)}</text>`,
        )}
        ${bumps.map((bump, at) => this.#bump(bump, stageOf(at, shown), left, top))}
        <path class="bumps-target" d=${pathOf(x, target, left, top)}></path>
        <path class="fitted" d=${pathOf(x, curve, left, top)}></path>
      </svg>
      <div class="picture-legend">
        <span><i class="stroke dashed" aria-hidden="true"></i>function</span>
        <span><i class="stroke" aria-hidden="true"></i>network</span>
        <span><i class="bumps-mark" aria-hidden="true"></i>bump</span>
        <span><i class="bumps-mark newest" aria-hidden="true"></i>newest unit</span>
      </div>
    `;
  }

  #bump({ from, to, height }, stage, left, top) {
    const [high, low] = [Math.min(top(height), top(0)), Math.max(top(height), top(0))];
    return svg`<rect class="bump ${stage}" x=${left(from)} width=${left(to) - left(from)} y=${high} height=${low - high}></rect>`;
  }

  #spoken() {
    const { shown, units, error } = this.answer;
    return `The function and the network of ${shown} of ${units} units: at most ${formatNumber(error, this.notation)} apart`;
  }
}

/** Whether a bump is there, is the one of the newest unit, or is still to come. */
function stageOf(at, shown) {
  if (2 * (at + 1) < shown) return "there";
  return 2 * at < shown ? "newest" : "to-come";
}

function pathOf(x, values, left, top) {
  let path = "";
  values.forEach((value, at) => {
    if (Number.isFinite(value)) {
      path += `${path === "" ? "M" : "L"}${left(x[at]).toFixed(1)} ${top(value).toFixed(1)}`;
    }
  });
  return path;
}

customElements.define("bs-bumps-picture", BumpsPicture);
