/**
 * Keeps the address of a page and its Player together.
 */
import { isSame } from "./same.js";
import { Visited } from "./visited.js";

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
  const follower = new Follower(player, window, form);
  const listeners = [
    [player, "change", () => follower.note()],
    [window, "popstate", (event) => follower.goBack(event.state)],
    // What is written later than before the unload is lost where the page is loaded again.
    [window, "beforeunload", () => follower.leave()],
    [window, "pagehide", () => follower.leave()],
    [window.document, "visibilitychange", () => window.document.visibilityState === "hidden" && follower.flush()],
  ];
  for (const [target, type, listener] of listeners) {
    target.addEventListener(type, listener);
  }
  return () => {
    follower.stopWaiting();
    for (const [target, type, listener] of listeners) {
      target.removeEventListener(type, listener);
    }
  };
}

/** Writes the moments of a Player to the address and the history. */
class Follower {
  #player;
  #window;
  #form;
  #visited;
  /** What is written, or about to be. */
  #entry;
  #isOpened = false;
  /** Whether the entry is a new place in the history. */
  #isNew = false;
  #waiting = 0;

  constructor(player, window, form) {
    this.#player = player;
    this.#window = window;
    this.#form = form;
    this.#visited = new Visited(form);
    this.#entry = placeOf(player);
  }

  /** The Player changed. */
  note() {
    const player = this.#player;
    const place = placeOf(player);
    if (!player.trace || player.stale || isSamePlace(place, this.#entry)) {
      return;
    }
    if (!isSame(place.document, this.#entry.document) && !this.#isNew) {
      if (this.#waiting) {
        this.#write();
      }
      this.#isNew = this.#isOpened;
    }
    this.#isOpened = true;
    this.#entry = place;
    this.#form.prepare?.(place.document);
    this.#writeLater();
  }

  /** The reader went to another place in the history. */
  goBack(state) {
    this.stopWaiting();
    this.#isNew = false;
    const { location } = this.#window;
    const document = this.#visited.documentOf(state);
    if (document && !this.#form.isWhole?.(location)) {
      this.#player.restore(document, state.index);
    } else {
      openAddress(this.#player, location, this.#form);
    }
    this.#entry = placeOf(this.#player);
  }

  /** What is not written yet is written now, also an edit that is not answered yet; one that was refused is given up. */
  flush() {
    const place = placeOf(this.#player);
    if (this.#isUnanswered(place)) {
      this.#keep(place, this.#form.held(place));
      this.#entry = place;
      this.#writeLater();
    } else if (this.#waiting || this.#visited.isBehind(this.#entry)) {
      this.stopWaiting();
      const link = this.#form.write(this.#entry) ?? this.#form.held?.(this.#entry);
      if (link !== undefined) {
        this.#keep(this.#entry, link);
      }
    }
  }

  #isUnanswered({ document }) {
    const { trace, problem, stale } = this.#player;
    return this.#form.held && trace && problem === null && stale && !isSame(document, this.#entry.document);
  }

  /** A page that is being left makes no new place in the history any more. */
  leave() {
    this.#isNew = false;
    this.flush();
  }

  stopWaiting() {
    this.#window.clearTimeout(this.#waiting);
    this.#waiting = 0;
  }

  #writeLater = () => {
    this.stopWaiting();
    this.#waiting = this.#window.setTimeout(() => this.#write(), WRITE_AFTER);
  };

  #write() {
    this.stopWaiting();
    const link = this.#form.write(this.#entry);
    if (link === null) {
      this.#form.prepare?.(this.#entry.document).then(this.#writeLater);
    } else if (this.#isNew || !this.#visited.isCostly(this.#entry, link === this.#form.held?.(this.#entry))) {
      this.#keep(this.#entry, link);
    }
  }

  #keep(place, link) {
    const { search, hash } = this.#window.location;
    const isHeld = link === this.#form.held?.(place);
    // A place that the address names already is not new: the reader has gone back to it, and may go forward again.
    this.#isNew &&= isHeld || link !== search + hash;
    try {
      this.#put(link, this.#visited.stateOf(place, isHeld));
    } catch {
      // A browser keeps only so much beside an address; then the address alone leads back.
      this.#put(link, null);
    }
    this.#isNew = false;
  }

  #put(link, state) {
    const { history, location } = this.#window;
    history[this.#isNew ? "pushState" : "replaceState"](state, "", location.pathname + link);
  }
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
