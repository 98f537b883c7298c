import { html, nothing } from "lit";
import { hasBlocks } from "../../lib/layers/blocks.js";
import { textOf, typeOf } from "../../lib/layers/kinds.js";
import { shapeText } from "../../lib/layers/shapes.js";
import { isNormalised } from "../../lib/layers/shortcuts.js";
import * as tree from "../../lib/layers/tree.js";
import { TrainingElement } from "../../lib/training/element.js";
import * as experiment from "../../lib/training/experiment.js";
import { LayerLines } from "../layer-lines.js";

const MOST_LAYERS = 64;

/** `<bs-layers-panel>`: all layers, each with its kind and its numbers, and what is done to all hidden ones at once. */
export class LayersPanel extends TrainingElement {
  #lines = new LayerLines(() => {
    const { document, problem } = this.playground;
    return {
      network: document.network,
      problem,
      hiddenActivation: experiment.hiddenActivationOf(document) ?? "tanh",
      edit: (layers, field) => this.playground.edit(experiment.withLayers(document, layers), field),
    };
  });

  reads({ document, problem }) {
    return [document, problem];
  }

  view({ document }) {
    const { network } = document;
    return html`
      <ol class="layer-list">
        <li class="layer-line"><span>Layer 1, inputs</span><span class="caption">${shapeText([network.inputs].flat())}</span></li>
        ${this.#lines.hidden()} ${this.#output(this.#lines.output)}
      </ol>
      <p class="layer-tools">
        <button
          class="link-button"
          type="button"
          ?disabled=${tree.placesOf(network.layers).length >= MOST_LAYERS}
          @click=${() => this.playground.edit(experiment.withLayer(this.playground.document))}
        >
          Add a hidden layer
        </button>
      </p>
      ${this.#shortcuts(document)}
      <p class="caption">The data decide how many inputs and outputs there are.</p>
    `;
  }

  #shortcuts(document) {
    const hidden = experiment.hiddenOf(document);
    const blocks = hasBlocks(hidden);
    const canNormalise = experiment.hasHiddenSums(document);
    const canBlock = blocks || experiment.canBeInBlocks(document);
    return html`<div class="layer-shortcuts">
      ${this.#check("Batch normalisation after every hidden layer", isNormalised(hidden), canNormalise, experiment.withNormalisation)}
      ${this.#check("Residual blocks", blocks, canBlock, experiment.withBlocks)}
      ${canBlock ? nothing : html`<p class="caption">A block needs hidden layers that keep the width of the one before.</p>`}
    </div>`;
  }

  #check(label, on, possible, edit) {
    return html`<label class="layer-shortcut">
      <input
        type="checkbox"
        .checked=${on}
        ?disabled=${!possible}
        @change=${(event) => this.playground.edit(edit(this.playground.document, event.target.checked))}
      />
      ${label}
    </label>`;
  }

  #output({ layer, number, path }) {
    const what = typeOf(layer) === "dense" ? `${layer.units}` : textOf(typeOf(layer));
    return html`<li class="layer-line">
      <span>Layer ${number}, output</span><span class="caption">${what}</span>${this.#lines.reason(path)}
    </li>`;
  }

  updated() {
    super.updated();
    this.#lines.restoreFocus(this);
  }
}

customElements.define("bs-layers-panel", LayersPanel);
