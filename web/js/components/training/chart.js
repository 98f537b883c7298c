import { html, nothing, svg } from "lit";
import { formatNumber, powerOfTen } from "../../lib/format.js";
import { apart, linearAxis, logAxis, shareAxis } from "../../lib/training/axis.js";
import { drawnLine, paths } from "../../lib/training/drawn-line.js";
import { TrainingElement } from "../../lib/training/element.js";
import { valueAt } from "../../lib/training/series.js";
import { grouped } from "../../lib/training/words.js";

/** @import { Series } from "../../lib/training/series.js" */

const HEIGHT = 226;
const EDGE = { left: 40, top: 10, bottom: 26 };
const LABEL_ROOM = 16;
const LETTER = 6.25;
const MOST_ROWS = 40;
const USUAL_SIZE = 16;

/** While a run goes its curves are drawn with every fifth frame: they change less than its picture. */
const FRAMES = 5;

/**
 * A chart over the epochs of a run: lines with their names at their ends, a bar at the moment that is shown, and the same
 * numbers as a table. Subclasses say what is drawn: `heading`, `note`, `isLog` or `isShare`, and `series(playground)`. It is drawn
 * in pixels of a page with letters of the usual size, and grows with them.
 */
export class Chart extends TrainingElement {
  static properties = { width: { state: true }, unit: { state: true }, asTable: { state: true } };

  heading = "";
  note = "";
  isLog = true;
  isShare = false;
  height = HEIGHT;
  /** Room for names at the right. */
  names = 96;

