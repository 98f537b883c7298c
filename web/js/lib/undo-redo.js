import { html } from "lit";

const UNDO = "M6.5 3 2.5 7l4 4M3 7h6.5a4 4 0 0 1 0 8H7";
const REDO = "M9.5 3l4 4-4 4M13 7H6.5a4 4 0 0 0 0 8H9";

/**
 * The way back from an edit, and forth again.
 * @param {{canUndo: boolean, canRedo: boolean, undo: () => void, redo: () => void}} edits
 */
export function undoRedo(edits) {
  return html`<span class="undo-redo" role="group" aria-label="Edits">
    ${button("Undo", "z", UNDO, edits.canUndo, () => edits.undo())}
    ${button("Redo", "Shift+Z", REDO, edits.canRedo, () => edits.redo())}
  </span>`;
}

/** Switched off it keeps the focus, and does nothing. */
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
