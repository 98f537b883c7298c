import { html, nothing } from "lit";
import { choices } from "../lib/choices.js";
import { menu } from "../lib/menu.js";
import { hasLikelihood } from "../lib/network-choices.js";
import { GRAINS } from "../lib/network-looks.js";
import { isAllDense } from "../lib/layers/kinds.js";
import { PlayerElement } from "../lib/player-element.js";

const BY_GRAIN = GRAINS.map((grain) => ({ value: grain, text: grain }));
const STORIES = [
  { value: "pass", text: "Pass" },
  { value: "derivation", text: "Derivation" },
];
const SIGNS = [
  { value: "loss", text: "loss" },
  { value: "log-likelihood", text: "likelihood", spoken: "log-likelihood" },
];

/** `<bs-network-modes>`: what is told, in which grain, and by which sign convention; on a phone as lists to open. */
export class NetworkModes extends PlayerElement {
  view(player) {
    const { grain, story, sign, network } = player.document;
    return html`
      ${isAllDense(network) ? nothing : html`<span class="caption">The derivation is for dense layers alone.</span>`}
      ${isAllDense(network) ? oneOf("story", "Story", false, STORIES, story, (chosen) => player.edit({ story: chosen })) : nothing}
      ${story === "pass"
        ? oneOf("grain", "step by", true, BY_GRAIN, grain, (chosen) => player.edit({ grain: chosen }))
        : nothing}
      ${hasLikelihood(network.loss)
        ? oneOf("sign", "sign", true, SIGNS, sign, (chosen) => player.edit({ sign: chosen }))
        : nothing}
    `;
  }
}

function oneOf(name, label, labelled, options, value, choose) {
  return html`
    <span class="wide-only">${choices({ name, label, labelled, options, value, choose })}</span>
    <span class="narrow-only">${menu({ label, options, value, choose })}</span>
  `;
}

customElements.define("bs-network-modes", NetworkModes);
