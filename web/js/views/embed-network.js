/** The page /embed/network: the instruments without the page around them, and a way to the whole page. */
import "../components/explain.js";
import "../components/formula-panel.js";
import "../components/live-region.js";
import "../components/matrices.js";
import "../components/network-diagram.js";
import "../components/timeline.js";
import "../components/unit-table.js";
import { openAddress } from "../lib/address.js";
import { followEmbedding } from "../lib/embed.js";
import { followKeys } from "../lib/keyboard.js";
import { NETWORK_LINK } from "../lib/network-link.js";
import { NetworkSubject } from "../lib/network-subject.js";
import { Player } from "../lib/player.js";
import { settings } from "../lib/settings.js";
import { present } from "../lib/stage.js";

const player = new Player(new NetworkSubject(), settings);
present(player, document);
followKeys(player, document);
followEmbedding(player, "/network", NETWORK_LINK, document);
openAddress(player, location, NETWORK_LINK);
