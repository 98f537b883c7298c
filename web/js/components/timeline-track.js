import { element } from "../lib/dom.js";
import { renderSilentMath } from "../lib/math.js";
import { namedSteps, ticksOf } from "../lib/timeline-scale.js";

/** @import { Player } from "../lib/player.js" */
/** @import { Scale, Stretch } from "../lib/timeline-scale.js" */
/** @import { Phase } from "../lib/types.js" */

/** What the name of a step needs, px. */
const NAME_ROOM = 38;
/** How wide a letter of a title is, about, px. */
const TITLE_CHARACTER = 7;
/** On a narrower line a title does not say how long its phase is. */
const ROOM_FOR_LENGTHS = 560;

/** The line of a timeline: phases with their titles, ticks and the names of steps, and the knob where we are. */
export class TimelineTrack {
  #host;
  /** @type {Player} */
  #player;
  /** @type {Scale} */
  #scale;
  #width = 0;
  #drawn = { phases: null, trace: null, loaded: 0, width: 0 };
  /** @type {{index: number, element: HTMLElement}[]} */
  #names = [];

  /** @param {HTMLElement} host has the parts of the line */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {Player} player
   * @param {Scale} scale
   * @param {number} width px
   */
  draw(player, scale, width) {
    this.#player = player;
    this.#scale = scale;
    this.#width = width;
    this.#drawLine();
    this.#placeKnob();
  }

  /** Phases, ticks and names: once for a story and a width. */
  #drawLine() {
    const { phases, trace, loaded } = this.#player;
    const drawn = this.#drawn;
    if (drawn.phases === phases && drawn.trace === trace && drawn.loaded === loaded && drawn.width === this.#width) {
      return;
    }
    this.#drawn = { phases, trace, loaded, width: this.#width };
    const { stretches } = this.#scale;
    this.#host.querySelector(".track-titles").replaceChildren(...stretches.map((stretch) => this.#titleOf(stretch)));
    for (const line of this.#host.querySelectorAll(".track-line")) {
      line.replaceChildren(...stretches.flatMap((stretch) => this.#lineOf(stretch)));
    }
    this.#drawNames(phases.filter((phase) => phase.count > 0 && !phase.aside));
  }

  /** @param {Stretch} stretch */
  #lineOf({ phase, left, width }) {
    const { x, likeCount } = this.#scale;
    const line = placed(left, `stretch ${hue(phase)}`);
    line.style.width = `${width}px`;
    return [line, ...ticksOf(phase, likeCount(phase)).map((index) => placed(x(index), `tick ${hue(phase)}`))];
  }

  /** A stretch that tells its title by itself says how long it is; one beside others, only what it is. */
  #titleOf({ phase, left, width }) {
    if (phase.caption !== undefined) {
      const fits = (text) => text.length * TITLE_CHARACTER <= width + this.#scale.gap - TITLE_CHARACTER;
      return placed(left, hue(phase), [phase.caption, phase.short ?? ""].find(fits) ?? "");
    }
    const narrow = this.#width < ROOM_FOR_LENGTHS;
    const length = `${phase.count} ${phase.count === 1 ? "step" : "steps"}`;
    return placed(left, hue(phase), narrow ? phase.title : `${phase.title}, ${length}`);
  }

  /** @param {Phase[]} phases */
  #drawNames(phases) {
    const named = namedSteps(phases, this.#player.milestones, this.#scale.x, NAME_ROOM);
    this.#names = named.map((index) => ({ index, element: this.#nameAt(index) }));
    this.#host.querySelector(".track-names").replaceChildren(...this.#names.map((name) => name.element));
  }

  #nameAt(index) {
    const name = placed(this.#scale.x(index), "track-name");
    renderSilentMath(name, this.#player.told(index)?.name ?? "");
    return name;
  }

  #placeKnob() {
    const { index } = this.#player;
    const x = this.#scale.x(index);
    const [knob, done, now] = /** @type {HTMLElement[]} */ (
      [".knob", ".track-line.done", ".track-name-now"].map((part) => this.#host.querySelector(part))
    );
    knob.style.transform = `translateX(${x}px)`;
    done.style.clipPath = `inset(-1rem ${this.#width - x}px -1rem -1rem)`;
    now.style.transform = `translateX(${x}px) translateX(-50%)`;
    renderSilentMath(now, this.#player.told(index)?.name ?? "");
    for (const name of this.#names) {
      name.element.hidden = Math.abs(this.#scale.x(name.index) - x) < NAME_ROOM * 0.8;
    }
  }
}

/** @param {Phase} phase */
function hue(phase) {
  if (phase.aside) {
    return "aside";
  }
  return phase.phase === "backward" ? "bwd" : "fwd";
}

function placed(x, className, text = "") {
  const made = element("div", className);
  made.style.left = `${x}px`;
  made.textContent = text;
  return made;
}
