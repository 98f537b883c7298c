import { html } from "lit";
import { saveFile } from "../../lib/experiment-file.js";
import { TrainingElement } from "../../lib/training/element.js";
import { fileOf } from "../../lib/training/file.js";

/** `<bs-experiment-tools>`: undo and redo, and the experiment as a file. */
export class ExperimentTools extends TrainingElement {
  reads({ document, canUndo, canRedo }) {
    return [document, canUndo, canRedo];
  }

  view(playground) {
    return html`
      <h2>Experiment</h2>
      <div class="experiment-tools">
        <span class="undo-redo" role="group" aria-label="Edits">
          ${button("Undo", "z", "M6.5 3 2.5 7l4 4M3 7h6.5a4 4 0 0 1 0 8H7", playground.canUndo, () => playground.undo())}
          ${button("Redo", "Shift+Z", "M9.5 3l4 4-4 4M13 7H6.5a4 4 0 0 0 0 8H9", playground.canRedo, () => playground.redo())}
        </span>
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

customElements.define("bs-experiment-tools", ExperimentTools);
