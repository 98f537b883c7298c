import { html, nothing } from "lit";
import { followDrops } from "../../lib/experiment-file.js";
import { namedSentenceOf } from "../../lib/problem-place.js";
import { shapeOfCsv } from "../../lib/training/csv-shape.js";
import { TrainingElement } from "../../lib/training/element.js";
import { fitted, replacing } from "../../lib/training/experiment.js";
import { readFile } from "../../lib/training/file.js";
import { epochOfUpdate, grouped, placeOf } from "../../lib/training/words.js";
import { openInStepper } from "../../lib/training/stepper.js";

/**
 * `<bs-training-notice>`: one line above the laboratory. It says why the server refuses an edit, why a file or a link was not
 * opened, where and why a run diverged.
 */
export class TrainingNotice extends TrainingElement {
  static properties = { said: { state: true } };

  #saidFor = null;

  constructor() {
    super();
    /** @type {string | null} */
    this.said = null;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("bs-open-file", (event) => this.#open(/** @type {CustomEvent<File>} */ (event).detail));
    document.addEventListener("bs-say", (event) => this.#say(/** @type {CustomEvent<string>} */ (event).detail));
    followDrops(document.body, (file) => this.#open(file));
  }

  #say(text) {
    this.said = text;
    this.#saidFor = this.playground.document;
  }

  willUpdate() {
    if (this.said !== null && this.player && this.playground.document !== this.#saidFor) {
      this.said = null;
    }
  }

  async #open(file) {
    const read = await readFile(file);
    const { playground } = this;
    if ("reason" in read) {
      this.#say(read.reason);
    } else if ("csv" in read) {
      const data = { csv: read.csv, testFraction: 0.3, seed: playground.document.data.seed ?? 4 };
      playground.edit({ data, ...fitted(playground.document, shapeOfCsv(read.csv)) });
    } else {
      playground.edit(replacing(playground.document, read.document));
    }
  }

  reads({ run, problem, document, canUndo, divergence, stale, branch }) {
    return [run, run?.state, run?.reason, problem, document, canUndo, divergence, stale, branch];
  }

  view(playground) {
    return html`<div role="status">${this.#line(playground)}</div>`;
  }

  #line(playground) {
    const { run, problem, stale } = playground;
    if (this.said !== null) {
      return html`<p class="network-notice err">${this.said}</p>`;
    }
    if (problem !== null) {
      return html`<p class="network-notice">
        <span class="err">${namedSentenceOf(problem)}</span>
        ${playground.canUndo ? html`<button class="link-button" type="button" @click=${() => playground.undo()}>Undo</button>` : nothing}
        ${run === null ? nothing : html`<span class="caption">The last run stays below, in grey.</span>`}
      </p>`;
    }
    if (run === null || stale) {
      return nothing;
    }
    if (run.divergence !== null) {
      return this.#divergence(run, run.divergence);
    }
    if (run.state === "failed") {
      return html`<p class="network-notice"><span class="err">The run stopped.</span> <span>${run.reason ?? ""}</span></p>`;
    }
    return run.reason ? html`<p class="network-notice">${run.reason}</p>` : this.#branch(run);
  }

  #branch({ parent, perEpoch }) {
    return parent === null
      ? nothing
      : html`<p class="network-notice">
          This run branches off another one after epoch ${Math.floor(parent.iteration / perEpoch)}: the weights and what the
          optimizer remembers are those of that moment, and edits change how it goes on.
        </p>`;
  }

  #divergence(run, divergence) {
    const { playground } = this;
    const { update, sentence } = divergence;
    return html`<div class="diverged">
      <p>
        <strong class="err">Stopped in epoch ${grouped(epochOfUpdate(run, update))}, update ${grouped(update)}.</strong>
        ${placeOf(divergence)} ${sentence} The updates before it are all here.
      </p>
      <p class="remedies">
        <button class="link-button" type="button" @click=${() => openInStepper(playground, update - 1)}>Step through that update</button>
        <button class="link-button" type="button" @click=${() => this.#diagnose()}>See what helps</button>
      </p>
    </div>`;
  }

  /** What helps stands in the diagnosis of the end. */
  #diagnose() {
    this.playground.seek("live");
    document.dispatchEvent(new CustomEvent("bs-diagnose"));
  }
}

customElements.define("bs-training-notice", TrainingNotice);
