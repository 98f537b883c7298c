/** Puts the chosen theme on the page; theme.js has done so before the first paint. */

/**
 * @param {"light" | "dark" | "system"} theme
 * @param {boolean} systemIsDark
 * @returns {"light" | "dark"}
 */
export function shownTheme(theme, systemIsDark) {
  if (theme === "system") {
    return systemIsDark ? "dark" : "light";
  }
  return theme;
}

/** @returns {boolean} */
export function systemIsDark() {
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

/**
 * @param {HTMLElement} root
 * @param {"light" | "dark" | "system"} theme
 */
export function applyTheme(root, theme) {
  if (theme === "system") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }
}
