/** The page /embed/autodiff: the instruments without the page around them, and a way to the whole page. */
import "../components/explain.js";
import "../components/formula-panel.js";
import "../components/graph.js";
import "../components/live-region.js";
import "../components/timeline.js";
import "../components/trace-tables.js";
import { openAddress } from "../lib/address.js";
import { AutodiffSubject } from "../lib/autodiff-subject.js";
import { followEmbedding } from "../lib/embed.js";
import { followKeys } from "../lib/keyboard.js";
import { AUTODIFF_LINK } from "../lib/link.js";
import { Player } from "../lib/player.js";
import { settings } from "../lib/settings.js";
import { present } from "../lib/stage.js";

const player = new Player(new AutodiffSubject(), settings);
present(player, document);
followKeys(player, document);
followEmbedding(player, "/autodiff", AUTODIFF_LINK, document);
openAddress(player, location, AUTODIFF_LINK);
