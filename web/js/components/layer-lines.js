import { html, nothing } from "lit";
import { countsOf, newLayer, textOf, typeOf, typesFor } from "../lib/layers/kinds.js";
import { shapeText, shapesOf } from "../lib/layers/shapes.js";
import * as tree from "../lib/layers/tree.js";
import { menu } from "../lib/menu.js";
import { reasonAt } from "../lib/problem-place.js";
import "./number-input.js";

/** @import { Layer } from "../lib/layers/kinds.js" */
/** @import { Shape } from "../lib/layers/shapes.js" */
/** @import { Place } from "../lib/layers/tree.js" */

/**
 * What the lines of layers read and change.
 * @typedef {object} LayersHost
 * @property {{inputs: number | number[], layers: readonly Layer[]}} network
 * @property {import("../lib/types.js").Problem | null} problem
 * @property {string} hiddenActivation of layers that are added
 * @property {readonly string[]} [activations] to choose from for each layer; none where that is not offered
 * @property {(layers: Layer[], field?: string) => void} edit
 */

/** The hidden layers of a network, a line each with its kind and its numbers: to be changed, moved, added to and removed. */
export class LayerLines {
  /** @type {string | null} the button that gets focus once the layers stand in their new order */
  #focusNext = null;
  #hostNow;

  /** @param {() => LayersHost} hostNow */
  constructor(hostNow) {
    this.#hostNow = hostNow;
  }

  get #layers() {
    return this.#hostNow().network.layers;
  }

  /** A line for every layer but the output. */
  hidden() {
    const { network } = this.#hostNow();
    const shapes = shapesOf(network);
    const last = network.layers.length - 1;
    return tree.placesOf(network.layers).filter(({ path }) => path[0] !== last).map((place) => this.#line(place, shapes));
  }

  /** The place of the output. */
  get output() {
    return /** @type {Place} */ (tree.placesOf(this.#layers).findLast(({ path }) => path.length === 1));
  }

  /**
   * @param {Place} place
   * @param {(Shape | null)[]} shapes
   */
  #line(place, shapes) {
    const { layer, path, number, from } = place;
    const name = from === number ? `layer ${number}` : `layers ${from} to ${number}`;
    const shape = shapes[number - 1];
    const counts = countsOf(layer).length;
    const isWide = counts > 1 || (counts > 0 && shape?.length === 3);
    return html`<li class="layer-line depth-${Math.min(path.length, 3)}">
      <span>${name.replace("layer", "Layer")}</span>
      ${this.#type(place, name, shapes)}
      <span class="layer-counts ${isWide ? "wide" : ""}">
        ${countsOf(layer).map((count) => this.#count(place, count))} ${this.#activation(place, name)}
        ${shape?.length === 3 ? html`<span class="caption">${shapeText(shape)}</span>` : nothing}
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
      ${this.reason(path)}
    </li>`;
  }

  #type({ layer, path, from }, name, shapes) {
    const { network, hiddenActivation } = this.#hostNow();
    const type = typeOf(layer);
    const types = typesFor(network);
    return menu({
      label: `Type of ${name}`,
      options: (types.includes(type) ? types : [...types, type]).map((value) => ({ value, text: textOf(value) })),
      value: type,
      choose: (chosen) => this.#put(path, newLayer(chosen, shapes[from - 2], hiddenActivation)),
    });
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

  /** Layers without weights hand on what they are given; an addition may have an activation. */
  #activation({ layer, path, number }, name) {
    const { activations } = this.#hostNow();
    if (activations === undefined || ["max-pool2d", "flatten"].includes(typeOf(layer))) {
      return nothing;
    }
    const value = layer.activation ?? "linear";
    const options = activations.includes(value) ? activations : [...activations, value];
    return menu({
      label: `Activation of ${typeOf(layer) === "residual" ? name : `layer ${number}`}`,
      options: options.map((each) => ({ value: each, text: each })),
      value,
      choose: (activation) => this.#put(path, { ...tree.layerAt(this.#layers, path), activation }),
    });
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

  /**
   * What the server says of a layer; of one inside, that one says it.
   * @param {readonly number[]} path
   */
  reason(path) {
    const { problem } = this.#hostNow();
    const pointer = tree.pointerOf(path);
    const inside = reasonAt(problem, `${pointer}/layers`) !== null && problem?.pointer !== `${pointer}/layers`;
    const reason = inside ? null : reasonAt(problem, pointer);
    return reason === null ? nothing : html`<span class="field-reason" role="status">${reason}</span>`;
  }

  #addInside({ layer, path, number }, shapes) {
    const added = newLayer("dense", shapes[number - 2], this.#hostNow().hiddenActivation);
    this.#edit(tree.insertedAt(this.#layers, [...path, (layer.layers ?? []).length], added));
  }

  #put(path, layer, field = "") {
    this.#edit(tree.replacedAt(this.#layers, path, layer), field);
  }

  #edit(layers, field = "") {
    this.#hostNow().edit(layers, field);
  }

  /**
   * A layer that was moved keeps the focus, at its end the other way.
   * @param {HTMLElement} root
   */
  restoreFocus(root) {
    if (this.#focusNext !== null) {
      const [path] = this.#focusNext.split(" ");
      const wanted = [this.#focusNext, `${path} up`, `${path} down`];
      const buttons = wanted.map((key) => /** @type {HTMLButtonElement | null} */ (root.querySelector(`[data-move="${key}"]`)));
      buttons.find((button) => button && !button.disabled)?.focus();
      this.#focusNext = null;
    }
  }
}
