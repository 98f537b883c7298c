import { html, nothing } from "lit";
import { reasonAt } from "../../lib/problem-place.js";
import { dataSets, inOrder, withDataSet } from "../../lib/training/datasets.js";
import { TrainingElement } from "../../lib/training/element.js";
import { fitted, withData } from "../../lib/training/experiment.js";
import { numberRow } from "../../lib/training/fields.js";
import { FIRST_FUNCTION, FIRST_POINTS, isDrawn, isOwnPoints, withoutLastPoint } from "../../lib/training/own-points.js";
import { choices } from "../../lib/choices.js";
import { csvColumns } from "./csv-columns.js";
import { preview } from "./data-preview.js";
import { pictureWays } from "./picture-ways.js";

/** @import { DataSetEntry } from "../../lib/training/datasets.js" */

const LARGEST_SEED = 2_147_483_647;

/** As many stand in the first row. */
const FIRST_ROW = 4;

/** What a reader brings along. */
const OWN = Object.freeze([
  { name: "points", title: "own points" },
  { name: "drawn", title: "drawn" },
  { name: "table", title: "CSV file" },
]);

/** `<bs-data-setup>`: what is learned from. */
export class DataSetup extends TrainingElement {
  static properties = { entries: { state: true }, failed: { state: true }, all: { state: true } };

  constructor() {
    super();
    /** @type {DataSetEntry[]} */
    this.entries = [];
    this.failed = false;
    this.all = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
  }

  async #fetch() {
    try {
      this.entries = inOrder(await dataSets());
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  reads({ document, problem, run, pointClass }) {
    return [document, problem, run, pointClass];
  }

  view({ document, problem, run }) {
    const chosen = chosenOf(document);
    const first = this.entries.slice(0, FIRST_ROW);
    const rest = [...this.entries.slice(FIRST_ROW), ...OWN];
    const open = this.all || rest.some(({ name }) => name === chosen);
    return html`
      <h2>Data</h2>
      ${this.failed
        ? html`<p class="caption">
            The data sets could not be fetched.
            <button class="link-button" type="button" @click=${() => this.#fetch()}>Try again</button>
          </p>`
        : nothing}
      <fieldset class="data-sets" role="radiogroup" aria-label="Data set">
        ${first.map((entry) => this.#choice(entry, chosen))} ${open ? rest.map((entry) => this.#choice(entry, chosen)) : nothing}
      </fieldset>
      ${open ? nothing : html`<button class="link-button data-more" type="button" @click=${() => (this.all = true)}>More data</button>`}
      ${reason(problem)} ${pictureWays(this.playground, this.entries.find(({ name }) => name === chosen))} ${this.#own(document)}
      <details class="setup-more">
        <summary class="opens">${said(run)}</summary>
        ${this.#settings(document, problem)}
      </details>
    `;
  }

  #choice(entry, chosen) {
    return html`<label class="data-set" title=${entry.title}>
      <input
        type="radio"
        name="data-set"
        value=${entry.name}
        aria-label=${entry.title}
        .checked=${entry.name === chosen}
        @change=${() => this.#choose(entry)}
      />
      ${preview(entry)}
      <span>${shortName(entry)}</span>
    </label>`;
  }

  #choose(entry) {
    const { playground } = this;
    const { document } = playground;
    if (entry.name === "points") {
      playground.edit({ data: FIRST_POINTS, ...fitted(document, { inputs: 2, outputs: 1, kind: "binary" }) });
    } else if (entry.name === "drawn") {
      playground.edit({ data: FIRST_FUNCTION, ...fitted(document, { inputs: 1, outputs: 1, kind: "regression" }) });
    } else if (entry.name === "table") {
      this.requestUpdate();
      /** @type {HTMLElement} */ (this.querySelector(".csv-field")).click();
    } else {
      playground.edit(withDataSet(entry, document));
    }
  }

