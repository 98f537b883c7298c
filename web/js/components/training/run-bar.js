import { html, nothing } from "lit";
import { control } from "../../lib/step-control.js";
import { roundTicks } from "../../lib/training/axis.js";
import { TrainingElement } from "../../lib/training/element.js";
import { openInStepper } from "../../lib/training/stepper.js";
import { grouped, momentOf, progress } from "../../lib/training/words.js";

const MOST_TICKS = 10;

/** `<bs-run-bar>`: how far the run is, the controls of it, and the knob that goes back to any of its moments. */
export class RunBar extends TrainingElement {
  static properties = { width: { state: true } };

  #resize = new ResizeObserver(([entry]) => (this.width = Math.round(entry.contentRect.width)));
  #observed = null;

  constructor() {
    super();
    this.width = 0;
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

  view(playground) {
    const { run, shown, stale, scrubbing, going, laboratory, offline } = playground;
    const still = run === null || stale;
    const past = shown !== "live";
    return html`
      <div class="run-bar ${scrubbing ? "scrubbing" : ""}" role="group" aria-label="Training">
        <div class="run-controls">
          <button class="ring-button run-main" type="button" @click=${() => (going ? playground.pause() : playground.start())}>
            ${verb(run, still)}
          </button>
          ${control(
            playground.replaying ? "Pause the replay" : "Replay",
            playground.replaying ? "pause" : "play",
            still || !run.hasBegun,
            () => playground.replay(),
          )}
          ${control("One update", "step", still || going || run.isFinal, () => playground.step())}
          ${control("Stop, and go back to the start", "stop", still || !run.hasBegun, () => playground.startOver())}
        </div>
        <div class="run-time">
          <p class="run-progress">
            <span>${run === null ? preparing(playground) : progress(run, offline)}</span>
            <span class="caption run-hint">${run?.isFinal ? "space replays" : "space pauses"}, ←/→ move one epoch</span>
          </p>
          ${this.#slider(playground)}
        </div>
        <div class="run-moment">
          ${aside(going ? "Return to live" : "Return to the end", "Return", !past, () => playground.seek("live"))}
          ${aside("Branch from here", "Branch", still || !run.hasBegun, () => playground.branchHere())}
          <button
            class="main-button"
            type="button"
            title=${run && mayDiffer(run.engine) ? "Recomputed in double precision on the CPU; last digits may differ." : nothing}
            ?disabled=${still}
            @click=${() => openInStepper(playground)}
          >
            Step through this update
          </button>
        </div>
      </div>
    `;
  }

  #slider(playground) {
    const { run, at } = playground;
    return html`<div
      class="run-track"
      role="slider"
      tabindex="0"
      aria-label="Moment of the run"
      aria-valuemin=${run?.first ?? 0}
      aria-valuemax=${run?.newest ?? 0}
      aria-valuenow=${at}
      aria-valuetext=${run === null ? "" : momentOf(run, at)}
      @keydown=${this.#onKeydown}
      @pointerdown=${this.#onDown}
      @pointermove=${this.#onMove}
      @pointerup=${this.#onUp}
      @pointercancel=${this.#onUp}
    >
      <div class="run-line" aria-hidden="true"></div>
      <div class="run-done" aria-hidden="true"></div>
      <div class="run-newest" aria-hidden="true" ?hidden=${run === null || !run.hasBegun}></div>
      <div class="run-ticks" aria-hidden="true">${run === null ? nothing : ticks(run, this.width)}</div>
      <div class="knob" aria-hidden="true"></div>
    </div>`;
  }

  updated() {
    super.updated();
    const { run, at } = this.playground;
    const track = /** @type {HTMLElement} */ (this.querySelector(".run-track"));
    if (track && this.#observed !== track) {
      this.#observed = track;
      this.#resize.observe(track);
    }
    if (track && run) {
      track.style.setProperty("--at", share(run, at));
      track.style.setProperty("--newest", share(run, run.newest));
      for (const tick of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".run-tick"))) {
        tick.style.setProperty("--tick", tick.dataset.share ?? "0");
      }
    }
  }

  #momentAt({ clientX }) {
    const { run } = this.playground;
    const { left, width } = this.querySelector(".run-track").getBoundingClientRect();
    const part = Math.min(Math.max((clientX - left) / width, 0), 1);
    const updates = run.first + part * (run.planned - run.first);
    return Math.round(updates / run.perEpoch) * run.perEpoch;
  }

  #onDown = (event) => {
    if (event.button === 0 && this.playground.run) {
      event.currentTarget.setPointerCapture(event.pointerId);
      this.playground.scrub(true);
      this.playground.seek(this.#momentAt(event));
    }
  };

  #onMove = (event) => {
    if (this.playground.scrubbing) {
      this.playground.seek(this.#momentAt(event));
    }
  };

  #onUp = () => {
    if (this.playground.scrubbing) {
      this.playground.scrub(false);
    }
  };

  /** The other keys of a slider act on the whole page. */
  #onKeydown = (event) => {
    const by = { ArrowDown: -1, ArrowUp: 1 }[event.key];
    if (by && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.playground.move(by, event.shiftKey ? "update" : "epoch");
    }
  };
}

/** A lesser button; on a phone it has a shorter name. */
function aside(label, short, hidden, act) {
  return html`<button class="plain-button" type="button" aria-label=${label} ?hidden=${hidden} @click=${act}>
    <span class="wide-only">${label}</span><span class="narrow-only" aria-hidden="true">${short}</span>
  </button>`;
}

/** A run that was refused is told of above. */
function preparing({ laboratory, problem }) {
  if (problem !== null) return "No run yet";
  return laboratory === null ? "Preparing the run" : `Preparing run ${laboratory.runs.length + 1} of ${laboratory.text.runs.length}`;
}

function verb(run, still) {
  if (run === null || still) return "Start";
  if (run.isGoing) return "Pause";
  if (run.isFinal) return "Start again";
  return run.hasBegun ? "Resume" : "Start";
}

/** As many ticks as their numbers have room for. */
function ticks(run, width) {
  const room = 7 * grouped(run.epochs).length + 20;
  const most = width === 0 ? MOST_TICKS : Math.max(2, Math.min(MOST_TICKS, Math.floor(width / room)));
  const firstEpoch = run.first / run.perEpoch;
  const last = run.planned / run.perEpoch;
  const each = roundTicks(last, most).filter((epoch) => epoch >= firstEpoch);
  return each.map(
    (epoch) => html`<span class="run-tick" data-share=${(epoch - firstEpoch) / (last - firstEpoch)}><i></i>${grouped(epoch)}</span>`,
  );
}

/** How far along the planned updates. */
function share(run, iteration) {
  return String((iteration - run.first) / Math.max(1, run.planned - run.first));
}

/** Whether the numbers of a run may differ in their last digits from those that the stepper recomputes. */
function mayDiffer({ name, precision }) {
  return name !== "ejml" || precision !== "float64";
}

customElements.define("bs-run-bar", RunBar);
