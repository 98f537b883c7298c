import { html, nothing } from "lit";
import { Disclosure } from "../../lib/disclosure.js";
import { reasonAt } from "../../lib/problem-place.js";
import { LOSSES } from "../../lib/network-document.js";
import { TrainingElement } from "../../lib/training/element.js";
import * as experiment from "../../lib/training/experiment.js";
import { menuRow, row } from "../../lib/training/fields.js";
import "../number-input.js";

const MOST_LAYERS = 32;
const MOST_UNITS = 4096;

/** `<bs-network-setup>`: the layers, what their units compute, and the loss. */
export class NetworkSetup extends TrainingElement {
  #panel = new Disclosure(this);

  reads({ document, problem }) {
    return [document, problem, this.#panel.open];
  }

  view({ document, problem }) {
    const edit = (patch) => this.playground.edit(patch);
    const now = () => this.playground.document;
    const hidden = experiment.hiddenActivationOf(document);
    return html`
      <h2>Network</h2>
      ${row("Layers", this.#layers(document), this.#panel.open ? null : reasonAt(problem, "/network/layers"))}
      ${hidden === null || !experiment.isDense(document)
        ? nothing
        : menuRow({
            label: "Hidden units",
            options: named(experiment.HIDDEN_ACTIVATIONS),
            value: hidden,
            choose: (name) => edit(experiment.withHiddenActivation(now(), name)),
            problem,
            pointer: "/network/layers/0/activation",
          })}
      ${menuRow({
        label: "Output",
        options: named(experiment.OUTPUT_ACTIVATIONS),
        value: experiment.outputOf(document).activation,
        choose: (name) => edit(experiment.withOutput(now(), name)),
        problem,
        pointer: `/network/layers/${document.network.layers.length - 1}/activation`,
      })}
      ${menuRow({
        label: "Loss",
        options: LOSSES.map((value) => ({ value, text: value.replace("-cross", " cross").replace("-error", " error").replace("half-", "half ") })),
        value: document.network.loss,
        choose: (name) => edit(experiment.withLoss(now(), name)),
        problem,
        pointer: "/network/loss",
      })}
    `;
  }

  #layers(document) {
    const sizes = experiment.sizesOf(document).join(" – ");
    return html`<span class="panel-anchor">
      <button
        class="setup-button opens"
        type="button"
        aria-label="Layers, ${sizes}"
        aria-expanded=${this.#panel.open}
        aria-controls="layers-panel"
        @click=${() => this.#panel.toggle()}
      >
        ${sizes}
      </button>
      <section class="panel layers-panel" id="layers-panel" aria-label="Layers" ?hidden=${!this.#panel.open}>
        ${this.#panel.open ? this.#content(document) : nothing}
      </section>
    </span>`;
  }

  #content(document) {
    if (!experiment.isDense(document)) {
      return html`<p class="caption">
        This network has layers that are not dense: ${document.network.layers.map((layer) => layer.type).join(", ")}. Change
        them in its file.
      </p>`;
    }
    const { layers } = document.network;
    return html`
      <div class="panel-row"><span>Layer 1, inputs</span><span>${experiment.sizesOf(document)[0]}</span></div>
      ${layers.slice(0, -1).map((layer, at) => this.#layer(layer, at))}
      <div class="panel-row"><span>Layer ${layers.length + 1}, output</span><span>${layers.at(-1).units}</span></div>
      <div class="panel-row">
        <button
          class="link-button"
          type="button"
          ?disabled=${layers.length >= MOST_LAYERS}
          @click=${() => this.playground.edit(experiment.withLayer(this.playground.document))}
        >
          Add a hidden layer
        </button>
      </div>
      <p class="caption">The data decide how many inputs and outputs there are.</p>
    `;
  }

  #layer(layer, at) {
    const { playground } = this;
    return html`<div class="panel-row">
      <span>Layer ${at + 2}, hidden</span>
      <span class="panel-fields">
        <bs-number
          label="Units of layer ${at + 2}"
          whole
          min="1"
          max=${MOST_UNITS}
          .value=${layer.units}
          .reason=${reasonAt(playground.problem, `/network/layers/${at}/units`)}
          @bs-number=${(event) => playground.edit(experiment.withUnits(playground.document, at, event.detail), `units ${at}`)}
        ></bs-number>
        <button
          class="link-button"
          type="button"
          aria-label="Remove layer ${at + 2}"
          @click=${() => playground.edit(experiment.withoutLayer(playground.document, at))}
        >
          remove
        </button>
      </span>
    </div>`;
  }
}

function named(names) {
  return names.map((value) => ({ value, text: value }));
}

customElements.define("bs-network-setup", NetworkSetup);
