import { html, nothing, svg } from "lit";
import { formatNumber } from "../../lib/format.js";
import { linearAxis } from "../../lib/training/axis.js";
import { TrainingElement } from "../../lib/training/element.js";
import { outputsOf } from "../../lib/training/frame.js";
import { drawnFunction, isDrawn } from "../../lib/training/own-points.js";
import { planeOf } from "../../lib/training/plane.js";
import { curveLegendOf, pointsOf } from "../../lib/training/points.js";

const WIDTH = 480;
const HEIGHT = 400;
const EDGE = { left: 40, right: 8, top: 10, bottom: 28 };
const KEY_STEP = 0.02;

/** What an axis goes beyond the targets, as a share of their range. */
const ROOM = 0.1;

/** What a drawn function may reach. */
const DRAWING = /** @type {[number, number]} */ ([-1.2, 1.2]);

/** `<bs-curve-picture>`: the function that the network has become, over its one input, and the examples. */
export class CurvePicture extends TrainingElement {
  static properties = { lens: { state: true } };

  /** @type {{x: number, y: number} | null} where the pointer was while it draws */
  #pen = null;
  #axes = { key: [], x: [0, 1], y: linearAxis([]) };

  constructor() {
    super();
    /** @type {number | null} share of the width that is read out */
    this.lens = null;
  }

