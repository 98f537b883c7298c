import { html, nothing } from "lit";
import { choices } from "../lib/choices.js";
import { GRAINS, hasLikelihood } from "../lib/network-document.js";
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

/** `<bs-network-modes>`: what is told, in which grain, and by which sign convention. */
export class NetworkModes extends PlayerElement {
  view(player) {
    const { grain, story, sign, network } = player.document;
    return html`
      ${choices({
        name: "story",
        label: "Story",
        options: STORIES,
        value: story,
        choose: (chosen) => player.edit({ story: chosen }),
      })}
      ${story === "pass"
        ? choices({
            name: "grain",
            label: "step by",
            labelled: true,
            options: BY_GRAIN,
            value: grain,
            choose: (chosen) => player.edit({ grain: chosen }),
          })
        : nothing}
      ${hasLikelihood(network.loss)
        ? choices({
            name: "sign",
            label: "sign",
            labelled: true,
            options: SIGNS,
            value: sign,
            choose: (chosen) => player.edit({ sign: chosen }),
          })
        : nothing}
    `;
  }
}

customElements.define("bs-network-modes", NetworkModes);
