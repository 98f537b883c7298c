/**
 * Where the reader stopped, so that the first page can lead back there.
 *
 * @typedef {{href: string, expression: string, step: number}} Place  `expression` is the name of what
 * was stepped through, `step` counts from 1
 */

const KEY = "backstep.last";

/**
 * Remembers the place whenever the page is left or put aside.
 *
 * @param {import("./player.js").Player} player
 * @param {Storage | null} storage
 * @param {Window} window
 */
export function rememberPlace(player, storage, window) {
  window.addEventListener("pagehide", () => {
    const { pathname, search, hash } = window.location;
    if (player.trace !== null && player.index > 0 && !/[?&]held\b/.test(search)) {
      const moment = hash.startsWith("#n=") ? search + hash : search;
      writePlace(storage, { href: pathname + moment, expression: player.name, step: player.index + 1 });
    }
  });
}

/**
 * @param {Storage | null} storage
 * @returns {Place | null}
 */
export function readPlace(storage) {
  try {
    const place = JSON.parse(storage?.getItem(KEY) ?? "null");
    return isPlace(place) ? place : null;
  } catch {
    return null;
  }
}

/**
 * @param {Storage | null} storage
 * @param {Place} place
 */
function writePlace(storage, place) {
  try {
    storage?.setItem(KEY, JSON.stringify(place));
  } catch {
    // Without storage there is no way back, and nothing else is lost.
  }
}

/** Only a page of ours is led back to. */
function isPlace(place) {
  return (
    typeof place?.href === "string" &&
    /^\/(autodiff|network)([?#]|$)/.test(place.href) &&
    typeof place.expression === "string" &&
    Number.isInteger(place.step)
  );
}
