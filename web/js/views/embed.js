/** The page /embed/autodiff: the instruments without the page around them, and a way to the whole page. */
import "../components/explain.js";
import "../components/formula-panel.js";
import "../components/graph.js";
import "../components/live-region.js";
import "../components/timeline.js";
import "../components/trace-tables.js";
import { PARTS, shownParts } from "../lib/embed.js";
import { followKeys } from "../lib/keyboard.js";
import { OPENING, readLink, writeLink } from "../lib/link.js";
import { Player } from "../lib/player.js";
import { settings } from "../lib/settings.js";
import { present } from "../lib/stage.js";
import { applyTheme } from "../lib/theme.js";

const shown = shownParts(location.search);
document.body.dataset.without = PARTS.filter((part) => !shown.has(part)).join(" ");
for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part]"))) {
  part.hidden = !shown.has(part.dataset.part ?? "");
}

const player = new Player(OPENING, settings);
present(player, document);
followKeys(player, document);
player.open(readLink(location.search));

const whole = /** @type {HTMLAnchorElement} */ (document.querySelector(".embed-origin a"));
player.addEventListener("change", () => {
  const names = player.trace?.inputs.map((input) => input.name) ?? [];
  whole.href = "/autodiff" + writeLink(player.document, player.index, names);
});
settings.addEventListener("change", () => applyTheme(document.documentElement, settings.theme));
