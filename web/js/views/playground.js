/** The page /playground: one Playground, the elements that show it, the address, the keys, the files. */
import "../components/training/code.js";
import "../components/training/data-setup.js";
import "../components/training/diagnosis.js";
import "../components/training/engine.js";
import "../components/training/experiment-tools.js";
import "../components/training/gradient-chart.js";
import "../components/training/laboratories.js";
import "../components/training/laboratory-guide.js";
import "../components/training/laboratory-runs.js";
import "../components/training/live.js";
import "../components/training/loss-chart.js";
import "../components/training/more-evidence.js";
import "../components/training/network-setup.js";
import "../components/training/notice.js";
import "../components/training/offline.js";
import "../components/training/picture.js";
import "../components/training/position.js";
import "../components/training/presenter.js";
import "../components/training/print-line.js";
import "../components/training/readings.js";
import "../components/training/run-bar.js";
import "../components/training/runs.js";
import "../components/training/sweep.js";
import "../components/training/test-pictures.js";
import "../components/training/training-setup.js";
import "../components/training/unit-maps.js";
import { followAddress, openAddress } from "../lib/address.js";
import { rememberRun } from "../lib/last-place.js";
import { PlayerElement } from "../lib/player-element.js";
import { localStore, settings, visitStore } from "../lib/settings.js";
import { giveBackOnLeaving } from "../lib/training/farewell.js";
import { followTrainingKeys } from "../lib/training/keys.js";
import { PLAYGROUND_LINK } from "../lib/training/link.js";
import { Playground } from "../lib/training/playground.js";
import { followSweep, withSweep } from "../lib/training/sweep-link.js";
import { keepUnanswered, withUnanswered } from "../lib/training/unanswered-edit.js";

const playground = new Playground(settings);
for (const element of document.querySelectorAll("*")) {
  if (element instanceof PlayerElement) {
    element.player = /** @type {any} */ (playground);
  }
}
followTrainingKeys(playground, document);
keepUnanswered(playground, window, visitStore());
rememberRun(playground, localStore(), window);
giveBackOnLeaving(playground, window);
const { sweeps } = /** @type {import("../components/training/sweep.js").SweepPanel} */ (document.querySelector("bs-sweep"));
const link = withUnanswered(withSweep(PLAYGROUND_LINK, sweeps), visitStore());
followSweep(sweeps, window);
followAddress(/** @type {any} */ (playground), window, link);

const moment = await openAddress(/** @type {any} */ (playground), location, link);
if (moment?.damaged) {
  document.dispatchEvent(
    new CustomEvent("bs-say", {
      detail: "The link cannot be read: a part of it may be missing. This is the experiment that the page opens with.",
    }),
  );
}
