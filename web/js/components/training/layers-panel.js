import { html, nothing } from "lit";
import { menu } from "../../lib/menu.js";
import { reasonAt } from "../../lib/problem-place.js";
import { TrainingElement } from "../../lib/training/element.js";
import * as experiment from "../../lib/training/experiment.js";
import { countsOf, newLayer, textOf, typeOf, typesFor } from "../../lib/layers/kinds.js";
import { shapeText, shapesOf } from "../../lib/layers/shapes.js";
import * as tree from "../../lib/layers/tree.js";
import { isNormalised } from "../../lib/layers/shortcuts.js";
import { hasBlocks } from "../../lib/layers/blocks.js";
import "../number-input.js";

/** @import { Place } from "../../lib/layers/tree.js" */

const MOST_LAYERS = 64;

/** `<bs-layers-panel>`: all layers, each with its kind and its numbers, and what is done to all hidden ones at once. */
export class LayersPanel extends TrainingElement {
  /** @type {string | null} the button that gets focus once the layers stand in their new order */
  #focusNext = null;

  reads({ document, problem }) {
    return [document, problem];
  }

  view({ document }) {
    const { network } = document;
    const places = tree.placesOf(network.layers);
    const shapes = shapesOf(network);
    const last = network.layers.length - 1;
    return html`
      <ol class="layer-list">
        <li class="layer-line"><span>Layer 1, inputs</span><span class="caption">${shapeText([network.inputs].flat())}</span></li>
        ${places.map((place) => (place.path[0] === last ? nothing : this.#line(place, shapes)))}
        ${places.filter(({ path }) => path.length === 1 && path[0] === last).map((place) => this.#output(place))}
      </ol>
      <p class="layer-tools">
        <button
          class="link-button"
          type="button"
          ?disabled=${places.length >= MOST_LAYERS}
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
      <span>Layer ${number}, output</span><span class="caption">${what}</span>${this.#reason(path)}
    </li>`;
  }

  /**
   * @param {Place} place
   * @param {ReturnType<typeof shapesOf>} shapes
   */
  #line(place, shapes) {
    const { layer, path, number, from } = place;
    const type = typeOf(layer);
    const name = from === number ? `layer ${number}` : `layers ${from} to ${number}`;
    const types = typesFor(this.playground.document.network);
    const shape = shapes[number - 1];
    return html`<li class="layer-line depth-${Math.min(path.length, 3)}">
      <span>${name.replace("layer", "Layer")}</span>
      ${menu({
        label: `Type of ${name}`,
        options: (types.includes(type) ? types : [...types, type]).map((value) => ({ value, text: textOf(value) })),
        value: type,
        choose: (chosen) => this.#put(path, newLayer(chosen, shapes[from - 2], this.#activation())),
      })}
      <span class="layer-counts ${countsOf(layer).length > 0 && shape?.length === 3 ? "wide" : ""}">
        ${countsOf(layer).map((count) => this.#count(place, count))}
        ${shape && shape.length === 3 ? html`<span class="caption">${shapeText(shape)}</span>` : nothing}
        ${layer.layers
          ? html`<button class="link-button" type="button" aria-label="Add to ${name}" @click=${() => this.#addInside(place, shapes)}>add inside</button>`
          : nothing}
      </span>
      <span class="layer-buttons">
        ${this.#move(path, name, -1, "up", "↑")} ${this.#move(path, name, 1, "down", "↓")}
        <button
          class="plain-button"
          type="button"
          aria-label="Remove ${name}"
          title="Remove"
          @click=${() => this.#edit(tree.removedAt(this.#layers, path))}
        >
          ×
        </button>
      </span>
      ${this.#reason(path)}
    </li>`;
  }

  #count({ layer, path, number }, { name, label, text, least, most, usual }) {
    const set = (value) => this.#put(path, { ...tree.layerAt(this.#layers, path), [name]: value }, `layer ${path} ${name}`);
    return html`<span class="layer-count">
      <bs-number
        label="${label} of layer ${number}"
        whole
        min=${least}
        max=${most}
        .value=${layer[name] ?? usual}
        @bs-number=${(event) => set(event.detail)}
      ></bs-number>
      <span class="caption" aria-hidden="true">${text}</span>
    </span>`;
  }

  #move(path, name, by, where, sign) {
    return html`<button
      class="plain-button"
      type="button"
      data-move="${path.join(".")} ${where}"
      aria-label="Move ${name} ${where}"
      title="Move ${where}"
      ?disabled=${!tree.canMove(this.#layers, path, by)}
      @click=${() => {
        this.#focusNext = `${[...path.slice(0, -1), path.at(-1) + by].join(".")} ${where}`;
        this.#edit(tree.movedAt(this.#layers, path, by));
      }}
    >
      ${sign}
    </button>`;
  }

  /** What the server says of this layer; of one inside, that one says it. */
  #reason(path) {
    const { problem } = this.playground;
    const pointer = tree.pointerOf(path);
    const inside = reasonAt(problem, `${pointer}/layers`) !== null && problem?.pointer !== `${pointer}/layers`;
    const reason = inside ? null : reasonAt(problem, pointer);
    return reason === null ? nothing : html`<span class="field-reason" role="status">${reason}</span>`;
  }

  get #layers() {
    return this.playground.document.network.layers;
  }

  #activation() {
    return experiment.hiddenActivationOf(this.playground.document) ?? "tanh";
  }

  #addInside({ layer, path, number }, shapes) {
    const added = newLayer("dense", shapes[number - 2], this.#activation());
    this.#edit(tree.insertedAt(this.#layers, [...path, (layer.layers ?? []).length], added));
  }

  #put(path, layer, field = "") {
    this.#edit(tree.replacedAt(this.#layers, path, layer), field);
  }

  #edit(layers, field = "") {
    this.playground.edit(experiment.withLayers(this.playground.document, layers), field);
  }

  /** A layer that was moved keeps the focus, at its end the other way. */
  updated() {
    super.updated();
    if (this.#focusNext !== null) {
      const [path] = this.#focusNext.split(" ");
      const wanted = [this.#focusNext, `${path} up`, `${path} down`].map((key) => this.#button(key));
      wanted.find((button) => button && !button.disabled)?.focus();
      this.#focusNext = null;
    }
  }

  /** @returns {HTMLButtonElement | null} */
  #button(key) {
    return this.querySelector(`[data-move="${key}"]`);
  }
}

customElements.define("bs-layers-panel", LayersPanel);
