import { html, nothing } from "lit";
import { Disclosure } from "../../lib/disclosure.js";
import { TrainingElement } from "../../lib/training/element.js";
import { byTopic, laboratories, linkOf } from "../../lib/training/laboratories.js";

/** `<bs-laboratories>`: the list of laboratories, by topic, each one link away. */
export class Laboratories extends TrainingElement {
  static properties = { all: { state: true } };

  #panel = new Disclosure(this);

  constructor() {
    super();
    /** @type {import("../../lib/training/laboratories.js").LaboratoryText[] | null} */
    this.all = null;
  }

  reads({ laboratory }) {
    return [laboratory, this.#panel.open];
  }

  view({ laboratory }) {
    const { open } = this.#panel;
    return html`<div class="panel-anchor">
      <button
        class="laboratories-button opens"
        type="button"
        aria-expanded=${open}
        aria-controls="laboratories-panel"
        @click=${() => this.#toggle()}
      >
        Laboratories
      </button>
      <nav class="panel laboratories-panel" id="laboratories-panel" aria-label="Laboratories" ?hidden=${!open}>
        ${open && this.all ? byTopic(this.all).map(([topic, all]) => list(topic, all, laboratory?.slug)) : nothing}
      </nav>
    </div>`;
  }

  async #toggle() {
    this.#panel.toggle();
    try {
      this.all ??= await laboratories();
    } catch {
      document.dispatchEvent(new CustomEvent("bs-say", { detail: "The laboratories could not be fetched." }));
    }
  }
}

function list(topic, all, current) {
  return html`<h2>${topic}</h2>
    <ul>
      ${all.map(
        ({ slug, title, question }) => html`<li>
          <a href=${linkOf(slug)} aria-current=${slug === current ? "page" : nothing}
            ><span class="laboratory-title">${title}</span> <span class="secondary">${question}</span></a
          >
        </li>`,
      )}
    </ul>`;
}

customElements.define("bs-laboratories", Laboratories);
