/** What every page has: the top bar with its tools. */
import "./components/help-panel.js";
import "./components/settings-panel.js";
import "./components/share-panel.js";
import "./components/theme-toggle.js";
import { wireTopbar } from "./lib/topbar.js";

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-dispatch]"))) {
  button.addEventListener("click", () => document.dispatchEvent(new CustomEvent(button.dataset.dispatch ?? "")));
}

wireTopbar(/** @type {HTMLElement} */ (document.querySelector(".topbar")));
