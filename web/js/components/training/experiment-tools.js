import { html } from "lit";
import { saveFile } from "../../lib/experiment-file.js";
import { TrainingElement } from "../../lib/training/element.js";
import { fileOf } from "../../lib/training/file.js";
import { undoRedo } from "../../lib/undo-redo.js";

/** `<bs-experiment-tools>`: undo and redo, and the experiment as a file. */
export class ExperimentTools extends TrainingElement {
  reads({ document, canUndo, canRedo }) {
    return [document, canUndo, canRedo];
  }

  view(playground) {
    return html`
      <h2>Experiment</h2>
      <div class="experiment-tools">
        ${undoRedo(playground)}
        <button class="link-button" type="button" @click=${() => saveFile(fileOf(playground.document), document)}>Save as a file</button>
        <label class="link-button file-button">
          Open a file
          <input class="visually-hidden" type="file" accept=".json,application/json" @change=${onChange} />
        </label>
      </div>
    `;
  }
}

function onChange(event) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const file = field.files?.[0];
  if (file) {
    document.dispatchEvent(new CustomEvent("bs-open-file", { detail: file }));
  }
  field.value = "";
}

customElements.define("bs-experiment-tools", ExperimentTools);
