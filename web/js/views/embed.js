/** The page /embed/autodiff: the instruments without the page around them, and a way to the whole page. */
import "../components/explain.js";
import "../components/formula-panel.js";
import "../components/graph.js";
import "../components/live-region.js";
import "../components/timeline.js";
import "../components/trace-tables.js";
import { openAddress } from "../lib/address.js";
import { AutodiffSubject } from "../lib/autodiff-subject.js";
import { PARTS, shownParts } from "../lib/embed.js";
import { followKeys } from "../lib/keyboard.js";
import { AUTODIFF_LINK } from "../lib/link.js";
import { Player } from "../lib/player.js";
import { settings } from "../lib/settings.js";
import { present } from "../lib/stage.js";
import { applyTheme } from "../lib/theme.js";

const shown = shownParts(location.search);
document.body.dataset.without = PARTS.filter((part) => !shown.has(part)).join(" ");
for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part]"))) {
  part.hidden = !shown.has(part.dataset.part ?? "");
}

const player = new Player(new AutodiffSubject(), settings);
present(player, document);
followKeys(player, document);
openAddress(player, location, AUTODIFF_LINK);

const whole = /** @type {HTMLAnchorElement} */ (document.querySelector(".embed-origin a"));
player.addEventListener("change", () => {
  whole.href = "/autodiff" + AUTODIFF_LINK.write(player);
});
settings.addEventListener("change", () => applyTheme(document.documentElement, settings.theme));
