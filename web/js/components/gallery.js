import { html, nothing } from "lit";
import { getJson, postJson } from "../lib/api.js";
import { Disclosure } from "../lib/disclosure.js";
import { PlayerElement } from "../lib/player-element.js";
import "../lib/math.js";

/** `<bs-gallery>`: a menu of expressions worth stepping through; subclasses offer other examples. */
export class Gallery extends PlayerElement {
  static properties = { examples: { state: true }, failed: { state: true } };

  #menu = new Disclosure(this);

  constructor() {
    super();
    /** @type {object[] | null} */
    this.examples = null;
    this.failed = false;
  }

  createRenderRoot() {
    this.classList.add("panel-anchor");
    return this;
  }

  view(player) {
    return html`
      <button
        class="plain-button gallery-button opens"
        type="button"
        aria-label="Examples"
        aria-expanded=${this.#menu.open}
        aria-controls="gallery"
        @click=${this.#toggle}
      >
        <span class="wide-only">Examples</span>
      </button>
      <section class="panel gallery" id="gallery" aria-label="Examples" ?hidden=${!this.#menu.open}>
        ${this.failed ? this.#failure() : nothing}
        <ul @keydown=${this.#onKeydown}>
          ${this.examples?.map((example) => this.#item(example, player))}
        </ul>
      </section>
    `;
  }

  #item(example, player) {
    return html`
      <li>
        <button type="button" class="gallery-item" @click=${() => this.#onChoose(example, player)}>
          <span class="gallery-title">${example.title}</span>
          ${this.summary(example)}
        </button>
      </li>
    `;
  }

  #failure() {
    return html`<p>
      The examples could not be fetched.
      <button class="link-button" type="button" @click=${this.#fetch}>Try again</button>
    </p>`;
  }

  #toggle = () => {
    this.#menu.toggle();
    if (this.examples === null) {
      this.#fetch();
    }
  };

  #fetch = async () => {
    try {
      this.examples = await this.fetchExamples();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  };

  #onChoose(example, player) {
    this.#menu.leave();
    this.choose(example, player);
  }

  /** @returns {Promise<object[]>} examples with a title */
  async fetchExamples() {
    const examples = await getJson("/api/autodiff/gallery");
    return Promise.all(examples.map(withFormula));
  }

  /** What stands below the title of an example. */
  summary(example) {
    return html`<span class="gallery-formula">${formula(example)}</span> <span class="caption">${example.note}</span>`;
  }

  choose({ expression, at, output = 0, mode = "reverse" }, player) {
    player.first();
    player.edit({ expression, at, output, mode, seed: null });
  }

  /** @param {KeyboardEvent} event */
  #onKeydown = (event) => {
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (direction) {
      event.preventDefault();
      const items = [...this.querySelectorAll(".gallery-item")];
      const at = items.indexOf(document.activeElement) + direction;
      /** @type {HTMLElement | undefined} */ (items[(at + items.length) % items.length])?.focus();
    }
  };
}

/** The example with its expression as mathematics; where that cannot be had, the expression as it is typed will do. */
async function withFormula(example) {
  try {
    const { latex } = await postJson("/api/autodiff/expression", { expression: example.expression });
    return { ...example, latex };
  } catch {
    return example;
  }
}

function formula({ latex, expression }) {
  return latex ? html`<bs-math latex=${latex}></bs-math>` : html`<code>${expression}</code>`;
}

customElements.define("bs-gallery", Gallery);
