import { html, nothing } from "lit";
import { element } from "../lib/dom.js";
import { formatValue } from "../lib/format.js";
import { renderSilentMath } from "../lib/math.js";
import { formatOf } from "../lib/moment.js";
import { SPEEDS } from "../lib/playback.js";
import { PlayerElement } from "../lib/player-element.js";
import { spokenAddress, spokenValue } from "../lib/speech.js";
import { control } from "../lib/step-control.js";
import { timelineScale } from "../lib/timeline-scale.js";
import { TimelineTrack } from "./timeline-track.js";

/** @import { Scale } from "../lib/timeline-scale.js" */

/** `<bs-timeline>`: where we are in the story, and the controls to move in it. */
export class Timeline extends PlayerElement {
  static properties = { width: { state: true }, pointed: { state: true } };

  /** @type {Scale | null} */
  #scale = null;
  #track = new TimelineTrack(this);
  #resize = new ResizeObserver(([entry]) => (this.width = entry.contentRect.width));
  #observed = null;

  constructor() {
    super();
    this.width = 0;
    /** @type {number | null} the step under the pointer */
    this.pointed = null;
  }

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.classList.add("with-timeline");
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.documentElement.classList.remove("with-timeline");
    this.#resize.disconnect();
    this.#observed = null;
  }

  willUpdate() {
    const { player } = this;
    if (player?.trace) {
      this.#scale = timelineScale(player.phases, this.width);
    }
  }

  view(player) {
    const { count, index, playing } = player;
    const atStart = count === 0 || index === 0;
    const atEnd = index >= count - 1;
    return html`
      <div class="timeline ${player.scrubbing ? "scrubbing" : ""}" role="group" aria-label="Timeline">
        <div class="timeline-controls">
          ${control("First step", "first", atStart, () => player.first())}
          ${control("Previous step", "previous", atStart, () => player.previous())}
          ${control(playing ? "Pause" : "Play", playing ? "pause" : "play", false, () => player.toggle(), "play-button")}
          ${control("Next step", "next", atEnd, () => player.next())}
          ${control("Last step", "last", atEnd, () => player.last())}
        </div>
        ${this.#slider(player)}
        <div class="timeline-position">
          <strong>${count > 0 ? `Step ${index + 1} of ${count}` : nothing}</strong>
          ${player.place ? html`<span class="caption timeline-place">${player.place}</span>` : nothing}
          <label class="speed">
            speed
            <select class="speed-menu" @change=${(event) => player.setSpeed(Number(event.target.value))}>
              ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === player.speed}>${speed}×</option>`)}
            </select>
          </label>
        </div>
      </div>
    `;
  }

  #slider(player) {
    return html`
      <div
        class="track"
        role="slider"
        tabindex="0"
        aria-label="Step"
        aria-valuemin="1"
        aria-valuemax=${Math.max(1, player.count)}
        aria-valuenow=${player.count > 0 ? player.index + 1 : 1}
        aria-valuetext=${this.#valueText(player)}
        @keydown=${this.#onKeydown}
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}
        @pointerleave=${() => (this.pointed = null)}
      >
        <div class="track-titles" aria-hidden="true"></div>
        <div class="track-line" aria-hidden="true"></div>
        <div class="track-line done" aria-hidden="true"></div>
        <div class="track-names" aria-hidden="true"></div>
        <div class="track-name-now" aria-hidden="true"></div>
        <div class="knob" aria-hidden="true"></div>
        <div class="track-hint" aria-hidden="true" ?hidden=${this.pointed === null || player.scrubbing}></div>
      </div>
    `;
  }

  /** "Step 15 of 16, reverse, v-bar 0 becomes 1.716"; without the number while the step is on its way. */
  #valueText(player) {
    const told = player.told(player.index);
    if (!told) {
      return "";
    }
    const phase = player.phases.findLast(({ from }) => from <= player.index);
    const place = `Step ${player.index + 1} of ${player.count}, ${phase.title.toLowerCase()}, ${spokenAddress(told.address, told.value)}`;
    const number = told.value === undefined ? "" : ` becomes ${spokenValue(told.value, formatOf(player.notation))}`;
    return place + number;
  }

  updated() {
    const track = /** @type {HTMLElement | null} */ (this.querySelector(".track"));
    if (!track) {
      return;
    }
    if (this.#observed !== track) {
      this.#observed = track;
      this.#resize.observe(track);
    }
    if (this.#scale && this.#scale.stretches.length > 0 && this.width > 0) {
      this.#track.draw(this.player, this.#scale, this.width);
      this.#placeHint();
    }
  }

  #placeHint() {
    const hint = /** @type {HTMLElement} */ (this.querySelector(".track-hint"));
    const told = this.pointed === null ? undefined : this.player.told(this.pointed);
    if (!told) {
      return;
    }
    const known = this.pointed <= this.player.index && told.value !== undefined;
    const number = known ? formatValue(told.value, formatOf(this.player.notation)) : "";
    const math = element("span", "");
    renderSilentMath(math, told.name);
    hint.replaceChildren(`step ${this.pointed + 1}${told.name ? ": " : ""}`, math, known ? ` = ${number}` : "");
    hint.style.transform = `translateX(${this.#scale.x(this.pointed)}px) translateX(-50%)`;
  }

  #indexAt(event) {
    const { left } = this.querySelector(".track").getBoundingClientRect();
    return this.#scale.indexAt(event.clientX - left);
  }

  #onDown = (event) => {
    if (event.button === 0 && this.player.count > 0) {
      event.currentTarget.setPointerCapture(event.pointerId);
      this.player.scrub(true);
      this.player.go(this.#indexAt(event));
    }
  };

  #onMove = (event) => {
    if (this.player.count === 0) {
      return;
    }
    const index = this.#indexAt(event);
    if (this.player.scrubbing) {
      this.player.go(index);
    } else if (event.pointerType === "mouse") {
      this.pointed = index;
    }
  };

  #onUp = () => this.player.scrub(false);

  #onKeydown = (event) => {
    const act = SLIDER_KEYS[event.key];
    if (act && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      act(this.player);
    }
  };
}

const SLIDER_KEYS = {
  ArrowLeft: (player) => player.previous(),
  ArrowDown: (player) => player.previous(),
  ArrowRight: (player) => player.next(),
  ArrowUp: (player) => player.next(),
  PageUp: (player) => player.previous(),
  PageDown: (player) => player.next(),
  Home: (player) => player.first(),
  End: (player) => player.last(),
};

customElements.define("bs-timeline", Timeline);
