import { settings } from "./settings.js";
import { applyTheme } from "./theme.js";

/** What an embedded trace shows: `?show=graph,tables` leaves out the rest. */

const PARTS = Object.freeze(["graph", "formula", "tables", "timeline"]);

const BY_DEFAULT = Object.freeze(["graph", "formula", "timeline"]);

/**
 * @param {string} search  of the address
 * @returns {Set<string>} the parts to show
 */
function shownParts(search) {
  const wanted = (new URLSearchParams(search).get("show") ?? "").split(",").filter((part) => PARTS.includes(part));
  return new Set(wanted.length > 0 ? wanted : BY_DEFAULT);
}

/**
 * Shows the parts that the address asks for, follows the theme, and keeps the way to the whole page at the same moment.
 * @param {import("./player.js").Player} player
 * @param {string} path of the whole page
 * @param {import("./address.js").LinkForm} form
 * @param {Document} document
 */
export function followEmbedding(player, path, form, document) {
  const shown = shownParts(document.location.search);
  document.body.dataset.without = PARTS.filter((part) => !shown.has(part)).join(" ");
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part]"))) {
    part.hidden = !shown.has(part.dataset.part ?? "");
  }
  const whole = /** @type {HTMLAnchorElement} */ (document.querySelector(".embed-origin a"));
  player.addEventListener("change", async () => {
    await form.prepare?.(player.document);
    whole.href = path + form.write(player);
  });
  settings.addEventListener("change", () => applyTheme(document.documentElement, settings.theme));
}
