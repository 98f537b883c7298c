/**
 * A run that never began is given back when the page is left, so that the server does not keep it.
 *
 * @param {import("./playground.js").Playground} playground
 * @param {Window} window
 */
export function giveBackOnLeaving(playground, window) {
  window.addEventListener("pagehide", () => {
    const { run } = playground;
    if (run && !run.hasBegun && run.parent === null) {
      window.fetch(`/api/training/runs/${run.id}`, { method: "DELETE", keepalive: true }).catch(() => {});
    }
  });
}
