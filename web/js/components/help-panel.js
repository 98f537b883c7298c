import { LitElement, html } from "lit";
import { CREDITS } from "../lib/credits.js";
import { Disclosure } from "../lib/disclosure.js";
import { KEYS } from "../lib/keys.js";
import { settings } from "../lib/settings.js";
import { TRAINING_KEYS } from "../lib/training/keys.js";

const TEXT_FIELDS = "input, textarea, select, [contenteditable]";

/** `<bs-help>`: the list of keys, and what the pages are made with. The key `?` opens it. */
export class HelpPanel extends LitElement {
  #panel = new Disclosure(this);

  createRenderRoot() {
    this.classList.add("panel-anchor");
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKey);
    document.addEventListener("bs-help", this.#toggle);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey);
    document.removeEventListener("bs-help", this.#toggle);
  }

  #toggle = () => this.#panel.toggle();

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const inField = event.target instanceof Element && event.target.closest(TEXT_FIELDS) !== null;
    if (event.key === "?" && settings.letters && !inField && !event.defaultPrevented) {
      event.preventDefault();
      this.#toggle();
    }
  };

  render() {
    return html`
      <button
        class="key-button"
        type="button"
        aria-label="Help"
        aria-keyshortcuts="?"
        aria-expanded=${this.#panel.open}
        aria-controls="help-panel"
        @click=${this.#toggle}
      >
        <span class="wide-only" aria-hidden="true">?</span>
        <span class="narrow-only" aria-hidden="true">Help</span>
      </button>
      <section class="panel help" id="help-panel" aria-label="Help" tabindex="-1" ?hidden=${!this.#panel.open}>
        <h2>Keys</h2>
        <dl>${(location.pathname === "/playground" ? TRAINING_KEYS : KEYS).map(keyRow)}</dl>
        <p class="caption">Single letters can be switched off in Settings.</p>
        <h2>Made with</h2>
        <ul>${CREDITS.map(creditRow)}</ul>
      </section>
    `;
  }

  updated() {
    if (this.#panel.open && !this.contains(document.activeElement)) {
      /** @type {HTMLElement} */ (this.querySelector(".panel")).focus();
    }
  }
}

function keyRow({ keys, does }) {
  return html`
    <div class="panel-row">
      <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
      <dd>${does}</dd>
    </div>
  `;
}

function creditRow({ name, use, licence, text }) {
  return html`
    <li class="panel-row">
      <span>${name}<span class="caption">, ${use}</span></span>
      <a href=${text}>${licence}</a>
    </li>
  `;
}

customElements.define("bs-help", HelpPanel);
