import { html, nothing } from "lit";
import { Diagnosing } from "../../lib/training/diagnosing.js";
import { TrainingElement } from "../../lib/training/element.js";
import { merged } from "../../lib/training/merge-patch.js";
import { grouped } from "../../lib/training/words.js";

/** @import { Finding, Remedy } from "../../lib/training/diagnosing.js" */

/** What one sees of a run, by the topic of what ails it. */
const TOPICS = Object.freeze({ slow: "Training is slow", test: "Test accuracy is low", deep: "Deep networks" });

/** What ails it, by name. */
const ILLNESSES = Object.freeze({
  "exploding-gradient": "the gradient explodes",
  "vanishing-gradient": "the gradient vanishes",
  "dead-units": "units are dead",
  "saturated-units": "units are saturated",
  "step-too-large": "steps are too large",
  "batch-too-small": "batches are too small",
  "step-too-small": "steps are too small",
  "under-fitting": "under-fitting",
  "over-fitting": "over-fitting",
});

/** `<bs-diagnosis>`: what ails the run at the moment that is shown, by its numbers, and what helps: each with a button. */
export class DiagnosisPanel extends TrainingElement {
  #diagnosing = new Diagnosing(() => this.again());

  #wanted = false;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("bs-diagnose", this.#want);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("bs-diagnose", this.#want);
    this.#diagnosing.stop();
  }

  /** The reader asks to be led here, also where the diagnosis is still to come. */
  #want = () => {
    this.#wanted = true;
    this.again();
  };

  updated() {
    super.updated();
    const heading = this.#wanted && this.#isOfTheEnd() ? this.querySelector("h2") : null;
    if (heading) {
      this.#wanted = false;
      heading.focus();
    }
  }

  #isOfTheEnd() {
    const { run } = this.playground;
    return run !== null && this.#diagnosing.of === run.id && this.#diagnosing.diagnosis?.iteration === run.newest;
  }

  reads(playground) {
    this.#diagnosing.follow(playground);
    const { run, stale } = playground;
    return [run, run?.hasBegun, stale];
  }

  view({ run, stale }) {
    const { diagnosis, of } = this.#diagnosing;
    if (run === null || diagnosis === null || of !== run.id) {
      return nothing;
    }
    const branches = diagnosis.findings.some(({ remedies }) => remedies.some(({ from }) => from === "moment"));
    return html`<section class="diagnosis ${stale ? "stale" : ""}" aria-label="Diagnosis">
      <div class="chart-head">
        <h2 tabindex="-1">Diagnosis</h2>
        <span class="caption">at epoch ${grouped(run.epochOf(diagnosis.iteration))}</span>
      </div>
      <p class="verdict">${diagnosis.verdict}${branches ? " A remedy goes on from here as a branch, where it does not say otherwise." : ""}</p>
      ${diagnosis.findings.map((finding) => this.#finding(finding, run, diagnosis.iteration, stale))}
    </section>`;
  }

  /** @param {Finding} finding */
  #finding({ topic, name, sign, remedies }, run, iteration, stale) {
    return html`<div class="finding">
      ${name === "diverged" ? nothing : html`<h3>${headingOf(topic, name)}</h3>`}
      <p class="sign">${sign}</p>
      ${remedies.length === 0
        ? nothing
        : html`<ul class="finding-remedies">
            ${remedies.map((remedy) => this.#remedy(remedy, run, iteration, stale))}
          </ul>`}
    </div>`;
  }

  /** @param {Remedy} remedy */
  #remedy({ title, why, from, changes }, run, iteration, stale) {
    const act = () => this.playground.carryOn(merged(run.document, changes), from === "moment" ? { run: run.id, iteration } : null);
    return html`<li>
      <button class="link-button" type="button" ?disabled=${stale} @click=${act}>
        ${title}${from === "start" ? ", new run from the start" : ""}
      </button>
      <span class="caption">${why}</span>
    </li>`;
  }
}

function headingOf(topic, name) {
  const heading = [TOPICS[topic], ILLNESSES[name] ?? name].filter(Boolean).join(": ");
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}

customElements.define("bs-diagnosis", DiagnosisPanel);
