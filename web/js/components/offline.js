import { html, nothing } from "lit";
import { PlayerElement } from "../lib/player-element.js";

/** `<bs-offline>`: one line below the top bar while the server cannot be reached. */
export class Offline extends PlayerElement {
  view({ offline }) {
    return html`<div role="status">${
      offline
        ? html`<p class="notice">
            The server cannot be reached. The steps that are here go on working; edits and explanations wait for it.
          </p>`
        : nothing
    }</div>`;
  }
}

customElements.define("bs-offline", Offline);
