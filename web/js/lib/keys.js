/**
 * The list of keys, as Help shows it.
 *
 * @type {readonly {keys: readonly string[], does: string}[]}
 */
export const KEYS = Object.freeze([
  { keys: ["←", "→"], does: "one step back, one step on" },
  { keys: ["Shift ←", "Shift →"], does: "previous, next phase" },
  { keys: ["Space"], does: "play, pause" },
  { keys: ["Home", "End"], does: "first, last step" },
  { keys: ["f", "b"], does: "start of the forward, of the backward phase" },
  { keys: ["1", "2", "3"], does: "a network by layer, unit, term" },
  { keys: ["e"], does: "explain the number in focus, otherwise the result" },
  { keys: ["z", "Shift z"], does: "undo, redo an edit" },
  { keys: ["p"], does: "presenter mode on, off" },
  { keys: ["."], does: "black screen while presenting" },
  { keys: ["?"], does: "this list" },
  { keys: ["Esc"], does: "close what is open" },
]);

/**
 * Whether a key asks to explain what has the focus.
 * @param {KeyboardEvent} event
 */
export function asksWhy(event) {
  return event.key === "e" && !event.ctrlKey && !event.metaKey && !event.altKey;
}