  /** What belongs to data that a reader brings along. */
  #own(document) {
    const { data } = document;
    return html`
      <input class="visually-hidden csv-field" type="file" tabindex="-1" aria-label="CSV file" accept=".csv,.tsv,.txt,text/csv" @change=${this.#onCsv} />
      ${data.csv === undefined
        ? nothing
        : html`${csvColumns(this.playground)}
          <p class="caption">
            <button class="link-button" type="button" @click=${() => /** @type {HTMLElement} */ (this.querySelector(".csv-field")).click()}>
              Another file
            </button>
          </p>`}
      ${data.dataset === "expression" ? this.#expression(data) : nothing}
      ${isOwnPoints(document) ? this.#points(document) : nothing}
      ${isDrawn(document) ? html`<p class="caption">Draw the function in the picture with the pointer.</p>` : nothing}
    `;
  }

  #expression(data) {
    const { playground } = this;
    return html`<label class="typed-function"
      ><span class="label">y =</span>
      <input
        class="field code"
        aria-label="Function of x"
        autocomplete="off"
        spellcheck="false"
        .value=${data.function ?? ""}
        @change=${(event) => playground.edit(withData(playground.document, { function: event.target.value }), "function")}
    /></label>`;
  }

  #points(document) {
    const { playground } = this;
    return html`<div class="own-points">
      ${choices({
        name: "point-class",
        label: "Class of the next point",
        options: [
          { value: /** @type {0 | 1} */ (0), text: "class 0" },
          { value: /** @type {0 | 1} */ (1), text: "class 1" },
        ],
        value: playground.pointClass,
        choose: (name) => playground.choosePointClass(name),
      })}
      <button
        class="link-button"
        type="button"
        ?disabled=${document.data.x.length < 2}
        @click=${() => playground.edit(withoutLastPoint(playground.document))}
      >
        remove the last
      </button>
      <p class="caption">Press in the picture to place a point, drag one to move it.</p>
    </div>`;
  }

  #settings({ data }, problem) {
    const { playground } = this;
    const set = (patch, field) => playground.edit(withData(playground.document, patch), field);
    const entry = this.entries.find(({ name }) => name === data.dataset);
    const number = (label, name, bounds = {}) =>
      data[name] === undefined
        ? nothing
        : numberRow({ label, value: data[name], choose: (value) => set({ [name]: value }, `data ${name}`), problem, pointer: `/data/${name}`, ...bounds });
    return html`
      ${number("Points", "count", { whole: true, min: entry?.count?.least ?? 1, max: entry?.count?.most })}
      ${number("Noise", "noise", { min: 0, max: entry?.noise?.most ?? 1 })}
      ${numberRow({
        label: "Share to test",
        value: data.testFraction ?? 0,
        choose: (testFraction) => set({ testFraction }, "data testFraction"),
        problem,
        pointer: "/data/testFraction",
        min: 0,
        max: 0.9,
      })}
      ${number("Seed of the data", "seed", { whole: true, min: 0, max: LARGEST_SEED })}
      ${number("From", "from")} ${number("To", "to")}
    `;
  }

  #onCsv = (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const file = field.files?.[0];
    if (file) {
      document.dispatchEvent(new CustomEvent("bs-open-file", { detail: file }));
    }
    field.value = "";
  };
}

/** What the server says of the data as such; what it says of a setting stands beside that. */
function reason(problem) {
  const shown = ["/data/function", "/data/csv", "/data/x", "/data/y", "/data/dataset"].map((pointer) => reasonAt(problem, pointer)).find(Boolean);
  return shown ? html`<p class="field-reason" role="status">${shown}</p>` : nothing;
}

function chosenOf(document) {
  const { data } = document;
  if (isOwnPoints(document)) return "points";
  if (isDrawn(document)) return "drawn";
  return data.dataset ?? (data.csv === undefined ? "" : "table");
}

/** "300 points, 210 to train and 90 to test" */
function said(run) {
  if (run === null) {
    return "Settings of the data";
  }
  const { train, test } = run.data;
  const all = `${train + test} ${run.data.inputs > 2 ? "examples" : "points"}`;
  return test > 0 ? `${all}, ${train} to train and ${test} to test` : `${all}, all to train`;
}

function shortName({ name, title }) {
  return { circle: "circles", expression: "y = f(x)", absolute: "|x|", points: "own points", drawn: "drawn", table: "CSV file" }[name] ?? name ?? title;
}

customElements.define("bs-data-setup", DataSetup);
