import { html } from "lit";
import { fileOf, saveFile } from "../lib/experiment-file.js";
import { PlayerElement } from "../lib/player-element.js";

/** `<bs-experiment-file>`: saves the experiment as a file; what is opened goes to the page as "bs-open-file". */
export class ExperimentFile extends PlayerElement {
  view(player) {
    return html`<span class="panel-fields">
      <button class="link-button" type="button" @click=${() => saveFile(fileOf(player.document), document)}>Save as a file</button>
      <label class="link-button file-button">
        Open a file
        <input class="visually-hidden" type="file" accept=".json,application/json" @change=${this.#onChange} />
      </label>
    </span>`;
  }

  #onChange = (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const file = field.files?.[0];
    if (file) {
      document.dispatchEvent(new CustomEvent("bs-open-file", { detail: file }));
    }
    field.value = "";
  };
}

customElements.define("bs-experiment-file", ExperimentFile);
