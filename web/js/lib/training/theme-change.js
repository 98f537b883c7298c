import { settings } from "../settings.js";

/**
 * Tells when colours on the page change: what is drawn on a canvas must be drawn again.
 * @param {() => void} changed
 * @returns {() => void} ends it
 */
export function followTheme(changed) {
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const later = () => requestAnimationFrame(changed);
  scheme.addEventListener("change", later);
  settings.addEventListener("change", later);
  return () => {
    scheme.removeEventListener("change", later);
    settings.removeEventListener("change", later);
  };
}
