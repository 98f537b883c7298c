/** The page /network: one Player, the elements that show it, the address, the keys, the files. */
import "../components/example-chooser.js";
import "../components/explain.js";
import "../components/formula-panel.js";
import "../components/live-region.js";
import "../components/matrices.js";
import "../components/network-check.js";
import "../components/network-diagram.js";
import "../components/network-editor.js";
import "../components/network-gallery.js";
import "../components/network-modes.js";
import "../components/network-notice.js";
import "../components/network-title.js";
import "../components/offline.js";
import "../components/position.js";
import "../components/presenter.js";
import "../components/print-line.js";
import "../components/timeline.js";
import "../components/unit-table.js";
import "../components/wengert.js";
import { followAddress, openAddress } from "../lib/address.js";
import { followKeys } from "../lib/keyboard.js";
import { rememberPlace } from "../lib/last-place.js";
import { NETWORK_LINK } from "../lib/network-link.js";
import { NetworkSubject } from "../lib/network-subject.js";
import { Player } from "../lib/player.js";
import { localStore, settings } from "../lib/settings.js";
import { present } from "../lib/stage.js";

/** @import { NetworkNotice } from "../components/network-notice.js" */

const player = new Player(new NetworkSubject(), settings);
present(player, document);
followKeys(player, document);
followAddress(player, window, NETWORK_LINK);
rememberPlace(player, localStore(), window);

const notice = /** @type {NetworkNotice} */ (document.querySelector("bs-network-notice"));
const kept = history.state;
const held = new URLSearchParams(location.search).has("held") && kept?.document !== undefined;
if (held) {
  player.restore(kept.document, kept.index);
} else {
  const moment = await notice.during(openAddress(player, location, NETWORK_LINK), openingWords(location));
  if (moment?.reason) {
    notice.say(moment.reason);
  }
}

/** @param {Location} location */
function openingWords({ search }) {
  const update = new URLSearchParams(search).get("update");
  return update === null ? null : `Update ${update} is being fetched from its run.`;
}
