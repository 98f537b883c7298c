import { html, nothing } from "lit";
import { clockText } from "../lib/clock.js";
import { PlayerElement } from "../lib/player-element.js";
import "../lib/math.js";

const STILL_AFTER = 3000;
const SIZES = [0.85, 1, 1.15, 1.3];

/**
 * `<bs-presenter>`: one step for the front of the room. The page is the same page in other sizes; this element switches
 * it over, says what is now and what is next, and keeps the time.
 */
export class Presenter extends PlayerElement {
  static properties = {
    presenting: { state: true },
    black: { state: true },
    dark: { state: true },
    size: { state: true },
    elapsed: { state: true },
  };

  #began = 0;
  #ticking = 0;
  #still = 0;

  constructor() {
    super();
    this.presenting = false;
    this.black = false;
    this.dark = false;
    this.size = SIZES.indexOf(1);
    this.elapsed = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("bs-presenter", this.#toggle);
    document.addEventListener("bs-blackout", this.#blackout);
    document.addEventListener("keydown", this.#onKeydown);
    document.addEventListener("pointermove", this.#onMove);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("bs-presenter", this.#toggle);
    document.removeEventListener("bs-blackout", this.#blackout);
    document.removeEventListener("keydown", this.#onKeydown);
    document.removeEventListener("pointermove", this.#onMove);
    this.#end();
  }

  view(player) {
    return this.presenting
      ? html`${this.line(player)}${this.#tools()}${this.black ? this.#darkness() : nothing}`
      : nothing;
  }

  /**
   * What is now and what is next.
   * @param {any} player of the page
   */
  line(player) {
    return nowAndNext(player);
  }

  #tools() {
    const button = (label, text, act, className = "") => html`
      <button class="plain-button ${className}" type="button" aria-label=${label} title=${label} @click=${act}>${text}</button>
    `;
    return html`
      <div class="presenter-tools" role="group" aria-label="Presenter">
        <time class="presenter-clock" aria-label="Time since the start">${clockText(this.elapsed)}</time>
        <span>
          ${button("Smaller text", "A", () => this.#resize(-1), "smaller")}
          ${button("Larger text", "A", () => this.#resize(1), "larger")}
        </span>
        ${button(this.dark ? "Light theme" : "Dark theme", this.dark ? "Light" : "Dark", () => {
          this.dark = !this.dark;
        })}
        ${button("End the presentation", "End", this.#toggle)}
      </div>
    `;
  }

  #darkness() {
    return html`<button class="blackout" type="button" aria-label="Show the page again" @click=${this.#blackout}></button>`;
  }

  updated() {
    const root = document.documentElement;
    root.classList.toggle("presenting", this.presenting);
    root.classList.toggle("presenting-dark", this.presenting && this.dark);
    root.style.setProperty("--presenterScale", String(SIZES[this.size]));
    /** @type {HTMLElement | null} */ (this.querySelector(".blackout"))?.focus();
  }

  #toggle = () => {
    if (this.presenting) {
      this.#end();
    } else {
      this.#begin();
    }
  };

  #begin() {
    this.presenting = true;
    this.#began = performance.now();
    this.elapsed = 0;
    this.#ticking = setInterval(() => {
      this.elapsed = performance.now() - this.#began;
    }, 1000);
    this.#onMove();
  }

  #end() {
    clearInterval(this.#ticking);
    clearTimeout(this.#still);
    this.presenting = false;
    this.black = false;
    document.documentElement.classList.remove("still");
  }

  #blackout = () => {
    this.black = this.presenting && !this.black;
  };

  #resize(direction) {
    this.size = Math.min(Math.max(this.size + direction, 0), SIZES.length - 1);
  }

  /** @param {KeyboardEvent} event */
  #onKeydown = (event) => {
    if (event.key === "." && this.black) {
      event.preventDefault();
      this.#blackout();
    } else if (event.key === "Escape" && this.presenting && !event.defaultPrevented && !this.player?.explaining) {
      this.#end();
    }
  };

  /** The controls show while the pointer moves, and a little longer. */
  #onMove = () => {
    if (this.presenting) {
      document.documentElement.classList.remove("still");
      clearTimeout(this.#still);
      this.#still = setTimeout(() => document.documentElement.classList.add("still"), STILL_AFTER);
    }
  };
}

function nowAndNext(player) {
  const now = player.stepNow;
  if (!now) {
    return nothing;
  }
  const next = now.index + 1 < player.count ? player.step(now.index + 1) : undefined;
  return html`
    <p class="presenter-line">
      <span class="now presenter-now">now</span>
      <span>step ${now.index + 1} gives <bs-math latex=${now.result}></bs-math></span>
      <span class="secondary">${next ? html`next: <bs-math prose=${next.title}></bs-math>` : "the last step"}</span>
    </p>
  `;
}

customElements.define("bs-presenter", Presenter);
