import { html } from "lit";
import { formatOf } from "../lib/moment.js";
import { PlayerElement } from "../lib/player-element.js";
import { announcement } from "../lib/announcement.js";

const WHILE_PLAYING = 2000;

/**
 * `<bs-live-region>`: reads each step that the reader takes; while it plays only results, and not too often; while the
 * reader drags nothing, since the slider says its value itself.
 */
export class LiveRegion extends PlayerElement {
  #said = "";
  #saidIndex = -1;
  #saidTrace = null;
  #time = -Infinity;

  willUpdate() {
    const { player } = this;
    const step = player?.stepNow;
    if (!step || player.stale || player.scrubbing) {
      return;
    }
    const opening = this.#saidTrace === null;
    if (player.trace === this.#saidTrace && step.index === this.#saidIndex) {
      return;
    }
    const now = performance.now();
    if (player.playing && now - this.#time < WHILE_PLAYING) {
      return;
    }
    this.#time = now;
    this.#saidTrace = player.trace;
    this.#saidIndex = step.index;
    this.#said = opening ? "" : announcement(step, player.playing, formatOf(player.notation));
  }

  view() {
    return html`<div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">${this.#said}</div>`;
  }
}

customElements.define("bs-live-region", LiveRegion);
