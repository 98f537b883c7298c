import { html, nothing } from "lit";
import { getJson } from "../../lib/api.js";
import { TrainingElement } from "../../lib/training/element.js";
import { completed } from "../../lib/training/link.js";
import { SweepKeeper } from "../../lib/training/sweep-keeper.js";
import { sweepIn } from "../../lib/training/sweep-link.js";
import { measuresOf } from "../../lib/training/sweep-score.js";
import { WatchedRun } from "../../lib/training/watched-run.js";
import "./sweep-form.js";
import "./sweep-map.js";

/** `<bs-sweep>`: the experiment over a grid of two settings, behind a disclosure; each cell opens its run on the page. */
export class SweepPanel extends TrainingElement {
  static properties = { opened: { state: true }, measure: { state: true }, missing: { state: true } };

  constructor() {
    super();
    this.sweeps = new SweepKeeper();
    this.opened = false;
    /** @type {string | null} the field that the map shows */
    this.measure = null;
    /** @type {string | null} why a run was not opened */
    this.missing = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sweeps.addEventListener("change", this.#follow);
    const id = sweepIn(location);
    if (id !== null) {
      this.opened = true;
      this.sweeps.open(id);
      this.sweeps.load();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sweeps.removeEventListener("change", this.#follow);
    this.sweeps.stop();
  }

  #follow = () => {
    this.sweeps.goOn(this.playground?.run?.id ?? null);
    this.again();
  };

  reads({ document, run, notation }) {
    return [document, run?.id, notation.mark, notation.decimals];
  }

  view(playground) {
    return html`<details class="study" .open=${this.opened} @toggle=${this.#toggle}>
      <summary><h2 class="opens">Sweep</h2><span class="caption">the same experiment with two of its settings varied</span></summary>
      ${this.opened ? this.#content(playground) : nothing}
    </details>`;
  }

  #content(playground) {
    const { sweep, settings, problem, starting, offline } = this.sweeps;
    const said = offline ? "The server cannot be reached." : this.sweeps.said;
    return html`
      <bs-sweep-form
        .settings=${settings}
        .experiment=${playground.document}
        .sweep=${sweep}
        .problem=${problem}
        .starting=${starting}
        .mark=${playground.notation.mark}
        @bs-start-sweep=${(event) => this.sweeps.start(event.detail)}
      ></bs-sweep-form>
      ${said === null ? nothing : html`<p class="caption" role="status">${said}</p>`}
      ${sweep === null ? nothing : this.#result(sweep, playground)}
    `;
  }

  #result(sweep, { run, notation }) {
    const measures = measuresOf(sweep.cells);
    const measure = measures.find(({ field }) => field === this.measure) ?? measures[0] ?? null;
    return html`<section class="sweep-result" aria-label="Sweep">
      <div class="sweep-head">
        ${this.#progress(sweep)}
        <fieldset class="sweep-measure">
          <legend class="visually-hidden">Shown in the cells</legend>
          ${measures.map(
            ({ field, text }) => html`<label
              ><input type="radio" name="sweep-measure" .checked=${field === measure?.field} @change=${() => (this.measure = field)} />${text}</label
            >`,
          )}
        </fieldset>
      </div>
      <bs-sweep-map
        .sweep=${sweep}
        .settings=${this.sweeps.settings}
        .measure=${measure}
        .current=${run?.id ?? null}
        .notation=${notation}
        @bs-open-run=${(event) => this.#open(event.detail)}
      ></bs-sweep-map>
      <p class="caption" role="status">${this.missing ?? "A cell opens its run above, with everything that can be seen of it."}</p>
    </section>`;
  }

  #progress({ done, of }) {
    const { sweeps } = this;
    const words = done === of ? `All ${of} runs are done` : `${done} of ${of} done${sweeps.isPaused ? ", paused" : ""}`;
    return html`<div class="sweep-progress">
      <span>${words}</span>
      <span class="visually-hidden" role="status">${done === of ? "The sweep is done." : ""}</span>
      ${done === of
        ? nothing
        : html`<progress aria-label="Runs of the sweep" max=${of} value=${done}></progress>
            <button class="link-button" type="button" @click=${() => sweeps.tell(sweeps.isPaused ? "resume" : "pause")}>
              ${sweeps.isPaused ? "Go on" : "Pause"}<span class="visually-hidden"> with the sweep</span>
            </button>`}
      <button class="link-button" type="button" @click=${() => sweeps.delete()}>
        ${done === of ? "Delete" : "Stop and delete"}<span class="visually-hidden"> the sweep</span>
      </button>
    </div>`;
  }

  async #open(id) {
    this.missing = null;
    try {
      const answer = await getJson(`/api/training/runs/${id}`);
      const { title: _, ...experiment } = answer.experiment;
      const document = completed(experiment);
      if (document !== null) {
        this.sweeps.opened(id);
        this.playground.select(this.#known(id) ?? new WatchedRun(answer, document));
      }
    } catch {
      this.missing = "This run cannot be opened: the server keeps it no longer, or cannot be reached.";
    }
  }

  /** The run as this visit knows it already. */
  #known(id) {
    const { run, others } = this.playground;
    return [run, ...others].find((each) => each?.id === id);
  }

  #toggle = (event) => {
    this.opened = event.target.open;
    if (this.opened) {
      this.sweeps.load();
    }
  };
}

customElements.define("bs-sweep", SweepPanel);
