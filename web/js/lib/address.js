/**
 * Keeps the address of a page and its Player together.
 */

/**
 * @typedef {{document: any, index: number, trace: any}} Place
 *
 * @typedef {object} LinkForm how a page writes its moments
 * @property {(location: Location | URL) => any} read the moment that an address names, or a promise of it; null where
 *     the address names none and the page stays where it is
 * @property {(place: Place) => string | null} write what stands behind the path; null while it cannot be written yet
 * @property {(location: Location) => boolean} [isWhole] whether an address says more than the document that the history keeps
 * @property {(document: any) => Promise<void>} [prepare] does what must be done before a document can be written
 */

const WRITE_AFTER = 250;

/**
 * Opens what the address names.
 * @param {import("./player.js").Player} player
 * @param {Location} location
 * @param {LinkForm} form
 * @returns {Promise<any>} the moment
 */
export async function openAddress(player, location, form) {
  const moment = form.read(location);
  const read = moment instanceof Promise ? await moment : moment;
  if (read !== null) {
    player.open(read);
  }
  return read;
}

/**
 * An edit is a new place in the history, a step only renews the place. Edits and steps that follow each other quickly
 * are written once.
 * @param {import("./player.js").Player} player
 * @param {Window} window
 * @param {LinkForm} form
 * @returns {() => void} ends it
 */
export function followAddress(player, window, form) {
  const { history, location } = window;
  let entry = placeOf(player);
  let isNew = false;
  let waiting = 0;

  const write = () => {
    window.clearTimeout(waiting);
    waiting = 0;
    const link = form.write(entry);
    if (link === null) {
      form.prepare?.(entry.document).then(later);
      return;
    }
    const put = (state) => history[isNew ? "pushState" : "replaceState"](state, "", location.pathname + link);
    try {
      put({ document: entry.document, index: entry.index });
    } catch {
      // A browser keeps only so much beside an address; then the address alone leads back.
      put(null);
    }
    isNew = false;
  };
  const later = () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(write, WRITE_AFTER);
  };
  const onChange = () => {
    const place = placeOf(player);
    if (!player.trace || player.stale || isSamePlace(place, entry)) {
      return;
    }
    if (!isSameDocument(place.document, entry.document) && !isNew) {
      if (waiting) {
        write();
      }
      isNew = history.state?.document !== undefined;
    }
    entry = place;
    form.prepare?.(entry.document);
    later();
  };
  const onPopState = (event) => {
    window.clearTimeout(waiting);
    waiting = 0;
    isNew = false;
    if (event.state?.document && !form.isWhole?.(location)) {
      player.restore(event.state.document, event.state.index);
    } else {
      openAddress(player, location, form);
    }
    entry = placeOf(player);
  };
  const onLeave = () => {
    if (waiting) {
      write();
    }
  };

  player.addEventListener("change", onChange);
  window.addEventListener("popstate", onPopState);
  window.addEventListener("pagehide", onLeave);
  return () => {
    window.clearTimeout(waiting);
    player.removeEventListener("change", onChange);
    window.removeEventListener("popstate", onPopState);
    window.removeEventListener("pagehide", onLeave);
  };
}

/** @returns {Place & {name: string}} */
function placeOf({ document, index, trace }) {
  return { document, index, trace, name: nameOfTrace(trace) };
}

function isSamePlace(one, other) {
  return one.document === other.document && one.index === other.index && one.name === other.name;
}

/** A run that has begun is named in a link; other traces are only there or not. */
function nameOfTrace(trace) {
  return trace === null ? "" : `${trace.id} ${trace.hasBegun}`;
}

/** A document that comes back from the history is completed anew, and is no edit where that changes nothing. */
function isSameDocument(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
