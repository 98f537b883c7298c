import { html, nothing } from "lit";
import { formatValue } from "../lib/format.js";
import { renderSilentMath } from "../lib/math.js";
import { formatOf } from "../lib/moment.js";
import { SPEEDS } from "../lib/playback.js";
import { PlayerElement } from "../lib/player-element.js";
import { spokenAddress, spokenValue } from "../lib/speech.js";
import { control } from "../lib/step-control.js";
import { namedSteps, ticksOf, timelineScale } from "../lib/timeline-scale.js";

/** @import { Scale } from "../lib/timeline-scale.js" */

const NAME_ROOM = 38;
const TITLE_CHARACTER = 7;

/** `<bs-timeline>`: where we are in the story, and the controls to move in it. */
export class Timeline extends PlayerElement {
  static properties = { width: { state: true }, pointed: { state: true } };

  /** @type {Scale | null} */
  #scale = null;
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
      this.#drawLine();
      this.#placeKnob();
      this.#placeHint();
    }
  }

  #drawn = { phases: null, trace: null, loaded: 0, width: 0 };

  /** Phases, ticks and names: once for a story and a width. */
  #drawLine() {
    const { phases, trace, loaded } = this.player;
    const drawn = this.#drawn;
    if (drawn.phases === phases && drawn.trace === trace && drawn.loaded === loaded && drawn.width === this.width) {
      return;
    }
    this.#drawn = { phases, trace, loaded, width: this.width };
    const { stretches, x } = this.#scale;
    this.querySelector(".track-titles").replaceChildren(...stretches.map((stretch) => this.#titleOf(stretch)));
    for (const line of this.querySelectorAll(".track-line")) {
      line.replaceChildren(
        ...stretches.flatMap(({ phase, left, width }) => [
          sized(placed(left, `stretch ${hue(phase)}`), width),
          ...ticksOf(phase, this.#scale.likeCount(phase)).map((index) => placed(x(index), `tick ${hue(phase)}`)),
        ]),
      );
    }
    const named = phases.filter((phase) => phase.count > 0 && !phase.aside);
    this.#names = namedSteps(named, this.player.milestones, x, NAME_ROOM).map((index) => ({
      index,
      element: this.#nameAt(index),
    }));
    this.querySelector(".track-names").replaceChildren(...this.#names.map((name) => name.element));
  }

  /** @type {{index: number, element: HTMLElement}[]} */
  #names = [];

  /** A stretch that tells its title by itself says how long it is; one beside others, only what it is. */
  #titleOf({ phase, left, width }) {
    if (phase.caption !== undefined) {
      const fits = (text) => text.length * TITLE_CHARACTER <= width + this.#scale.gap - TITLE_CHARACTER;
      return placed(left, hue(phase), [phase.caption, phase.short ?? ""].find(fits) ?? "");
    }
    const narrow = this.width < 560;
    const length = `${phase.count} ${phase.count === 1 ? "step" : "steps"}`;
    return placed(left, hue(phase), narrow ? phase.title : `${phase.title}, ${length}`);
  }

  #nameAt(index) {
    const element = placed(this.#scale.x(index), "track-name");
    renderSilentMath(element, this.player.told(index)?.name ?? "");
    return element;
  }

  #placeKnob() {
    const { index } = this.player;
    const x = this.#scale.x(index);
    /** @type {HTMLElement} */ (this.querySelector(".knob")).style.transform = `translateX(${x}px)`;
    /** @type {HTMLElement} */ (this.querySelector(".track-line.done")).style.clipPath =
      `inset(-1rem ${this.width - x}px -1rem -1rem)`;
    const now = /** @type {HTMLElement} */ (this.querySelector(".track-name-now"));
    now.style.transform = `translateX(${x}px) translateX(-50%)`;
    renderSilentMath(now, this.player.told(index)?.name ?? "");
    for (const name of this.#names) {
      name.element.hidden = Math.abs(this.#scale.x(name.index) - x) < NAME_ROOM * 0.8;
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
    const math = document.createElement("span");
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

function hue(phase) {
  if (phase.aside) {
    return "aside";
  }
  return phase.phase === "backward" ? "bwd" : "fwd";
}

function placed(x, className, text = "") {
  const made = document.createElement("div");
  made.className = className;
  made.style.left = `${x}px`;
  made.textContent = text;
  return made;
}

function sized(element, width) {
  element.style.width = `${width}px`;
  return element;
}

customElements.define("bs-timeline", Timeline);
