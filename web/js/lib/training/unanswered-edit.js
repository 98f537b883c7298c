/**
 * An edit that the server has not answered when the page is left, or that still stands in its field, is kept for the time until
 * the page is loaded again.
 */

/** @import { LinkForm } from "../address.js" */
/** @import { Playground } from "./playground.js" */
/** @import { Moment } from "./link.js" */

const KEY = "backstep-unanswered";

/**
 * @param {Playground} playground
 * @param {Window} window
 * @param {Storage | null} storage of the visit
 */
export function keepUnanswered(playground, window, storage) {
  const { document, location } = window;
  const keep = () => {
    for (const field of document.querySelectorAll("bs-number")) {
      /** @type {import("../../components/number-input.js").NumberInput} */ (field).flush();
    }
    const { stale, problem, run, laboratory, branch } = playground;
    if (stale && problem === null && run !== null) {
      write(storage, { href: location.href, document: playground.document, branch, slug: laboratory?.slug ?? null });
    }
  };
  const onLeave = () => {
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    keep();
  };
  window.addEventListener("beforeunload", onLeave);
  window.addEventListener("pagehide", onLeave);
  window.addEventListener("pageshow", (event) => event.persisted && storage?.removeItem(KEY));
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? keep() : storage?.removeItem(KEY)));
}

/**
 * Links of a page that come with what was kept when it was left.
 * @param {LinkForm} form
 * @param {Storage | null} storage
 * @returns {LinkForm}
 */
export function withUnanswered(form, storage) {
  return {
    ...form,
    read: async (location) => {
      const kept = taken(storage, location.href);
      const moment = await form.read(location);
      return kept === null || moment === null ? moment : edited(kept);
    },
  };
}

/** @returns {Moment} */
function edited({ document, branch, slug }) {
  return { document, branch, index: -1, run: null, laboratory: slug === null ? null : { slug, at: -1 } };
}

/** What was kept for this very address; it is kept no longer. */
function taken(storage, href) {
  try {
    const kept = JSON.parse(storage?.getItem(KEY) ?? "null");
    storage?.removeItem(KEY);
    return kept?.href === href ? kept : null;
  } catch {
    return null;
  }
}

function write(storage, kept) {
  try {
    storage?.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser keeps only so much: a large table is read again from its file.
  }
}
