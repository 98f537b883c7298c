import { html, nothing } from "lit";
import { ProblemError } from "../../lib/api.js";
import { debounced } from "../../lib/debounce.js";
import { saveFile } from "../../lib/experiment-file.js";
import { sentenceOf } from "../../lib/problem-place.js";
import { copyText } from "../../lib/share.js";
import { TrainingElement } from "../../lib/training/element.js";
import { sizesOf } from "../../lib/training/experiment.js";
import { folded } from "../../lib/training/folded.js";
import { Question } from "../../lib/training/question.js";
import { branched } from "../../lib/training/run-keeper.js";

const PAUSE = 250;

/**
 * `<bs-code>`: the experiment as a PyTorch program, behind a disclosure. It follows every edit while it is open; where the
 * server refuses an edit, the last program stays in grey.
 */
export class TrainingCode extends TrainingElement {
  static properties = { opened: { state: true }, text: { state: true }, reason: { state: true }, said: { state: true } };

  /** @type {unknown[]} what the program was asked for last */
  #asked = [];
  #question = new Question((answer, error) => this.#take(answer, error));
  #askLater = debounced((document, branch) => this.#question.ask("/api/training/code", branched(document, branch)), PAUSE);

  constructor() {
    super();
    this.opened = false;
    this.text = "";
    /** @type {string | null} why there is no newer program */
    this.reason = null;
    this.said = "";
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#askLater.cancel();
    this.#question.cancel();
  }

  reads({ document, branch, offline }) {
    return [document, branch, offline];
  }

  willUpdate() {
    if (!this.opened || this.player === null) {
      return;
    }
    const { document, branch } = this.playground;
    const asked = [document, branch?.run, branch?.iteration];
    if (document !== null && !asked.every((each, at) => each === this.#asked[at])) {
      this.#asked = asked;
      this.#askLater(document, branch);
      if (this.text === "") {
        this.#askLater.flush();
      }
    }
  }

  view() {
    return html`<details class="study" @toggle=${this.#toggle}>
      <summary><h2 class="opens">PyTorch</h2><span class="caption">the same experiment as a program</span></summary>
      ${this.opened && (this.text || this.reason) ? this.#content() : nothing}
    </details>`;
  }

  #content() {
    return html`
      <div class="study-tools">
        <button class="ring-button" type="button" ?disabled=${!this.text} @click=${this.#copy}>Copy</button>
        <button class="ring-button" type="button" ?disabled=${!this.text} @click=${this.#save}>Save as .py</button>
        <span class="caption" role="status">${this.reason ?? this.said}</span>
      </div>
      ${this.text
        ? html`<pre class="code-text ${this.reason === null ? "" : "stale"}" tabindex="0" role="region" aria-label="PyTorch program" @keydown=${scrolls}
          ><code>${folded(this.text).map(({ kind, text }) => html`<span class="code-${kind}">${`${text}\n`}</span>`)}</code></pre>`
        : nothing}
    `;
  }

  #toggle = (event) => {
    this.opened = event.target.open;
  };

  #take(answer, error) {
    this.said = "";
    if (answer !== null) {
      this.text = answer.text;
      this.reason = null;
    } else {
      this.#asked = error instanceof ProblemError ? this.#asked : [];
      this.reason = error instanceof ProblemError ? sentenceOf(error.problem) : "The server cannot be reached.";
    }
  }

  #copy = async () => {
    const field = document.createElement("textarea");
    field.value = this.text;
    this.append(field);
    const done = await copyText(this.text, field);
    field.remove();
    this.said = done ? "Copied, with all data." : "This browser does not let us copy. Save the program instead.";
  };

  #save = () => {
    const name = `train-${sizesOf(this.playground.document).join("-")}.py`;
    saveFile({ name, text: this.text, type: "text/x-python" }, document);
  };
}

/** Keys that scroll the program do not move the moment of the run. */
function scrolls(event) {
  if (/^(Arrow|Page|Home|End| )/.test(event.key)) {
    event.stopPropagation();
  }
}

customElements.define("bs-code", TrainingCode);
