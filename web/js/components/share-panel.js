import { LitElement, html, nothing } from "lit";
import { Disclosure } from "../lib/disclosure.js";
import { copyText, embedCode } from "../lib/share.js";

/** What the link of a page with a story holds. */
const HOLDS = Object.freeze({
  "/autodiff": "The link holds the expression, the inputs and the step.",
  "/network": "The link holds the network, its weights, the examples and the step.",
  "/playground": "The link holds the experiment and the update; its run, or its sweep, while the server keeps it.",
});

const OF_A_RUN = "The link names an update of a run; it opens while the server keeps that run.";

/** Pages that another page can show. */
const EMBEDDABLE = new Set(["/autodiff", "/network"]);

/** `<bs-share>`: the link of this moment, and code that shows it in another page. */
export class SharePanel extends LitElement {
  static properties = { copied: { state: true } };

  #panel = new Disclosure(this);

  constructor() {
    super();
    this.copied = "";
  }

  createRenderRoot() {
    this.classList.add("panel-anchor");
    return this;
  }

  render() {
    return html`
      <button
        class="plain-button"
        type="button"
        aria-expanded=${this.#panel.open}
        aria-controls="share-panel"
        @click=${this.#toggle}
      >
        Share
      </button>
      <section class="panel share" id="share-panel" aria-label="Share" ?hidden=${!this.#panel.open}>
        ${this.#panel.open ? this.#content(location) : nothing}
      </section>
    `;
  }

  /** @param {Location} location */
  #content({ href, pathname, search }) {
    if (/[?&]held\b/.test(search)) {
      return html`<h2>Share</h2>
        <p class="caption">This experiment is too long for a link. “Edit network” can save it as a file, which the page opens again.</p>`;
    }
    const holds = /[?&]run=/.test(search) && pathname === "/network" ? OF_A_RUN : HOLDS[pathname];
    return html`
      <h2>Share</h2>
      ${this.#copyable("link", "Link", "Copy link", href)}
      <p class="caption">${holds ?? "The link of this page."}</p>
      ${EMBEDDABLE.has(pathname) ? this.#copyable("code", "Code to embed it", "Copy code", embedCode(href)) : nothing}
      <p class="caption" role="status">${this.copied}</p>
    `;
  }

  #copyable(id, label, action, text) {
    return html`
      <div class="copyable">
        <label class="label" for="share-${id}">${label}</label>
        <input class="field code" id="share-${id}" readonly .value=${text} @focus=${(event) => event.target.select()} />
        <button class="ring-button" type="button" @click=${() => this.#copy(id, text)}>${action}</button>
      </div>
    `;
  }

  #toggle() {
    this.copied = "";
    this.#panel.toggle();
  }

  async #copy(id, text) {
    const field = /** @type {HTMLInputElement} */ (this.querySelector(`#share-${id}`));
    const done = await copyText(text, field);
    this.copied = done ? "Copied." : "This browser does not let us copy. The text is selected: copy it with the keyboard.";
  }
}

customElements.define("bs-share", SharePanel);
