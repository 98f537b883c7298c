import { html, nothing } from "lit";
import { hiddenActivationOf, withLayers } from "../lib/architecture-edits.js";
import { Disclosure } from "../lib/disclosure.js";
import { ACTIVATIONS } from "../lib/network-choices.js";
import { isSameExperiment, withStart } from "../lib/network-document.js";
import { PlayerElement } from "../lib/player-element.js";
import { LayerLines } from "./layer-lines.js";
import { exampleFields } from "./network-examples.js";
import { layerFields } from "./network-layers.js";
import { trainingFields } from "./network-training.js";
import "./experiment-file.js";

const HIDDEN_ACTIVATIONS = ACTIVATIONS.filter((name) => name !== "softmax");

/**
 * `<bs-network-editor>`: a menu in which the whole experiment can be changed. Each change takes effect at once; what the
 * server refuses is said beside the field that is to blame.
 */
export class NetworkEditor extends PlayerElement {
  #panel = new Disclosure(this);
  #lines = new LayerLines(() => {
    const { document, problem } = this.player;
    return {
      network: document.network,
      problem,
      hiddenActivation: hiddenActivationOf(document),
      activations: HIDDEN_ACTIVATIONS,
      edit: (layers, field) => this.player.edit(withLayers(document, layers), field),
    };
  });

  createRenderRoot() {
    this.classList.add("panel-anchor");
    return this;
  }

  view(player) {
    const { document } = player;
    return html`
      <button
        class="plain-button opens"
        type="button"
        aria-expanded=${this.#panel.open}
        aria-controls="network-editor"
        @click=${() => this.#panel.toggle()}
      >
        Edit network
      </button>
      <section class="panel network-editor" id="network-editor" aria-label="Edit network" ?hidden=${!this.#panel.open}>
        ${this.#panel.open ? this.#content(player, document) : nothing}
      </section>
    `;
  }

  #content(player, document) {
    return html`
      <h2>Layers</h2>
      ${layerFields(player, this.#lines)}
      <h2>Training</h2>
      ${trainingFields(player)}
      <h2>Examples</h2>
      ${exampleFields(player)}
      <h2>Experiment</h2>
      <div class="panel-row">
        <button
          class="link-button"
          type="button"
          ?disabled=${isSameExperiment(document, document.start ?? document)}
          @click=${() => player.edit(withStart(player.document))}
        >
          Reset to the start
        </button>
        <bs-experiment-file .player=${player}></bs-experiment-file>
      </div>
    `;
  }

  updated() {
    this.#lines.restoreFocus(this);
  }
}

customElements.define("bs-network-editor", NetworkEditor);
