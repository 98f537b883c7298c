import { html, nothing } from "lit";
import { withActivation, withInputs, withLayer, withUnits } from "../lib/architecture-edits.js";
import { isDense } from "../lib/layers/kinds.js";
import { placesOf } from "../lib/layers/tree.js";
import { inWords } from "../lib/layers/words.js";
import { menu } from "../lib/menu.js";
import { ACTIVATIONS } from "../lib/network-choices.js";
import { dataOf } from "../lib/network-edits.js";
import { reasonAt } from "../lib/problem-place.js";
import "./number-input.js";

/** @import { LayerLines } from "./layer-lines.js" */
/** @import { Player } from "../lib/player.js" */

const MOST_UNITS = 4096;
const MOST_LAYERS = 64;
const SIDES = Object.freeze(["Channels", "Height", "Width"]);

/**
 * All layers of a network to be edited: the inputs, a line for each hidden layer, and the output.
 * @param {Player} player
 * @param {LayerLines} lines
 */
export function layerFields(player, lines) {
  const { network } = player.document;
  return html`
    <ol class="layer-list">
      ${inputs(player, network.inputs)} ${lines.hidden()} ${output(player, lines)}
    </ol>
    <p class="layer-tools">
      <button
        class="link-button"
        type="button"
        ?disabled=${placesOf(network.layers).length + 1 >= MOST_LAYERS}
        @click=${() => player.edit(withLayer(player.document))}
      >
        Add a hidden layer
      </button>
    </p>
  `;
}

function inputs(player, shape) {
  const isImage = Array.isArray(shape);
  return html`<li class="layer-line">
    <span>Layer 1, inputs</span>
    ${menu({
      label: "Arrangement of layer 1",
      options: [
        { value: false, text: "numbers" },
        { value: true, text: "image" },
      ],
      value: isImage,
      choose: (wanted) => player.edit(withInputs(player.document, dataOf(player), rearranged(player.document.network.inputs, wanted))),
    })}
    <span class="layer-counts ${isImage ? "wide" : ""}">
      ${isImage ? SIDES.map((side, at) => sideOf(player, shape, side, at)) : units(player, 1, 1, shape, "/network/inputs")}
    </span>
    ${isImage ? reason(reasonAt(player.problem, "/network/inputs")) : nothing}
  </li>`;
}

function sideOf(player, shape, side, at) {
  const set = (value) => withInputs(player.document, dataOf(player), player.document.network.inputs.with(at, value));
  return html`<span class="layer-count">
    <bs-number
      label="${side} of layer 1"
      whole
      min="1"
      max=${MOST_UNITS}
      .value=${shape[at]}
      @bs-number=${(event) => player.edit(set(event.detail), `inputs ${at}`)}
    ></bs-number>
    <span class="caption" aria-hidden="true">${side.toLowerCase()}</span>
  </span>`;
}

/** As many numbers as before: as an image of one channel as square as can be, or in a row. */
function rearranged(shape, asImage) {
  if (!asImage) {
    return [shape].flat().reduce((product, side) => product * side, 1);
  }
  let height = Math.floor(Math.sqrt(shape));
  while (shape % height > 0) {
    height--;
  }
  return [1, height, shape / height];
}

function output(player, lines) {
  const { layer, number, path } = lines.output;
  const place = player.document.network.layers.length + 1;
  if (!isDense(layer)) {
    return html`<li class="layer-line"><span>Layer ${number}, output</span><span class="caption">${inWords(layer)}</span>${lines.reason(path)}</li>`;
  }
  return html`<li class="layer-line">
    <span>Layer ${number}, output</span>
    <span class="caption">dense</span>
    <span class="layer-counts beside">
      ${units(player, place, number, layer.units, `/network/layers/${place - 2}/units`)}
      ${menu({
        label: `Activation of layer ${number}`,
        options: ACTIVATIONS.map((name) => ({ value: name, text: name })),
        value: layer.activation,
        choose: (activation) => player.edit(withActivation(player.document, activation)),
      })}
    </span>
    ${reason(reasonAt(player.problem, `/network/layers/${place - 2}/activation`) ?? other(player, path))}
  </li>`;
}

/** What is said of the output as a whole. */
function other({ problem }, path) {
  return problem?.pointer === `/network/layers/${path[0]}` || problem?.pointer === `/network/layers/${path[0]}/type` ? reasonAt(problem, problem.pointer) : null;
}

function reason(text) {
  return text === null ? nothing : html`<span class="field-reason" role="status">${text}</span>`;
}

function units(player, place, layer, value, pointer) {
  return html`<span class="layer-count">
    <bs-number
      label="Units of layer ${layer}"
      whole
      min="1"
      max=${MOST_UNITS}
      .value=${value}
      .reason=${reasonAt(player.problem, pointer)}
      @bs-number=${(event) => player.edit(withUnits(player.document, dataOf(player), place, event.detail), `units ${layer}`)}
    ></bs-number>
    <span class="caption" aria-hidden="true">${value === 1 ? "unit" : "units"}</span>
  </span>`;
}
