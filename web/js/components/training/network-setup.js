import { html, nothing } from "lit";
import { Disclosure } from "../../lib/disclosure.js";
import { reasonAt } from "../../lib/problem-place.js";
import { LOSSES } from "../../lib/network-choices.js";
import { TrainingElement } from "../../lib/training/element.js";
import * as experiment from "../../lib/training/experiment.js";
import { menuRow, row } from "../../lib/training/fields.js";
import { folded, inALine } from "../../lib/layers/words.js";
import "./layers-panel.js";

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
      ${hidden === null
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

  #layers({ network }) {
    return html`<span class="panel-anchor">
      <button
        class="setup-button opens"
        type="button"
        aria-label="Layers, ${inALine(network)}"
        aria-expanded=${this.#panel.open}
        aria-controls="layers-panel"
        @click=${() => this.#panel.toggle()}
      >
        ${folded(network)}
      </button>
      <section class="panel layers-panel" id="layers-panel" aria-label="Layers" ?hidden=${!this.#panel.open}>
        ${this.#panel.open ? html`<bs-layers-panel .player=${this.player}></bs-layers-panel>` : nothing}
      </section>
    </span>`;
  }
}

function named(names) {
  return names.map((value) => ({ value, text: value }));
}

customElements.define("bs-network-setup", NetworkSetup);
