/** Runs that never began are given back, so that the server does not keep them; those of a laboratory wait. */

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
    const { run, laboratory } = playground;
    if (run && !run.hasBegun && !run.place && !run.isFinal) {
      giveBack(run.id);
    }
    for (const { id } of laboratory?.runs.filter((each) => each.isGoing) ?? []) {
      fetch(`/api/training/runs/${id}/pause`, { method: "POST", keepalive: true }).catch(() => {});
    }
  });
}
