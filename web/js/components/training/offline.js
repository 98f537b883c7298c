import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";

/** `<bs-training-offline>`: one line below the top bar while the server cannot be reached. */
export class TrainingOffline extends TrainingElement {
  reads({ offline }) {
    return [offline];
  }

  view({ offline }) {
    return html`<div role="status">${
      offline
        ? html`<p class="notice">
            The server cannot be reached. What is on the page stays; training and time travel wait for it.
          </p>`
        : nothing
    }</div>`;
  }
}

customElements.define("bs-training-offline", TrainingOffline);
