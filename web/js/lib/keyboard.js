/**
 * The keys of every page with a story. What belongs to the page and not to the Player is dispatched on the document:
 * "bs-explain-now", "bs-presenter", "bs-blackout" and "bs-help".
 */

import { follow } from "./key-actions.js";
import { GRAINS } from "./network-looks.js";

/** @import { Player } from "./player.js" */

/** Keys that move; they act unless something is typed into. */
const MOVES = {
  ArrowLeft: (player) => player.previous(),
  ArrowRight: (player) => player.next(),
  PageUp: (player) => player.previous(),
  PageDown: (player) => player.next(),
  "Shift+ArrowLeft": (player) => player.previousPhase(),
  "Shift+ArrowRight": (player) => player.nextPhase(),
  Home: (player) => player.first(),
  End: (player) => player.last(),
};

/** Single characters; they can be switched off. */
const LETTERS = {
  f: (player) => player.goPhase("forward"),
  b: (player) => player.goPhase("backward"),
  z: (player) => player.undo(),
  "Shift+z": (player) => player.redo(),
  ...Object.fromEntries(GRAINS.map((grain, at) => [String(at + 1), (player) => player.schedule && player.edit({ grain })])),
  e: () => announce("bs-explain-now"),
  p: () => announce("bs-presenter"),
  ".": () => announce("bs-blackout"),
  "?": () => announce("bs-help"),
};

/**
 * @param {Player} player
 * @param {Document} document
 * @returns {() => void} switches the keys off
 */
export function followKeys(player, document) {
  return follow(player, { moves: MOVES, letters: LETTERS }, document);
}

function announce(type) {
  document.dispatchEvent(new CustomEvent(type));
}
