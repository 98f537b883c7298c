/** Runs that never began are given back, so that the server does not keep them. */

/** @param {string} id of the run */
export function giveBack(id) {
  fetch(`/api/training/runs/${id}`, { method: "DELETE", keepalive: true }).catch(() => {});
}

/**
 * @param {import("./playground.js").Playground} playground
 * @param {Window} window
 */
export function giveBackOnLeaving(playground, window) {
  window.addEventListener("pagehide", () => {
    const { run } = playground;
    if (run && !run.hasBegun && !run.isFinal) {
      giveBack(run.id);
    }
  });
}
