import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";
import "./accuracy-chart.js";
import "./bumps.js";
import "./confusion.js";
import "./difference.js";
import "./histograms.js";
import "./loss-surface.js";
import "./norm-chart.js";
import "./rate-chart.js";
import "./weight-state.js";

/** `<bs-more-evidence>`: what is asked for less often, behind a disclosure each. */
export class MoreEvidence extends TrainingElement {
  static properties = { opened: { state: true } };

  constructor() {
    super();
    /** @type {ReadonlySet<string>} */
    this.opened = new Set();
  }

  reads({ run, frame, laboratory }) {
    return [run, laboratory, frame?.header.confusion === undefined];
  }

  view({ run, frame, laboratory }) {
    if (run === null) {
      return nothing;
    }
    const classes = run.data.kind !== "regression";
    const p = this.player;
    return html`<div class="more">
      ${classes ? this.#part("Share that is right", () => html`<bs-accuracy-chart .player=${p}></bs-accuracy-chart>`) : nothing}
      ${this.#part("Size of the weights by layer", () => html`<bs-norm-chart .player=${p}></bs-norm-chart>`)}
      ${laboratory?.text.chart === "surface"
        ? nothing
        : this.#part("Loss surface", () => html`<bs-loss-surface .player=${p}></bs-loss-surface>`)}
      ${this.#part("Learning rate", () => html`<bs-rate-chart .player=${p}></bs-rate-chart>`)}
      ${run.data.inputs === 1 && run.data.kind === "regression" && laboratory?.slug !== "approximation"
        ? this.#part("Built of bumps", () => html`<bs-bumps .player=${p}></bs-bumps>`)
        : nothing}
      ${this.#part("Activations by layer", () => html`<bs-histograms .player=${p}></bs-histograms>`)}
      ${this.#part("One weight and its update", () => html`<bs-weight-state .player=${p}></bs-weight-state>`)}
      ${this.#part("The same update, computed twice", () => html`<bs-difference .player=${p}></bs-difference>`)}
      ${classes && run.data.inputs <= 2 && frame?.header.confusion
        ? this.#part("Which class is taken for which", () => html`<bs-confusion .player=${p}></bs-confusion>`)
        : nothing}
    </div>`;
  }

  #part(name, content) {
    return html`<details @toggle=${(event) => this.#toggle(name, event.target.open)}>
      <summary class="opens">${name}</summary>
      ${this.opened.has(name) ? content() : nothing}
    </details>`;
  }

  #toggle(name, open) {
    const opened = new Set(this.opened);
    if (open) opened.add(name);
    else opened.delete(name);
    this.opened = opened;
  }
}

customElements.define("bs-more-evidence", MoreEvidence);
