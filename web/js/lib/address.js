/**
 * Keeps the address of a page and its Player together.
 */
import { isSame } from "./same.js";

/**
 * @typedef {{document: any, index: number, trace: any}} Place
 *
 * @typedef {object} LinkForm how a page writes its moments
 * @property {(location: Location | URL) => any} read the moment that an address names, or a promise of it; null where
 *     the address names none and the page stays where it is
 * @property {(place: Place) => string | null} write what stands behind the path; null while it cannot be written yet
 * @property {(location: Location) => boolean} [isWhole] whether an address says more than the document that the history keeps
 * @property {(document: any) => Promise<void>} [prepare] does what must be done before a document can be written
 * @property {(place: Place) => string} [held] what stands behind the path where only the history has the document
 * @property {(document: any) => boolean} [isHeavy] whether a document is too large to be written with every step
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
  const visited = new Visited(form);
  let entry = placeOf(player);
  let isOpened = false;
  let isNew = false;
  let waiting = 0;

  const put = (link, state) => history[isNew ? "pushState" : "replaceState"](state, "", location.pathname + link);
  const keep = (place, link) => {
    try {
      put(link, visited.stateOf(place, link === form.held?.(place)));
    } catch {
      // A browser keeps only so much beside an address; then the address alone leads back.
      put(link, null);
    }
    isNew = false;
  };
  const write = () => {
    window.clearTimeout(waiting);
    waiting = 0;
    const link = form.write(entry);
    if (link === null) {
      form.prepare?.(entry.document).then(later);
    } else if (isNew || !visited.isCostly(entry, link === form.held?.(entry))) {
      keep(entry, link);
    }
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
    if (!isSame(place.document, entry.document) && !isNew) {
      if (waiting) {
        write();
      }
      isNew = isOpened;
    }
    isOpened = true;
    entry = place;
    form.prepare?.(entry.document);
    later();
  };
  const onPopState = async (event) => {
    window.clearTimeout(waiting);
    waiting = 0;
    isNew = false;
    const document = visited.documentOf(event.state);
    if (document && !form.isWhole?.(location)) {
      player.restore(document, event.state.index);
    } else {
      openAddress(player, location, form);
    }
    entry = placeOf(player);
  };
  /** What is not written yet is written now, also an edit that is not answered yet; one that was refused is given up. */
  const flush = () => {
    const place = placeOf(player);
    if (form.held && player.trace && player.problem === null && player.stale && !isSame(place.document, entry.document)) {
      keep(place, form.held(place));
      entry = place;
      later();
    } else if (waiting || visited.isBehind(entry)) {
      window.clearTimeout(waiting);
      waiting = 0;
      const link = form.write(entry) ?? form.held?.(entry);
      if (link !== undefined) {
        keep(entry, link);
      }
    }
  };
  const onHidden = () => window.document.visibilityState === "hidden" && flush();
  /** A page that is being left makes no new place in the history any more. */
  const onLeave = () => {
    isNew = false;
    flush();
  };

  player.addEventListener("change", onChange);
  window.addEventListener("popstate", onPopState);
  // What is written later than before the unload is lost where the page is loaded again.
  window.addEventListener("beforeunload", onLeave);
  window.addEventListener("pagehide", onLeave);
  window.document.addEventListener("visibilitychange", onHidden);
  return () => {
    window.clearTimeout(waiting);
    player.removeEventListener("change", onChange);
    window.removeEventListener("popstate", onPopState);
    window.removeEventListener("beforeunload", onLeave);
    window.removeEventListener("pagehide", onLeave);
    window.document.removeEventListener("visibilitychange", onHidden);
  };
}

/**
 * What the history keeps beside an address. A large document is kept by this page, by a number; with the history only where nothing
 * else has it, and then not with every step.
 */
class Visited {
  /** @type {any[]} */
  #documents = [];
  #form;
  /** @type {Place | null} what the history holds */
  #kept = null;

  /** @param {LinkForm} form */
  constructor(form) {
    this.#form = form;
  }

  /**
   * @param {Place} place
   * @param {boolean} isHeld whether its address does not name the document
   */
  stateOf(place, isHeld) {
    const { document, index } = place;
    this.#kept = place;
    if (!this.#form.isHeavy?.(document)) {
      return { document, index };
    }
    const known = this.#documents.indexOf(document);
    const at = known >= 0 ? known : this.#documents.push(document) - 1;
    return { at, index, visit: VISIT, ...(isHeld ? { document } : {}) };
  }

  /** Whether keeping a place would write a large document once more, for the sake of a step. */
  isCostly({ document }, isHeld) {
    return isHeld && this.#form.isHeavy?.(document) === true && this.#kept?.document === document;
  }

  /** Whether the history has another step of a document that is kept. */
  isBehind({ document, index }) {
    return this.#kept !== null && this.#kept.document === document && this.#kept.index !== index;
  }

  documentOf(state) {
    return (state?.visit === VISIT ? this.#documents[state.at] : undefined) ?? state?.document;
  }
}

/** Numbers of another visit name other documents. */
const VISIT = `${Date.now()} ${Math.random()}`;

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
