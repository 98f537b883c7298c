import { html, nothing } from "lit";
import { ProblemError, postJson } from "../../lib/api.js";
import { Asking } from "../../lib/asking.js";
import { formatNumber } from "../../lib/format.js";
import { TrainingElement } from "../../lib/training/element.js";
import { bumpsInPlayground, bumpsInStepper } from "../../lib/training/bumps.js";
import "../number-input.js";
import "./bumps-picture.js";

const MOST_BUMPS = 200;
const FIRST = Object.freeze({ function: "sin(2*pi*x) + x/2", from: -1, to: 1, count: 8, steepness: 50 });

/** `<bs-bumps>`: a function built of bumps, each a pair of sigmoid units; unit by unit. */
export class Bumps extends TrainingElement {
  static properties = { request: { state: true }, answer: { state: true }, shown: { state: true } };

  #asking = new Asking();
  #asked = "";

  constructor() {
    super();
    /** @type {typeof FIRST | null} null until the playground's own function is taken */
    this.request = null;
    /** @type {any} */
    this.answer = null;
    /** @type {number} how many units are connected; more than there are for all */
    this.shown = 2;
    /** @type {string | null} */
    this.reason = null;
  }

  reads({ notation }) {
    return [notation.decimals, notation.mark];
  }

  view({ notation, document }) {
    const request = this.#request(document);
    return html`<section class="bumps" aria-label="Built of bumps">
      <p class="caption">
        Two steep sigmoid units make one bump: the first goes up where it begins, the second takes the same away where it
        ends. Each is as high as the function in its middle.
      </p>
      ${this.#fields(request)}
      ${this.reason === null ? nothing : html`<p class="field-reason" role="status">${this.reason}</p>`}
      ${this.answer === null ? html`<div class="bumps-room" aria-hidden="true"></div>` : this.#picture(notation)}
    </section>`;
  }

  /** What the reader typed, at first the function of the experiment. */
  #request({ data }) {
    const own = data.dataset === "expression" && data.function;
    return this.request ?? (own ? { ...FIRST, function: data.function, from: data.from ?? -1, to: data.to ?? 1 } : FIRST);
  }

  #fields(request) {
    return html`<div class="bumps-fields">
      <label class="typed-function"
        ><span class="label">y =</span>
        <input
          class="field"
          aria-label="Function to build"
          spellcheck="false"
          autocomplete="off"
          .value=${request.function}
          @change=${(event) => this.#edit({ function: event.target.value })}
      /></label>
      ${this.#number("Bumps", "count", request, { whole: true, min: 1, max: MOST_BUMPS })}
      ${this.#number("Steepness", "steepness", request, { whole: false, min: 0.1, max: 100_000 })}
    </div>`;
  }

  #number(label, name, request, { whole, min, max }) {
    return html`<span class="weight-field"
      ><span class="label" aria-hidden="true">${label}</span>
      <bs-number
        label=${label}
        ?whole=${whole}
        min=${min}
        max=${max}
        .value=${request[name]}
        @bs-number=${(event) => this.#edit({ [name]: event.detail })}
      ></bs-number
    ></span>`;
  }

  #picture(notation) {
    const { answer } = this;
    const { units, shown, error } = answer;
    return html`
      <bs-bumps-picture .answer=${answer} .notation=${notation}></bs-bumps-picture>
      <div class="bumps-steps">
        <button class="link-button" type="button" ?disabled=${shown === 0} @click=${() => this.#show(shown - 1)}>One unit less</button>
        <input
          type="range"
          min="0"
          max=${units}
          aria-label="Units shown"
          aria-valuetext="${shown} of ${units} units"
          .value=${String(shown)}
          @input=${(event) => this.#show(Number(event.target.value))}
        />
        <button class="link-button" type="button" ?disabled=${shown === units} @click=${() => this.#show(shown + 1)}>One unit more</button>
      </div>
      <p class="bumps-said" role="status">
        ${shown} of ${units} units. Largest distance from the function: <strong>${formatNumber(error, notation)}</strong>
      </p>
      <p class="bumps-links">
        <button class="link-button" type="button" @click=${() => bumpsInPlayground(answer)}>Open these weights in the playground</button>
        <button class="link-button" type="button" @click=${() => bumpsInStepper(answer)}>Step through this network</button>
      </p>
    `;
  }

  #edit(patch) {
    const whole = this.answer !== null && this.answer.shown === this.answer.units;
    this.request = { ...this.#request(this.playground.document), ...patch };
    this.shown = whole ? Infinity : this.shown;
  }

  #show(units) {
    this.shown = units;
  }

  updated() {
    super.updated();
    const request = this.#request(this.playground.document);
    const units = 2 * request.count;
    const body = { ...request, shown: Math.min(this.shown, units) };
    const key = JSON.stringify(body);
    if (key !== this.#asked) {
      this.#asked = key;
      this.#asking.ask(
        (signal) => postJson("/api/training/approximation", body, signal),
        (answer) => this.#take(answer, null),
        (error) => this.#take(this.answer, error instanceof ProblemError ? error.message : null),
      );
    }
  }

  #take(answer, reason) {
    this.answer = answer;
    this.reason = reason;
    this.again();
  }
}

customElements.define("bs-bumps", Bumps);
