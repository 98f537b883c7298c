import { Links, followHover } from "./linking.js";
import { PlayerElement } from "./player-element.js";

/**
 * Gives the elements of a page their Player, and lets them speak of the same quantity together.
 * @param {import("./player.js").Player} player
 * @param {Document} document
 */
export function present(player, document) {
  for (const element of document.querySelectorAll("*")) {
    if (element instanceof PlayerElement) {
      element.player = player;
    }
  }
  const links = new Links(document.body);
  followHover(document.body, (address) => player.hover(address));
  player.addEventListener("change", () => requestAnimationFrame(() => links.show(player.hovered)));
  document.addEventListener("bs-edit-input", (event) => document.querySelector("bs-inputs")?.edit(event.detail));
  document.addEventListener("bs-explain-now", () => explainNow(player, document));
}

/** The number in focus, otherwise the result of the step. */
function explainNow(player, document) {
  const step = player.stepNow;
  const result = /** @type {HTMLElement | null} */ (document.querySelector(".formula-result"));
  if (step) {
    player.explain(step.quantity, result);
  }
}
