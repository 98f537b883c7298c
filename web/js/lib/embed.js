/** What an embedded trace shows: `?show=graph,tables` leaves out the rest. */

export const PARTS = Object.freeze(["graph", "formula", "tables", "timeline"]);

const BY_DEFAULT = Object.freeze(["graph", "formula", "timeline"]);

/**
 * @param {string} search  of the address
 * @returns {Set<string>} the parts to show
 */
export function shownParts(search) {
  const wanted = (new URLSearchParams(search).get("show") ?? "").split(",").filter((part) => PARTS.includes(part));
  return new Set(wanted.length > 0 ? wanted : BY_DEFAULT);
}
