import { html, nothing } from "lit";
import { Disclosure } from "../lib/disclosure.js";
import { menu } from "../lib/menu.js";
import * as experiment from "../lib/network-document.js";
import { withInput, withTarget } from "../lib/network-edits.js";
import { PlayerElement } from "../lib/player-element.js";
import { isDense } from "../lib/layers/kinds.js";
import { shapeText } from "../lib/layers/shapes.js";
import { numbersOf } from "../lib/layers/tree.js";
import { inWords } from "../lib/layers/words.js";
import { reasonAt } from "../lib/problem-place.js";
import "./experiment-file.js";
import "./number-input.js";
import { optimizerFields } from "./optimizer-fields.js";
import "../lib/math.js";

const MOST_UNITS = 4096;
const MOST_LAYERS = 64;

/** Of more examples than this only those around the current one are listed. */
const MOST_LISTED = 12;

/**
 * `<bs-network-editor>`: a menu in which the whole experiment can be changed. Each change takes effect at once; what the
 * server refuses is said beside the field that is to blame.
 */
export class NetworkEditor extends PlayerElement {
  #panel = new Disclosure(this);

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
      ${this.#layers(player, document)}
      <h2>Training</h2>
      ${this.#loss(player, document)} ${this.#initialisation(player, document)} ${this.#rates(player, document)}
      <h2>Examples</h2>
      ${this.#examples(player)}
      <h2>Experiment</h2>
      <div class="panel-row">
        <button
          class="link-button"
          type="button"
          ?disabled=${experiment.isSameExperiment(document, document.start ?? document)}
          @click=${() => player.edit(experiment.withStart(player.document))}
        >
          Reset to the start
        </button>
        <bs-experiment-file .player=${player}></bs-experiment-file>
      </div>
    `;
  }

  #layers(player, document) {
    const { network } = document;
    const count = network.layers.length + 1;
    const numbers = numbersOf(network.layers);
    return html`
      <div class="panel-row layer-row">
        <span>Layer 1, inputs</span>
        ${Array.isArray(network.inputs)
          ? html`<span>${shapeText(network.inputs)}</span>`
          : units(player, 1, 1, network.inputs, "/network/inputs")}
        <span></span>
        <span></span>
      </div>
      ${network.layers.map((layer, at) =>
        isDense(layer) ? this.#layer(player, layer, at + 2, numbers[at], count) : told(player, layer, at, numbers[at]),
      )}
      <div class="panel-row">
        <button
          class="link-button"
          type="button"
          ?disabled=${count >= MOST_LAYERS}
          @click=${() => player.edit(experiment.withLayer(player.document))}
        >
          Add a hidden layer
        </button>
      </div>
    `;
  }

  /** At a place in the document, from 2, and with the number that it has everywhere else. */
  #layer(player, layer, place, number, count) {
    const output = place === count;
    const options = output ? experiment.ACTIVATIONS : experiment.ACTIVATIONS.filter((name) => name !== "softmax");
    const shown = options.includes(layer.activation) ? options : [...options, layer.activation];
    return html`
      <div class="panel-row layer-row">
        <span>Layer ${number}, ${output ? "output" : "hidden"}</span>
        ${units(player, place, number, layer.units, `/network/layers/${place - 2}/units`)}
        ${refusable(
          player,
          `/network/layers/${place - 2}/activation`,
          menu({
            label: `Activation of layer ${number}`,
            options: shown.map((name) => ({ value: name, text: name })),
            value: layer.activation,
            choose: (activation) => player.edit(experiment.withActivation(player.document, place, activation)),
          }),
        )}
        ${output
          ? html`<span></span>`
          : html`<button
              class="link-button"
              type="button"
              aria-label="Remove layer ${number}"
              @click=${() => player.edit(experiment.withoutLayer(player.document, place))}
            >
              remove
            </button>`}
      </div>
    `;
  }

  #loss(player, { network }) {
    return html`
      <div class="panel-row">
        <span aria-hidden="true">Loss</span>
        ${refusable(
          player,
          "/network/loss",
          menu({
            label: "Loss",
            options: experiment.LOSSES.map((name) => ({ value: name, text: name })),
            value: network.loss,
            choose: (loss) => player.edit(experiment.withLoss(player.document, loss)),
          }),
        )}
      </div>
    `;
  }

  /** The weights as they are given, or an initialisation that a seed makes the same every time. */
  #initialisation(player, document) {
    const given = Array.isArray(document.theta);
    const init = experiment.initialisationOf(document);
    const set = (patch) => player.edit({ theta: { ...experiment.initialisationOf(player.document), ...patch } });
    const options = experiment.INITIALISATIONS.map((name) => ({ value: name, text: name }));
    return html`
      <div class="panel-row">
        <span aria-hidden="true">Weights</span>
        <span class="panel-fields">
          ${refusable(
            player,
            "/theta",
            menu({
              label: "Weights",
              options: given ? [{ value: "", text: "as given" }, ...options] : options,
              value: given ? "" : init.init,
              choose: (name) => (name === "" ? undefined : set(withName(init, name))),
            }),
          )}
          ${!given && isRandom(init.init)
            ? html`<label class="label" aria-hidden="true">seed</label>
                <bs-number label="Seed" whole min="0" max="2147483647" .value=${init.seed ?? 7} @bs-number=${(event) => set({ seed: event.detail })}></bs-number>`
            : nothing}
        </span>
      </div>
    `;
  }

  #rates(player, document) {
    return html`
      <div class="panel-row">
        <span>${math("\\lambda")}, regularisation</span>
        <bs-number
          label="Lambda, regularisation"
          min="0"
          .value=${document.lambda}
          .reason=${reasonAt(player.problem, "/lambda")}
          @bs-number=${(event) => player.edit({ lambda: event.detail }, "lambda")}
        ></bs-number>
      </div>
      <div class="panel-row">
        <span>${math("\\lambda_{1}")}, of absolute weights</span>
        <bs-number
          label="Lambda 1, regularisation of absolute weights"
          min="0"
          .value=${document.l1 ?? 0}
          .reason=${reasonAt(player.problem, "/l1")}
          @bs-number=${(event) => player.edit({ l1: event.detail }, "l1")}
        ></bs-number>
      </div>
      ${optimizerFields(player, document)}
    `;
  }

  #examples(player) {
    const data = dataOf(player);
    if (data === null) {
      return nothing;
    }
    const { from, to } = listed(data.x.length, player.example);
    const inputs = data.x[0]?.length ?? 0;
    const outputs = data.y[0]?.length ?? 0;
    return html`
      <div class="example-table scrolling" tabindex="0" role="group" aria-label="Table of examples">
        <table>
          <thead>
            <tr>
              <th scope="col">example</th>
              ${Array.from({ length: inputs }, (_, i) => column("x", i + 1))}
              ${Array.from({ length: outputs }, (_, k) => column("y", outputs > 1 ? k + 1 : null))}
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${Array.from({ length: to - from + 1 }, (_, at) => this.#example(player, data, from + at))}
          </tbody>
        </table>
      </div>
      ${to - from + 1 < data.x.length
        ? html`<p class="caption">Examples ${from} to ${to} of ${data.x.length}; the table follows the example that is looked at.</p>`
        : nothing}
      ${reasonAt(player.problem, "/data") ? html`<p class="field-reason">${reasonAt(player.problem, "/data")}</p>` : nothing}
      <div class="panel-row">
        <button class="link-button" type="button" @click=${() => player.edit(experiment.withExample(dataOf(player)))}>
          Add an example
        </button>
      </div>
    `;
  }

  #example(player, data, example) {
    const cell = (kind, row, value, at) => html`<td>
      <bs-number
        label="Example ${example}, ${kind} ${at + 1}"
        .value=${value}
        @bs-number=${(event) => player.edit(row(dataOf(player), example, at + 1, event.detail), `${kind} ${example} ${at}`)}
      ></bs-number>
    </td>`;
    const input = (data, ...place) => withInput({ data }, ...place);
    const target = (data, ...place) => withTarget({ data }, ...place);
    return html`<tr aria-current=${example === player.example ? "true" : nothing}>
      <th scope="row">${example}</th>
      ${data.x[example - 1].map((value, at) => cell("x", input, value, at))}
      ${data.y[example - 1].map((value, at) => cell("y", target, value, at))}
      <td>
        ${data.x.length > 1
          ? html`<button
              class="link-button"
              type="button"
              aria-label="Remove example ${example}"
              @click=${() => player.edit(experiment.withoutExample(dataOf(player), example))}
            >
              remove
            </button>`
          : nothing}
      </td>
    </tr>`;
  }
}

function column(letter, number) {
  return html`<th scope="col">
    <span class="visually-hidden">${letter} ${number ?? ""}</span>
    <bs-math latex=${number === null ? letter : `${letter}_{${number}}`} aria-hidden="true" silent></bs-math>
  </th>`;
}

/** As a template of its own: a formula that renders itself while its template is cloned would upset what follows it. */
function math(latex) {
  return html`<bs-math latex=${latex}></bs-math>`;
}

/** A layer of a kind that is not edited here. */
function told(player, layer, at, number) {
  return html`<div class="panel-row">
    ${refusable(player, `/network/layers/${at}`, html`<span>Layer ${number}, ${inWords(layer)}</span>`)}
  </div>`;
}

function units(player, place, layer, value, pointer) {
  return html`<span class="panel-fields">
    <bs-number
      label="Units of layer ${layer}"
      whole
      min="1"
      max=${MOST_UNITS}
      .value=${value}
      .reason=${reasonAt(player.problem, pointer)}
      @bs-number=${(event) => player.edit(experiment.withUnits(player.document, dataOf(player), place, event.detail), `units ${layer}`)}
    ></bs-number>
    <span class="label" aria-hidden="true">${value === 1 ? "unit" : "units"}</span>
  </span>`;
}

/** A field with what the server says of it. */
function refusable(player, pointer, field) {
  const reason = reasonAt(player.problem, pointer);
  return html`<span class="refusable">${field} ${reason ? html`<span class="field-reason" role="status">${reason}</span>` : nothing}</span>`;
}

/** The examples of the document; those of a named set are known by the trace alone. */
function dataOf({ document, trace }) {
  return Array.isArray(document.data?.x) ? document.data : (trace?.data ?? null);
}

function listed(count, example) {
  if (count <= MOST_LISTED) {
    return { from: 1, to: count };
  }
  const from = Math.max(1, Math.min(example - MOST_LISTED / 2, count - MOST_LISTED + 1));
  return { from, to: from + MOST_LISTED - 1 };
}

function isRandom(name) {
  return name !== "zeros" && name !== "constant";
}

/** An initialisation by name; the seed is kept for the next one that needs it. */
function withName({ seed = 7 }, name) {
  return { init: name, seed };
}

customElements.define("bs-network-editor", NetworkEditor);
