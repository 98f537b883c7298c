/**
 * Where the reader stopped, so that the first page can lead back there.
 *
 * @typedef {{href: string, expression: string, step?: number, epoch?: number}} Place  `expression` is the name of what
 * was looked at, `step` counts from 1; of a run there is the `epoch`
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
    if (player.trace !== null && player.index > 0 && !/[?&]held\b/.test(window.location.search)) {
      writePlace(storage, { href: hrefOf(window.location), expression: player.name, step: player.index + 1 });
    }
  });
}

/**
 * Remembers the run of the playground that has begun.
 *
 * @param {import("./training/playground.js").Playground} playground
 * @param {Storage | null} storage
 * @param {Window} window
 */
export function rememberRun(playground, storage, window) {
  window.addEventListener("pagehide", () => {
    const { run, at, laboratory, name } = playground;
    if (run?.hasBegun) {
      const expression = laboratory?.text.title ?? name;
      writePlace(storage, { href: hrefOf(window.location), expression, epoch: run.epochOf(at) });
    }
  });
}

function hrefOf({ pathname, search, hash }) {
  return pathname + (hash.startsWith("#n=") ? search + hash : search);
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
    /^\/(autodiff|network|playground)([?#]|$)/.test(place.href) &&
    typeof place.expression === "string" &&
    (Number.isInteger(place.step) || Number.isInteger(place.epoch))
  );
}
