/** The first page: the lecture's trace runs once by itself; who prefers less motion finds it standing at its point. */
import "../components/continue-link.js";
import "../components/explain.js";
import "../components/graph.js";
import "../components/live-region.js";
import "../components/short-formula.js";
import { AutodiffSubject } from "../lib/autodiff-subject.js";
import { followKeys } from "../lib/keyboard.js";
import { OPENING } from "../lib/link.js";
import { prefersStill } from "../lib/motion.js";
import { Player } from "../lib/player.js";
import { settings } from "../lib/settings.js";
import { present } from "../lib/stage.js";

/** The second path into v̄₀ arrives: what the trace is about. */
const POINT = 14;

const player = new Player(new AutodiffSubject(), settings);
present(player, document);
followKeys(player, document);

if (prefersStill()) {
  player.restore(OPENING, POINT);
} else {
  const playOnce = () => {
    if (player.count > 0) {
      player.removeEventListener("change", playOnce);
      player.play();
    }
  };
  player.addEventListener("change", playOnce);
  player.restore(OPENING, 0);
}
