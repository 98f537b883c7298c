/**
 * The keys of the page /playground. What belongs to the page and not to the Playground is dispatched on the document.
 */

import { follow } from "../key-actions.js";

/** @import { Playground } from "./playground.js" */

/** @type {Record<string, (playground: Playground) => void>} */
const MOVES = {
  ArrowLeft: (playground) => playground.move(-1),
  ArrowRight: (playground) => playground.move(1),
  PageUp: (playground) => playground.move(-1),
  PageDown: (playground) => playground.move(1),
  "Shift+ArrowLeft": (playground) => playground.move(-1, "update"),
  "Shift+ArrowRight": (playground) => forward(playground),
  Home: (playground) => playground.seek(playground.run?.first ?? 0),
  End: (playground) => playground.seek("live"),
};

/** @type {Record<string, (playground: Playground) => void>} */
const LETTERS = {
  p: () => document.dispatchEvent(new CustomEvent("bs-presenter")),
  ".": () => document.dispatchEvent(new CustomEvent("bs-blackout")),
  z: (playground) => playground.undo(),
  "Shift+z": (playground) => playground.redo(),
  "?": () => document.dispatchEvent(new CustomEvent("bs-help")),
};

/** One update on; at the newest moment of a run that waits, the update is made. */
function forward(playground) {
  if (playground.shown === "live") {
    playground.step();
  } else {
    playground.move(1, "update");
  }
}

/**
 * @param {Playground} playground
 * @param {Document} document
 */
export function followTrainingKeys(playground, document) {
  follow(playground, { moves: MOVES, letters: LETTERS }, document);
}

/** The list of keys, as Help shows it on this page. */
export const TRAINING_KEYS = Object.freeze([
  { keys: ["Space"], does: "start, pause; at the end, replay" },
  { keys: ["←", "→"], does: "one epoch back, one epoch on" },
  { keys: ["Shift ←", "Shift →"], does: "one update back, one update on" },
  { keys: ["Home", "End"], does: "the start, the newest moment" },
  { keys: ["z", "Shift z"], does: "undo, redo an edit" },
  { keys: ["p"], does: "present, and back" },
  { keys: ["."], does: "a black screen while presenting" },
  { keys: ["?"], does: "this list" },
  { keys: ["Esc"], does: "close what is open" },
]);
