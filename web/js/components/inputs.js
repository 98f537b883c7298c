import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { debounced } from "../lib/debounce.js";
import { domainNote } from "../lib/domain-note.js";
import { nudge, readNumber, sliderRange, writeNumber } from "../lib/number-field.js";
import { PlayerElement } from "../lib/player-element.js";
import "../lib/math.js";

const PAUSE = 120;

/** More inputs than this stand in columns of their own. */
const MOST_IN_ROW = 8;

/**
 * `<bs-inputs>`: one field a variable, with a slider below the one that is being edited. A text that is no number says
 * so below and leaves the last value in place.
 */
export class Inputs extends PlayerElement {
  static properties = { draft: { state: true } };

  #send = debounced((name, value) => this.player?.edit({ at: { [name]: value } }), PAUSE);

  constructor() {
    super();
    /** @type {{name: string, text: string, range: {min: number, max: number, step: number}} | null} the field being edited */
    this.draft = null;
  }

  /**
   * Takes the reader to the field of an input.
   *
   * @param {string} name
   */
  edit(name) {
    const field = /** @type {HTMLInputElement | null} */ (this.querySelector(`#input-${CSS.escape(name)}`));
    field?.focus();
    field?.select();
  }

  view(player) {
    const inputs = player.trace?.inputs ?? [];
    this.classList.toggle("many", inputs.length > MOST_IN_ROW);
    this.classList.toggle("noted", player.trace !== null && domainNote(player.trace, player.document.at) !== null);
    return html`<div class="inputs" role="group" aria-label="Inputs">
      ${inputs.map((input) => this.#field(input, player.document.at[input.name] ?? 0))}
    </div>`;
  }

  #field({ name, latex }, value) {
    const mark = this.player.settings.decimalMark;
    const draft = this.draft?.name === name ? this.draft : null;
    const text = draft?.text ?? writeNumber(value, mark);
    const read = readNumber(text, mark);
    const reason = "reason" in read ? `${read.reason}; ${name} is still ${writeNumber(value, mark)}.` : null;
    return html`
      <div class="input" data-name=${name}>
        <label for="input-${name}" data-q=${this.#address(name)}><bs-math latex=${latex}></bs-math></label>
        <span class="input-field">
          <input
            class="field"
            id="input-${name}"
            size=${Math.min(Math.max(text.length, 4), 14)}
            autocomplete="off"
            enterkeyhint="done"
            title=${writeNumber(value, mark)}
            aria-label=${name}
            aria-invalid=${reason !== null}
            aria-describedby=${reason ? `reason-${name}` : nothing}
            .value=${live(text)}
            @focus=${() => this.#begin(name, value)}
            @blur=${(event) => this.#end(event)}
            @input=${(event) => this.#type(name, event.target.value)}
            @keydown=${(event) => this.#onKeydown(event, name, value)}
          />
          ${draft ? this.#slider(draft, value) : nothing}
          ${reason ? html`<span class="field-reason" id="reason-${name}" role="status">${reason}</span>` : nothing}
        </span>
      </div>
    `;
  }

  #slider({ name, range }, value) {
    const mark = this.player.settings.decimalMark;
    return html`
      <span class="input-slider">
        <span class="caption">${writeNumber(range.min, mark)}</span>
        <input
          type="range"
          tabindex="-1"
          aria-label="${name}, slider"
          min=${range.min}
          max=${range.max}
          step=${range.step}
          .value=${live(String(value))}
          @input=${(event) => this.#slide(name, Number(event.target.value))}
          @keydown=${(event) => this.#onSliderKey(event, name)}
          @blur=${(event) => this.#end(event)}
        />
        <span class="caption">${writeNumber(range.max, mark)}</span>
      </span>
    `;
  }

  #address(name) {
    const v = this.player.trace.inputs.find((input) => input.name === name)?.v ?? "";
    return `v.${v.slice(1)}`;
  }

  #begin(name, value) {
    if (this.draft?.name !== name) {
      this.draft = { name, text: writeNumber(value, this.player.settings.decimalMark), range: sliderRange(value) };
    }
  }

  /** @param {FocusEvent} event */
  #end(event) {
    const next = /** @type {Element | null} */ (event.relatedTarget);
    const stays = next !== null && /** @type {Element} */ (event.target).closest(".input")?.contains(next);
    this.#send.flush();
    if (!stays) {
      this.draft = null;
    }
  }

  #type(name, text) {
    const read = readNumber(text, this.player.settings.decimalMark);
    if ("value" in read) {
      this.draft = { name, text, range: wideEnough(this.draft?.range, read.value) };
      this.#send(name, read.value);
    } else {
      this.draft = { ...this.draft, name, text };
      this.#send.cancel();
    }
  }

  #slide(name, value) {
    this.#set(name, value);
    this.#send(name, value);
  }

  #set(name, value) {
    const text = writeNumber(value, this.player.settings.decimalMark);
    this.draft = { name, text, range: wideEnough(this.draft?.range, value) };
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} name
   * @param {number} value
   */
  #onKeydown(event, name, value) {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction && event.altKey) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.querySelector(".input-slider input"))?.focus();
    } else if (direction) {
      event.preventDefault();
      const read = readNumber(this.draft?.text ?? "", this.player.settings.decimalMark);
      this.#slide(name, nudge("value" in read ? read.value : value, direction, event.shiftKey));
    } else if (event.key === "Enter") {
      this.#send.flush();
    } else if (event.key === "Escape") {
      this.#send.cancel();
      this.#set(name, value);
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} name
   */
  #onSliderKey(event, name) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.edit(name);
    }
  }
}

/** The range that a slider opened with holds until a value leaves it. */
function wideEnough(range, value) {
  return range && Math.abs(value) <= range.max ? range : sliderRange(value);
}

customElements.define("bs-inputs", Inputs);
