/** The page /autodiff: one Player, the elements that show it, the address, the keys. */
import "../components/derivatives.js";
import "../components/domain-note.js";
import "../components/explain.js";
import "../components/expression-editor.js";
import "../components/formula-panel.js";
import "../components/gallery.js";
import "../components/graph.js";
import "../components/inputs.js";
import "../components/live-region.js";
import "../components/mode.js";
import "../components/offline.js";
import "../components/position.js";
import "../components/presenter.js";
import "../components/timeline.js";
import "../components/trace-tables.js";
import { followKeys } from "../lib/keyboard.js";
import { rememberPlace } from "../lib/last-place.js";
import { OPENING, followAddress, readLink } from "../lib/link.js";
import { Player } from "../lib/player.js";
import { localStore, settings } from "../lib/settings.js";
import { present } from "../lib/stage.js";

const player = new Player(OPENING, settings);
present(player, document);
followKeys(player, document);
followAddress(player, window);
rememberPlace(player, localStore(), window);
player.open(readLink(location.search));