  get #curve() {
    const { frame, enlarged } = this.playground;
    if (frame === null) {
      return null;
    }
    return (enlarged && frame.grids.get(`unit.${enlarged.layer}.${enlarged.unit}`)) || outputsOf(frame)[0] || null;
  }

  /** The vertical axis belongs to the examples, so that it stands still while the curve moves. */
  #scales(run, document) {
    const key = [run.data, document.data];
    if (!key.every((each, at) => each === this.#axes.key[at])) {
      const targets = pointsOf(run.data, document, 0).map((point) => point.y);
      const y = linearAxis(withRoom(targets), isDrawn(document) ? DRAWING : undefined);
      this.#axes = { key, x: planeOf(run.data.bounds).across, y };
    }
    return this.#axes;
  }

  view(playground) {
    const { run, document } = playground;
    const { x, y } = this.#scales(run, document);
    const left = (value) => EDGE.left + ((value - x[0]) / (x[1] - x[0])) * (WIDTH - EDGE.left - EDGE.right);
    const top = (value) => HEIGHT - EDGE.bottom - y.place(value) * (HEIGHT - EDGE.top - EDGE.bottom);
    const curve = this.#curve;
    const said = this.#readout(curve, x);
    return html`
      <div
        class="curve-frame ${isDrawn(document) ? "places" : ""}"
        tabindex="0"
        role="application"
        aria-roledescription="curve"
        aria-label=${said?.spoken ?? "Curve of the prediction over the input; arrow keys read it out"}
        @pointermove=${this.#onMove}
        @pointerdown=${this.#onDown}
        @pointerup=${() => (this.#pen = null)}
        @pointercancel=${() => (this.#pen = null)}
        @pointerleave=${() => (this.lens = null)}
        @keydown=${this.#onKeydown}
        @blur=${() => (this.lens = null)}
      >
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
          ${y.ticks.map((tick) => gridLine(top(tick), formatNumber(tick, { decimals: 2 })))}
          ${[x[0], 0, x[1]].filter((tick, at) => at !== 1 || (x[0] < 0 && x[1] > 0)).map((tick) => across(left(tick), tick))}
          ${pointsOf(run.data, document, 0).map((point) => example(left(point.x[0]), top(point.y), point.test))}
          ${curve ? svg`<path class="fitted" d=${pathOf(curve.values, x, left, top)}></path>` : nothing}
          ${this.lens === null ? nothing : this.#cross(curve, x, left, top)}
        </svg>
        ${said ? html`<span class="heat-said curve-said" aria-hidden="true">${said.text}</span>` : nothing}
      </div>
      <div class="picture-legend">
        ${curveLegendOf(run.data).map(({ mark, text }) => html`<span><i class="mark ${mark}" aria-hidden="true"></i>${text}</span>`)}
        <span><i class="stroke" aria-hidden="true"></i>prediction</span>
      </div>
    `;
  }

  #cross(curve, [least, most], left, top) {
    const at = least + this.lens * (most - least);
    const value = curve ? valueOf(curve, this.lens) : NaN;
    return svg`<line class="lens-line" x1=${left(at)} x2=${left(at)} y1=${EDGE.top} y2=${HEIGHT - EDGE.bottom}></line>
      ${Number.isFinite(value) ? svg`<circle class="lens-dot" cx=${left(at)} cy=${top(value)} r="4"></circle>` : nothing}`;
  }

  #readout(curve, [least, most]) {
    if (this.lens === null || curve === null) {
      return null;
    }
    const { notation } = this.playground;
    const x = formatNumber(least + this.lens * (most - least), { ...notation, decimals: 2, fixed: true });
    const y = formatNumber(valueOf(curve, this.lens), notation);
    return { text: `x ${x}: ${y}`, spoken: `x ${x}: ${y}`.replaceAll("−", "minus ") };
  }

  /** The place of the pointer in the data. */
  #placeOf({ clientX, clientY }) {
    const { left, top, width } = this.querySelector("svg").getBoundingClientRect();
    const [px, py] = [((clientX - left) / width) * WIDTH, ((clientY - top) / width) * WIDTH];
    const share = Math.min(Math.max((px - EDGE.left) / (WIDTH - EDGE.left - EDGE.right), 0), 1);
    const up = Math.min(Math.max((HEIGHT - EDGE.bottom - py) / (HEIGHT - EDGE.top - EDGE.bottom), 0), 1);
    const { x, y } = this.#axes;
    return { share, x: x[0] + share * (x[1] - x[0]), y: y.ticks[0] + up * (y.ticks.at(-1) - y.ticks[0]) };
  }

  #onDown = (event) => {
    if (event.button === 0 && isDrawn(this.playground.document)) {
      event.currentTarget.setPointerCapture(event.pointerId);
      this.#pen = this.#placeOf(event);
      this.#draw(this.#pen);
    }
  };

  #onMove = (event) => {
    const place = this.#placeOf(event);
    this.lens = place.share;
    if (this.#pen) {
      this.#draw(place);
    }
  };

  #draw(place) {
    const { playground } = this;
    playground.edit(drawnFunction(playground.document, this.#pen, place), "drawing");
    this.#pen = place;
  }

  #onKeydown = (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
      this.lens = Math.min(Math.max((this.lens ?? 0.5) + by * KEY_STEP, 0), 1);
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

/** The targets, and a little above and below them: a curve that is fitted reaches beyond. */
function withRoom(targets) {
  const [least, most] = [Math.min(...targets), Math.max(...targets)];
  const room = ROOM * (most - least) || Math.abs(most) / 2 || ROOM;
  return targets.length === 0 ? targets : [least - room, most + room];
}

function gridLine(y, text) {
  return svg`<line class="grid-line" x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${y} y2=${y}></line>
    <text class="tick-text" x=${EDGE.left - 8} y=${y + 4} text-anchor="end">${text}</text>`;
}

/** The numbers at both ends stay within the picture. */
function across(x, tick) {
  const anchor = x >= WIDTH - EDGE.right ? "end" : x <= EDGE.left ? "start" : "middle";
  return svg`<text class="tick-text" x=${x} y=${HEIGHT - 8} text-anchor=${anchor}>${formatNumber(tick, { decimals: 1 })}</text>`;
}

function example(x, y, test) {
  return svg`<circle class="example ${test ? "test" : ""}" cx=${x} cy=${y} r="3.5"></circle>`;
}

function pathOf(values, [least, most], left, top) {
  const last = values.length - 1;
  let path = "";
  values.forEach((value, at) => {
    if (Number.isFinite(value)) {
      const x = left(least + (at / last) * (most - least));
      path += `${path === "" ? "M" : "L"}${x.toFixed(1)} ${Math.min(Math.max(top(value), -50), HEIGHT + 50).toFixed(1)}`;
    }
  });
  return path;
}

function valueOf({ values }, share) {
  const at = share * (values.length - 1);
  const before = Math.min(Math.floor(at), values.length - 2);
  return values[before] + (at - before) * (values[before + 1] - values[before]);
}

customElements.define("bs-curve-picture", CurvePicture);
