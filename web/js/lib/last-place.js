/**
 * Where the reader stopped, so that the first page can lead back there.
 *
 * @typedef {{href: string, expression: string, step: number}} Place  `step` counts from 1
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
    if (player.trace !== null && player.index > 0) {
      const { pathname, search } = window.location;
      writePlace(storage, { href: pathname + search, expression: player.document.expression, step: player.index + 1 });
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
    /^\/autodiff(\?|$)/.test(place.href) &&
    typeof place.expression === "string" &&
    Number.isInteger(place.step)
  );
}
