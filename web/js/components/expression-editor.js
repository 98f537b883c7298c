import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { debounced } from "../lib/debounce.js";
import { markError, sentenceOf } from "../lib/error-mark.js";
import { PlayerElement } from "../lib/player-element.js";

const PAUSE = 180;

/** Where a reader with an empty page may start. */
const STARTS = [
  { name: "a product", expression: "y = x1*x2", at: { x1: 2, x2: 5 } },
  { name: "a neuron", expression: "y = sigmoid(w*x + b)", at: { w: 2, x: 1, b: -1 } },
  { name: "the textbook example", expression: "y = ln(x1) + x1*x2 - sin(x2)", at: { x1: 2, x2: 5 } },
];

/**
 * `<bs-expression-editor>`: the text of the expression, computed while it is typed. A mistake is marked at its
 * character and said below; the last good trace stays until the text can be read again.
 */
export class ExpressionEditor extends PlayerElement {
  static properties = { typed: { state: true } };

  /** What the Player was last given or has last given us. */
  #known = "";
  #send = debounced((text) => this.#commit(text), PAUSE);

  constructor() {
    super();
    /** @type {string | null} what was typed and not yet sent; null shows the document */
    this.typed = null;
  }

  willUpdate() {
    const { document } = this.player ?? {};
    if (document && document.expression !== this.#known) {
      this.#known = document.expression;
      this.#send.cancel();
      this.typed = null;
    }
  }

  view(player) {
    const text = this.typed ?? player.document.expression;
    const empty = text.trim() === "";
    const problem = empty ? null : expressionProblem(player.problem);
    this.toggleAttribute("empty", empty);
    document.body.classList.toggle("without-expression", empty);
    return html`
      <label class="label" for="expression">expression</label>
      <div class="editor-field">
        ${mirror(text, problem, this.typed === null)}
        <textarea
          class="field code"
          id="expression"
          rows="1"
          placeholder="y ="
          maxlength="10000"
          autocapitalize="off"
          autocomplete="off"
          autocorrect="off"
          spellcheck="false"
          enterkeyhint="done"
          aria-invalid=${problem !== null}
          aria-describedby="expression-said"
          .value=${live(text)}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${() => this.#send.flush()}
          @scroll=${this.#onScroll}
        ></textarea>
        <div class="editor-said" id="expression-said" role="status">${this.#said(empty, problem)}</div>
      </div>
    `;
  }

  #said(empty, problem) {
    if (empty) {
      return this.#starts();
    }
    return problem ? said(problem, this.player) : nothing;
  }

  #starts() {
    const links = STARTS.map(
      (start) => html`<button class="link-button" type="button" @click=${() => this.#start(start)}>${start.name}</button>`,
    );
    return html`<p class="editor-sentence">Type an expression, or start from ${links[0]}, ${links[1]}, ${links[2]}.</p>`;
  }

  #start({ expression, at }) {
    this.player?.first();
    this.player?.edit({ expression, at, output: 0 });
    this.querySelector("textarea")?.focus();
  }

  /** @param {InputEvent} event */
  #onInput = (event) => {
    const field = /** @type {HTMLTextAreaElement} */ (event.target);
    this.typed = field.value.replace(/\s*\n\s*/g, " ");
    this.#send(this.typed);
  };

  /** @param {KeyboardEvent} event */
  #onKeydown = (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      this.#send.flush();
    }
  };

  /** @param {Event} event */
  #onScroll = (event) => {
    const mirrored = this.querySelector(".editor-mirror");
    if (mirrored) {
      mirrored.scrollTop = /** @type {HTMLElement} */ (event.target).scrollTop;
    }
  };

  /** @param {string} text */
  #commit(text) {
    this.#known = text;
    this.typed = null;
    this.player?.edit({ expression: text });
  }
}

/** The same text below the field: it gives the field its height, and the mark its place. */
function mirror(text, problem, settled) {
  const { before, marked, after } = markError(text, settled && problem ? problem : {});
  return html`<div class="editor-mirror code" aria-hidden="true">${before}${
    marked ? html`<span class="editor-mark">${marked}</span>` : nothing
  }${after}${"\u200b"}</div>`;
}

function said(problem, { document, trace }) {
  return html`
    <p class="editor-sentence err">${sentenceOf(problem, document.expression)}</p>
    ${trace ? html`<p class="caption">The last good trace stays below, in grey.</p>` : nothing}
  `;
}

/** @returns {import("../lib/types.js").Problem | null} the problem, where the expression is to blame */
function expressionProblem(problem) {
  return problem && !(problem.pointer ?? "/expression").startsWith("/at/") ? problem : null;
}

customElements.define("bs-expression-editor", ExpressionEditor);
