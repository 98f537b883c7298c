// Runs before the first paint, so that the page never flashes in the other theme. Not a module: modules wait.
(() => {
  let theme = "system";
  try {
    theme = JSON.parse(localStorage.getItem("backstep.settings") ?? "{}").theme ?? "system";
  } catch {
    // Storage may be closed to us (private windows, embedded pages); the system's theme is a good answer then.
  }
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
})();
