import { html } from "lit";
import { PlayerElement } from "../lib/player-element.js";

/** `<bs-network-title>`: the network in a few words, and the way back from an edit. */
export class NetworkTitle extends PlayerElement {
  view(player) {
    return html`
      <span class="network-title" title=${player.name}>${player.name}</span>
      <span class="undo-redo" role="group" aria-label="Edits">
        ${button("Undo", "z", "M6.5 3 2.5 7l4 4M3 7h6.5a4 4 0 0 1 0 8H7", player.canUndo, () => player.undo())}
        ${button("Redo", "Shift+Z", "M9.5 3l4 4-4 4M13 7H6.5a4 4 0 0 0 0 8H9", player.canRedo, () => player.redo())}
      </span>
    `;
  }
}

function button(label, keys, path, on, act) {
  return html`<button
    class="plain-button"
    type="button"
    aria-label=${label}
    aria-keyshortcuts=${keys}
    aria-disabled=${!on}
    title=${label}
    @click=${() => on && act()}
  >
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg>
  </button>`;
}

customElements.define("bs-network-title", NetworkTitle);