  #resize = new ResizeObserver(([entry]) => {
    this.unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_SIZE;
    this.width = Math.round(entry.contentRect.width / this.unit);
  });

  constructor() {
    super();
    this.width = 0;
    this.unit = 1;
    this.asTable = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  /**
   * @param {import("../../lib/training/playground.js").Playground} _playground
   * @returns {Series[]}
   */
  series(_playground) {
    return [];
  }

  reads({ run, points, at, shown, others, stale, notation, frame }) {
    const goes = shown === "live" && run?.state === "running" && run.frames >= FRAMES;
    const moment = goes ? [Math.floor(run.frames / FRAMES)] : [points, at];
    return [run, goes, ...moment, others.length, stale, notation.decimals, notation.mark, frame === null];
  }

  view(playground) {
    const { run, stale, at } = playground;
    const series = run === null ? [] : this.series(playground);
    const epoch = run === null ? 0 : at / run.perEpoch;
    return html`
      <section class="chart ${stale ? "stale" : ""}" aria-label=${this.heading}>
        <header class="chart-head">
          <h2>${this.heading}</h2>
          <span class="caption">${this.note}</span>
          <button
            class="plain-button caption chart-switch"
            type="button"
            aria-pressed=${this.asTable}
            aria-label="${this.heading} as a table"
            @click=${() => (this.asTable = !this.asTable)}
          >
            table
          </button>
        </header>
        ${this.asTable ? this.#table(series, epoch, playground.notation) : this.#chart(series, epoch, run, playground.notation)}
        ${this.after(playground)}
      </section>
    `;
  }

  /**
   * How far the axis goes.
   * @param {Series[]} series
   */
  lastEpoch(series) {
    return Math.max(1, ...series.filter((each) => !each.beside).map(({ points }) => points.at(-1)?.[0] ?? 0));
  }

  /** What stands below the chart. */
  after(_playground) {
    return nothing;
  }

  #chart(series, epoch, run, notation) {
    if (this.width === 0) {
      return html`<div class="chart-room"></div>`;
    }
    const last = this.lastEpoch(series);
    const first = run === null ? 0 : Math.min(run.first / run.perEpoch, last - 1);
    const within = series.map((each) => ({ ...each, points: each.points.filter(([x]) => x >= first && x <= last) }));
    const values = within.flatMap(({ points }) => points.map(([, y]) => y));
    const axis = this.isLog ? logAxis(values) : this.isShare ? shareAxis(values) : linearAxis(values);
    const right = this.width - this.names;
    const x = (value) => EDGE.left + ((value - first) / (last - first)) * (right - EDGE.left);
    const y = (value) => this.height - EDGE.bottom - axis.place(value) * (this.height - EDGE.top - EDGE.bottom);
    const shown = Math.min(epoch, last);
    const marked = run !== null && run.hasBegun;
    const lines = within.map((each) => drawnLine(each, { x, y, foot: this.height - EDGE.bottom }));
    return html`<svg
      class="chart-drawing"
      width=${this.width * this.unit}
      height=${this.height * this.unit}
      viewBox="0 0 ${this.width} ${this.height}"
      role="img"
      aria-label=${this.#spoken(within, shown, notation)}
    >
      ${axis.ticks.map((tick) => this.#gridLine(y(tick), right, tick))}
      ${marked ? svg`<rect class="chart-now" x=${x(shown) - 2.5} y="2" width="5" height=${this.height - EDGE.bottom - 2}></rect>` : nothing}
      ${this.#epochs(x, first, last, shown, marked)}
      ${lines.map(paths)}
      ${within.filter((each) => !each.beside).map((each) => this.#dot(each, shown, x, y))}
      ${this.#names(within, right, y)}
      </svg>
      ${lines.some(({ band }) => band.length > 0)
        ? html`<p class="caption">A line goes through the middle of neighbouring values, its band from the least to the largest of them.</p>`
        : nothing}`;
  }

  #gridLine(y, right, tick) {
    return svg`<line class="grid-line" x1=${EDGE.left} x2=${right} y1=${y} y2=${y}></line>
      <text class="tick-text" x=${EDGE.left - 7} y=${y + 4} text-anchor="end">${this.isShare ? percent(tick) : tickText(tick)}</text>`;
  }

  /** The first and the last epoch, and the one that is shown in bold where it has room. */
  #epochs(x, first, last, shown, marked) {
    const text = (value, className = "") =>
      svg`<text class="tick-text ${className}" x=${x(value)} y=${this.height - 8} text-anchor="middle">${grouped(Math.floor(value))}</text>`;
    const free = (value) => !marked || Math.abs(x(value) - x(shown)) > 4 * (grouped(last).length + 3);
    return [
      free(first) ? text(first) : nothing,
      free(last) ? text(last) : nothing,
      marked ? text(shown, "tick-now") : nothing,
    ];
  }

  #dot({ points, look }, epoch, x, y) {
    const value = valueAt(points, epoch);
    return value === null || (this.isLog && value <= 0)
      ? nothing
      : svg`<circle class="chart-dot ${look}" cx=${x(epoch)} cy=${y(value)} r="3.5"></circle>`;
  }

  /** What ends at 0 has no height on a log scale, so its name stands at the foot. */
  #names(series, right, y) {
    const foot = this.height - EDGE.bottom;
    const named = series
      .filter(({ points }) => points.length > 0)
      .map((each) => ({ ...each, isZero: this.isLog && each.points.at(-1)[1] <= 0 }));
    const heights = apart(
      named.map(({ points, isZero }) => (isZero ? foot : y(points.at(-1)[1]))),
      LABEL_ROOM,
      foot,
    );
    return named.map(
      ({ name, beside, look, isZero }, at) =>
        svg`<text class="chart-name ${look} ${beside ? "beside" : ""}" x=${right + 7} y=${heights[at] + 4}>${shortened(name, this.names)}${isZero ? ": 0" : ""}<title>${name}</title></text>`,
    );
  }

  #spoken(series, epoch, notation) {
    const said = series.map(({ name, points }) => {
      const value = valueAt(points, epoch);
      return value === null ? "" : `${name} ${this.#written(value, notation)}`;
    });
    return `${this.heading} at epoch ${Math.floor(epoch)}: ${said.filter(Boolean).join(", ") || "nothing yet"}`;
  }

  #written(value, notation) {
    return this.isShare ? percent(value) : formatNumber(value, notation);
  }

  #table(series, epoch, notation) {
    const own = series.filter((each) => !each.beside);
    const epochs = own[0]?.points.map(([x]) => x) ?? [];
    const each = Math.max(1, Math.ceil(epochs.length / MOST_ROWS));
    const rows = epochs.filter((_, at) => at % each === 0 || at === epochs.length - 1);
    const current = rows.findLast((row) => row <= epoch);
    return html`<div class="scrolling chart-table" tabindex="0" role="group" aria-label="${this.heading}, table">
      <table>
        <thead>
          <tr>
            <th scope="col">epoch</th>
            ${own.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr class=${row === current ? "now" : ""} aria-current=${row === current ? "step" : nothing}>
              <th scope="row">${Math.round(row * 100) / 100}</th>
              ${own.map(({ points }) => {
                const value = valueAt(points, row);
                return html`<td>${value === null ? "·" : this.#written(value, { ...notation, fixed: true })}</td>`;
              })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

function percent(share) {
  return `${Number((100 * share).toFixed(1))} %`;
}

function tickText(tick) {
  return tick !== 0 && (Math.abs(tick) < 1e-4 || Math.abs(tick) > 99_999)
    ? powerOfTen(tick)
    : String(tick).replace("-", "−");
}

function shortened(name, room) {
  const most = Math.floor(room / LETTER);
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
