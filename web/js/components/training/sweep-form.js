import { LitElement, html, nothing } from "lit";
import { menu } from "../../lib/menu.js";
import { reasonAt, sentenceOf } from "../../lib/problem-place.js";
import { FIRST, readValues, usualValues, writtenValue, writtenValues } from "../../lib/training/sweep-axis.js";
import "../number-input.js";

/** @import { Setting } from "../../lib/training/sweep-axis.js" */
/** @import { Experiment } from "../../lib/training/experiment.js" */
/** @import { Problem } from "../../lib/types.js" */

const EPOCHS = 200;
const SIDES = /** @type {const} */ (["rows", "columns"]);
const NAMES = Object.freeze({ rows: "Rows", columns: "Columns" });

/**
 * `<bs-sweep-form>`: which two settings are varied, over which values, and how long each run is. Fires "bs-start-sweep" with
 * the request as its detail.
 */
export class SweepForm extends LitElement {
  static properties = {
    settings: { attribute: false },
    experiment: { attribute: false },
    sweep: { attribute: false },
    problem: { attribute: false },
    starting: { attribute: false },
    mark: { attribute: false },
    chosen: { state: true },
    epochs: { state: true },
  };

  constructor() {
    super();
    /** @type {readonly Setting[]} what can be varied */
    this.settings = [];
    /** @type {Experiment | null} */
    this.experiment = null;
    /** @type {import("../../lib/training/sweep-keeper.js").Sweep | null} the one that is shown, to begin with */
    this.sweep = null;
    /** @type {Problem | null} why the server starts none */
    this.problem = null;
    this.starting = false;
    /** @type {"point" | "comma"} */
    this.mark = "point";
    /** @type {Record<string, {setting: string, text: string, names: string[]}>} by side, once something was chosen */
    this.chosen = {};
    /** @type {number | null} */
    this.epochs = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { problem } = this;
    if (this.settings.length === 0) {
      return nothing;
    }
    const read = this.#read();
    const runs = read.rows.length * read.columns.length;
    const placed = SIDES.some((side) => reasonAt(problem, `/${side}`) !== null);
    return html`<form class="sweep-form" @submit=${this.#submit}>
      ${SIDES.map((side) => this.#side(side))}
      <div class="sweep-go">
        <label class="sweep-epochs"
          ><span aria-hidden="true">Epochs of each run</span
          ><bs-number
            label="Epochs of each run"
            whole
            min="1"
            max="100000"
            .value=${this.#epochs}
            .reason=${null}
            @bs-number=${(event) => (this.epochs = event.detail)}
          ></bs-number
        ></label>
        <button class="main-button" type="submit" ?disabled=${this.starting || runs === 0}>
          ${runs === 0 ? "Start the sweep" : `Start ${runs} ${runs === 1 ? "run" : "runs"}`}
        </button>
      </div>
      ${problem && !placed ? html`<p class="field-reason" role="alert">${sentenceOf(problem)}</p>` : nothing}
    </form>`;
  }

  get #epochs() {
    return this.epochs ?? this.sweep?.experiment.training.epochs ?? Math.min(this.experiment?.training.epochs ?? EPOCHS, EPOCHS);
  }

  #side(side) {
    const { settings: all, problem } = this;
    const other = this.#choice(side === "rows" ? "columns" : "rows").setting;
    const { setting } = this.#choice(side);
    const options = all.filter((each) => each.setting !== other).map((each) => ({ value: each.setting, text: each.title }));
    const id = `sweep-${side}-reason`;
    const reason = this.#reason(side) ?? reasonAt(problem, `/${side}`);
    return html`<fieldset class="sweep-side">
      <legend>${NAMES[side]}</legend>
      ${menu({ label: `Setting of the ${side}`, options, value: setting, choose: (value) => this.#choose(side, value) })}
      ${this.#setting(side).kind === "name" ? this.#names(side) : this.#numbers(side, reason === null ? null : id)}
      ${reason === null ? nothing : html`<span class="field-reason" id=${id} role="status">${reason}</span>`}
    </fieldset>`;
  }

  #numbers(side, reasonId) {
    return html`<input
      class="field sweep-values"
      autocomplete="off"
      aria-label=${`Values of the ${side}`}
      aria-invalid=${reasonId !== null}
      aria-describedby=${reasonId ?? nothing}
      .value=${this.#choice(side).text}
      @input=${(event) => this.#set(side, { text: event.target.value })}
    />`;
  }

  #names(side) {
    const { names } = this.#choice(side);
    const toggle = (name, on) => this.#set(side, { names: this.#setting(side).values.filter((each) => (each === name ? on : names.includes(each))) });
    return html`<span class="sweep-names" role="group" aria-label=${`Values of the ${side}`}>
      ${this.#setting(side).values.map(
        (name) => html`<label
          ><input type="checkbox" .checked=${names.includes(name)} @change=${(event) => toggle(name, event.target.checked)} />${writtenValue(name)}</label
        >`,
      )}
    </span>`;
  }

  /** @returns {Setting} */
  #setting(side) {
    const { settings: all } = this;
    return all.find(({ setting }) => setting === this.#choice(side).setting) ?? all[0];
  }

  #choice(side) {
    const shown = this.sweep?.[side];
    return this.chosen[side] ?? (shown ? this.#written(shown.setting, shown.values) : this.#beginning(FIRST[side]));
  }

  #beginning(name) {
    const { settings: all } = this;
    const setting = all.find((each) => each.setting === name) ?? all[0];
    const values = this.experiment === null ? [] : usualValues(setting, this.experiment);
    return this.#written(setting.setting, values);
  }

  #written(setting, values) {
    return { setting, text: writtenValues(values, this.mark), names: values };
  }

  #choose(side, setting) {
    this.chosen = { ...this.chosen, [side]: this.#beginning(setting) };
  }

  #set(side, change) {
    this.chosen = { ...this.chosen, [side]: { ...this.#choice(side), ...change } };
  }

  #reason(side) {
    const setting = this.#setting(side);
    const { text, names } = this.#choice(side);
    if (setting.kind === "name") {
      return names.length === 0 ? "At least one value, please." : null;
    }
    const read = readValues(text, setting, this.mark);
    return "reason" in read ? read.reason : null;
  }

  /** The values of both sides, none where they cannot be read. */
  #read() {
    const valuesOf = (side) => {
      const setting = this.#setting(side);
      const { text, names } = this.#choice(side);
      const read = setting.kind === "name" ? { values: names } : readValues(text, setting, this.mark);
      return "values" in read ? read.values : [];
    };
    return { rows: valuesOf("rows"), columns: valuesOf("columns") };
  }

  #submit = (event) => {
    event.preventDefault();
    const { rows, columns } = this.#read();
    const { experiment } = this;
    if (experiment && rows.length * columns.length > 0) {
      const detail = {
        ...experiment,
        training: { ...experiment.training, epochs: this.#epochs },
        rows: { setting: this.#choice("rows").setting, values: rows },
        columns: { setting: this.#choice("columns").setting, values: columns },
      };
      this.dispatchEvent(new CustomEvent("bs-start-sweep", { detail }));
    }
  };
}

customElements.define("bs-sweep-form", SweepForm);
