import { settings } from "../settings.js";

/**
 * Tells when colours on the page change: what is drawn on a canvas must be drawn again.
 * @param {() => void} changed
 * @returns {() => void} ends it
 */
export function followTheme(changed) {
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const later = () => requestAnimationFrame(changed);
  let shown = shownScheme();
  const presented = new MutationObserver(() => {
    if (shown !== shownScheme()) {
      shown = shownScheme();
      later();
    }
  });
  scheme.addEventListener("change", later);
  settings.addEventListener("change", later);
  presented.observe(document.documentElement, { attributeFilter: ["class"] });
  return () => {
    scheme.removeEventListener("change", later);
    settings.removeEventListener("change", later);
    presented.disconnect();
  };
}

/** A presentation has a theme of its own. */
function shownScheme() {
  return getComputedStyle(document.documentElement).colorScheme;
}
