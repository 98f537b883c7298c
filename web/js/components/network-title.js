import { html } from "lit";
import { PlayerElement } from "../lib/player-element.js";
import { undoRedo } from "../lib/undo-redo.js";

/** `<bs-network-title>`: the network in a few words, and the way back from an edit. */
export class NetworkTitle extends PlayerElement {
  view(player) {
    return html`
      <span class="network-title" title=${player.name}>${player.name}</span>
      ${undoRedo(player)}
    `;
  }
}

customElements.define("bs-network-title", NetworkTitle);
