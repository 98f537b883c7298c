/**
 * The keys of every page with a story. What belongs to the page and not to the Player is dispatched on the document:
 * "bs-explain-now", "bs-presenter", "bs-blackout" and "bs-help".
 */

import { GRAINS } from "./network-document.js";

/** @import { Player } from "./player.js" */

const TYPED_INTO = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]";
const PRESSED = `${TYPED_INTO}, button, a[href], summary, [role^=menuitem], [role=tab], [role=treeitem], [role=option]`;

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
  const onKeydown = (event) => {
    const action = actionOf(event, player.settings.letters);
    if (action) {
      event.preventDefault();
      action(player);
    }
  };
  document.addEventListener("keydown", onKeydown);
  return () => document.removeEventListener("keydown", onKeydown);
}

/**
 * @param {KeyboardEvent} event
 * @param {boolean} letters whether single characters act
 * @returns {((player: Player) => void) | undefined}
 */
export function actionOf(event, letters) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return undefined;
  }
  const target = event.target instanceof Element ? event.target : null;
  const move = MOVES[(event.shiftKey ? "Shift+" : "") + event.key];
  if (move) {
    return target?.closest(TYPED_INTO) ? undefined : move;
  }
  if (target?.closest(PRESSED)) {
    return undefined;
  }
  if (event.key === " ") {
    return event.shiftKey ? undefined : (player) => player.toggle();
  }
  return letters ? LETTERS[letterOf(event)] : undefined;
}

function letterOf(event) {
  const letter = event.key.toLowerCase();
  return event.shiftKey && letter === "z" ? "Shift+z" : letter;
}

function announce(type) {
  document.dispatchEvent(new CustomEvent(type));
}
