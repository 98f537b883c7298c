import { LitElement, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { debounced } from "../lib/debounce.js";
import { nudge, readNumber, writeNumber } from "../lib/number-field.js";
import { settings } from "../lib/settings.js";

const PAUSE = 150;

let made = 0;

/**
 * `<bs-number label="units" .value=${3} whole min="1" max="12">`: a field for one number. Fires "bs-number" with the number
 * as its detail; a text that is no number, or one out of bounds, says so and fires nothing. `reason` is said below the
 * field.
 */
export class NumberInput extends LitElement {
  static properties = {
    label: {},
    value: { type: Number },
    whole: { type: Boolean },
    min: { type: Number },
    max: { type: Number },
    reason: {},
    draft: { state: true },
  };

  #id = `number-${(made += 1)}`;
  #send = debounced((value) => this.#fire(value), PAUSE);
  #sent = NaN;

  constructor() {
    super();
    this.label = "";
    this.value = 0;
    this.whole = false;
    this.min = -Infinity;
    this.max = Infinity;
    /** @type {string | null} */
    this.reason = null;
    /** @type {string | null} what is typed; null shows the value */
    this.draft = null;
  }

  createRenderRoot() {
    return this;
  }

  /** What is typed gives way to a value that comes from elsewhere: an edit was undone. */
  willUpdate(changed) {
    if (this.draft !== null && changed.has("value") && changed.get("value") !== undefined && this.value !== this.#sent) {
      this.draft = null;
    }
  }

  get #mark() {
    return settings.decimalMark;
  }

  render() {
    const text = this.draft ?? writeNumber(this.value, this.#mark);
    const said = this.#refusal(text) ?? this.reason;
    return html`<input
        class="field"
        id=${this.#id}
        size=${Math.min(Math.max(text.length, 3), 14)}
        inputmode=${this.whole ? "numeric" : "text"}
        autocomplete="off"
        enterkeyhint="done"
        aria-label=${this.label}
        aria-invalid=${said !== null}
        aria-describedby=${said ? `${this.#id}-reason` : nothing}
        .value=${live(text)}
        @focus=${(event) => event.target.select()}
        @input=${(event) => this.#type(event.target.value)}
        @blur=${this.#end}
        @keydown=${this.#onKeydown}
      />${said ? html`<span class="field-reason" id="${this.#id}-reason" role="status">${said}</span>` : nothing}`;
  }

  /** @param {string} text */
  #refusal(text) {
    const read = readNumber(text, this.#mark);
    if ("reason" in read) {
      return `${read.reason}; it is still ${writeNumber(this.value, this.#mark)}.`;
    }
    if (this.whole && !Number.isInteger(read.value)) {
      return "A whole number, please.";
    }
    if (read.value < this.min || read.value > this.max) {
      return this.max === Infinity ? `At least ${this.min}.` : `From ${this.min} to ${this.max.toLocaleString("en-GB")}.`;
    }
    return null;
  }

  #type(text) {
    this.draft = text;
    const read = readNumber(text, this.#mark);
    if ("value" in read && this.#refusal(text) === null) {
      this.#send(read.value);
    } else {
      this.#send.cancel();
    }
  }

  /** Says at once what is typed. */
  flush() {
    this.#send.flush();
  }

  #fire(value) {
    this.#sent = value;
    this.dispatchEvent(new CustomEvent("bs-number", { detail: value, bubbles: true }));
  }

  #end = () => {
    this.flush();
    if (this.draft !== null && this.#refusal(this.draft) === null && this.#sent !== this.value) {
      this.value = Number.isNaN(this.#sent) ? this.value : this.#sent;
    }
    this.draft = null;
  };

  /** @param {KeyboardEvent} event */
  #onKeydown = (event) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction) {
      event.preventDefault();
      const read = readNumber(this.draft ?? "", this.#mark);
      const from = "value" in read ? read.value : this.value;
      const moved = this.whole ? from + direction : nudge(from, direction, event.shiftKey);
      this.#type(writeNumber(Math.min(Math.max(moved, this.min), this.max), this.#mark));
    } else if (event.key === "Enter") {
      this.flush();
    } else if (event.key === "Escape" && this.draft !== null) {
      event.stopPropagation();
      this.#send.cancel();
      this.draft = null;
    }
  };
}

customElements.define("bs-number", NumberInput);
