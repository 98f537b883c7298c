import { LitElement, html, nothing } from "lit";
import { formatNumber } from "../../lib/format.js";
import { writtenValue } from "../../lib/training/sweep-axis.js";
import { goodness, isFinal, scaleOf, scoreOf } from "../../lib/training/sweep-score.js";

/** @import { Sweep } from "../../lib/training/sweep-keeper.js" */
/** @import { Setting } from "../../lib/training/sweep-axis.js" */
/** @import { Cell, Measure } from "../../lib/training/sweep-score.js" */

/** What stands in a cell that has no number, and what a reader hears of it. */
const WORDS = Object.freeze({ diverged: "diverged", failed: "failed", queued: "waits", paused: "paused", running: "begins" });

/** Where an arrow leads, in rows and columns. */
const STEPS = Object.freeze({ ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] });

/**
 * `<bs-sweep-map>`: the runs of a sweep as a table that is a heat map. Fires "bs-open-run" with the name of the run whose cell
 * is pressed. It is one tab stop; arrows move among its cells.
 */
export class SweepMap extends LitElement {
  static properties = {
    sweep: { attribute: false },
    settings: { attribute: false },
    measure: { attribute: false },
    current: { attribute: false },
    notation: { attribute: false },
  };

  /** @type {Element | null} the cell that focus was in last */
  #focused = null;

  constructor() {
    super();
    /** @type {Sweep | null} */
    this.sweep = null;
    /** @type {readonly Setting[]} */
    this.settings = [];
    /** @type {Measure | null} */
    this.measure = null;
    /** @type {string | null} the run that the page shows */
    this.current = null;
    /** @type {{decimals?: number, mark?: "point" | "comma"}} */
    this.notation = {};
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { sweep, measure } = this;
    if (sweep === null || measure === null) {
      return nothing;
    }
    const scale = scaleOf(sweep.cells, measure);
    const { rows, columns } = sweep;
    return html`
      <div class="sweep-frame" role="group" aria-label="Results of the sweep" @keydown=${this.#onKeydown} @focusin=${this.#onFocus}>
        <table class="sweep-map">
          <caption class="visually-hidden">
            ${measure.text} by ${this.#title(rows)} and ${this.#title(columns)}
          </caption>
          <thead>
            <tr>
              <td></td>
              <th scope="colgroup" colspan=${columns.values.length}>${this.#title(columns)}</th>
            </tr>
            <tr>
              <th scope="col" class="sweep-corner">${this.#title(rows)}</th>
              ${columns.values.map((value) => html`<th scope="col">${this.#written(value)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${sweep.cells.map(
              (cells, row) => html`<tr>
                <th scope="row">${this.#written(rows.values[row])}</th>
                ${cells.map((cell) => this.#cell(cell, scale, measure))}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${scale === null || scale.best === scale.worst
        ? nothing
        : html`<p class="sweep-scale caption">
            <span>${this.#measured(scale.worst)}${scale.open ? " and more" : ""}</span><span class="sweep-ramp" aria-hidden="true"></span
            ><span>${this.#measured(scale.best)}, best</span>
          </p>`}
    `;
  }

  /**
   * @param {Cell} cell
   * @param {Measure} measure
   */
  #cell(cell, scale, measure) {
    const score = scoreOf(cell, measure);
    const number = score === null ? null : this.#measured(score);
    const best = score !== null && score === scale.best;
    const good = score === null ? null : goodness(score, scale, measure);
    const current = cell.run !== undefined && cell.run === this.current;
    const inner = inside(cell, number, [best ? "best" : "", current ? "shown" : ""]);
    const kinds = [best ? "best" : "", current ? "current" : "", score === null ? "wordy" : ""];
    return html`<td class=${kinds.join(" ").trim()} data-good=${good === null ? nothing : Math.round(100 * good)}>
      ${cell.run && (cell.epoch > 0 || isFinal(cell))
        ? html`<button
            type="button"
            aria-current=${current ? "true" : nothing}
            title=${cell.reason ?? "Open this run"}
            @click=${() => this.dispatchEvent(new CustomEvent("bs-open-run", { detail: cell.run }))}
          >
            ${inner}
          </button>`
        : html`<span title=${cell.run ? nothing : "The server keeps this run no longer"}>${inner}</span>`}
    </td>`;
  }

  updated() {
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("tbody td"))) {
      each.style.setProperty("--good", `${each.dataset.good ?? 0}%`);
    }
    const buttons = [...this.querySelectorAll("button")];
    const stop = buttons.find((each) => each === this.#focused) ?? this.querySelector(".current button, .best button") ?? buttons[0];
    for (const each of buttons) {
      each.tabIndex = each === stop ? 0 : -1;
    }
  }

  #onFocus = (event) => {
    this.#focused = event.target;
    this.requestUpdate();
  };

  /** The next cell in the direction of the key that opens a run. */
  #onKeydown = (event) => {
    const step = STEPS[event.key];
    const from = event.target.closest("td");
    if (!step || from === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const rows = [...this.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")]);
    let row = rows.findIndex((cells) => cells.includes(from));
    let column = rows[row].indexOf(from);
    let next = null;
    do {
      row += step[0];
      column += step[1];
      next = rows[row]?.[column]?.querySelector("button");
    } while (next === null);
    next?.focus();
  };

  #measured(score) {
    return this.measure?.field.endsWith("Accuracy")
      ? `${formatNumber(100 * score, { ...this.notation, decimals: 1, fixed: true })}%`
      : formatNumber(score, { ...this.notation, fixed: true });
  }

  #written(value) {
    return writtenValue(value, this.notation.mark ?? "point");
  }

  #title({ setting }) {
    return this.settings.find((each) => each.setting === setting)?.title ?? setting;
  }
}

/**
 * @param {Cell} cell
 * @param {string | null} number
 * @param {string[]} marks
 */
function inside({ state, epoch }, number, marks) {
  const also = number === null ? "" : ({ running: `epoch ${epoch}`, paused: "paused" }[state] ?? "");
  const more = [...marks, also].filter(Boolean).join(", ");
  return html`<span class="sweep-number">${number ?? WORDS[state] ?? state}</span
    >${more ? html`<span class="sweep-more"> ${more}</span>` : nothing}`;
}

customElements.define("bs-sweep-map", SweepMap);
