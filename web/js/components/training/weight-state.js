import { html, nothing } from "lit";
import { formatNumber, fullPrecision, signClass } from "../../lib/format.js";
import { getJson, isAbort } from "../../lib/api.js";
import { menu } from "../../lib/menu.js";
import { thetasOf } from "../../lib/layers/shapes.js";
import { TrainingElement } from "../../lib/training/element.js";
import { QUANTITIES } from "../../lib/training/optimizers.js";
import "../number-input.js";

/** Of numbers that an update changes a little, more is shown than elsewhere. */
const DECIMALS = 6;

/** `<bs-weight-state>`: one weight, and every number that the optimizer made of it in the update that is shown. */
export class WeightState extends TrainingElement {
  static properties = { layer: { state: true }, row: { state: true }, column: { state: true }, numbers: { state: true } };

  #asked = "";
  #asking = new AbortController();

  constructor() {
    super();
    this.layer = 1;
    this.row = 1;
    this.column = 0;
    /** @type {Record<string, number> | null} */
    this.numbers = null;
  }

  reads({ run, frame, stale, notation }) {
    return [run, frame?.header.iteration, stale, notation.decimals];
  }

  view({ run, notation }) {
    if (run === null) {
      return nothing;
    }
    const theta = this.#theta();
    return html`
      <p class="weight-choice">
        <span class="weight-field"
          ><span class="label" aria-hidden="true">layer</span>
          ${menu({
            label: "Layer",
            options: thetasOf(run.document.network).map(({ from }) => ({ value: from, text: String(from) })),
            value: theta.from,
            choose: (layer) => this.#choose({ layer }),
          })}</span
        >
        ${field("To unit", this.row, 1, theta.rows, (row) => this.#choose({ row }))}
        ${field("From unit, 0 is the bias", this.column, 0, theta.last, (column) => this.#choose({ column }))}
      </p>
      ${this.numbers === null
        ? nothing
        : html`<table class="weight-numbers" aria-label="Numbers of the update of one weight">
            <tbody>
              ${Object.entries(this.numbers).map(
                ([name, value]) => html`<tr>
                  <th scope="row">${QUANTITIES[name] ?? name}</th>
                  <td class=${signClass(value)} title=${fullPrecision(value)}>
                    ${formatNumber(value, { ...notation, decimals: Math.max(notation.decimals, DECIMALS), fixed: true })}
                  </td>
                </tr>`,
              )}
            </tbody>
          </table>`}
    `;
  }

  /** The matrix that is looked into; the first where the network has another shape now. */
  #theta() {
    const thetas = thetasOf(this.playground.run?.document.network ?? { inputs: 1, layers: [] });
    return thetas.find(({ from }) => from === this.layer) ?? thetas[0];
  }

  #choose(patch) {
    Object.assign(this, patch);
    this.#keepWithin();
  }

  #keepWithin() {
    const { from, rows, last } = this.#theta();
    this.layer = from;
    this.row = Math.min(this.row, rows);
    this.column = Math.min(this.column, last);
  }

  willUpdate() {
    if (this.player && this.playground.run) {
      this.#keepWithin();
    }
  }

  updated() {
    super.updated();
    const { run, frame } = this.playground;
    if (run && frame) {
      this.#ask(`/api/training/runs/${run.id}/iterations/${frame.header.iteration}/weight?address=Theta.${this.layer}.${this.row}.${this.column}`);
    }
  }

  /** One question at a time: while a run goes, the next one waits for the answer. */
  async #ask(path) {
    if (path === this.#asked) {
      return;
    }
    this.#asked = path;
    this.#asking.abort();
    this.#asking = new AbortController();
    try {
      const numbers = await getJson(path, this.#asking.signal);
      if (path === this.#asked) {
        this.numbers = numbers;
      }
    } catch (error) {
      if (!isAbort(error)) {
        this.numbers = null;
      }
    }
  }
}

function field(label, value, min, max, choose) {
  return html`<span class="weight-field"
    ><span class="label" aria-hidden="true">${label.toLowerCase()}</span>
    <bs-number label=${label} whole min=${min} max=${max} .value=${value} @bs-number=${(event) => choose(event.detail)}></bs-number
  ></span>`;
}

customElements.define("bs-weight-state", WeightState);
