import { html, svg } from "lit";

/** The shapes of the step controls, on a square of 24. */
const SHAPES = {
  first: svg`<path d="M5 5h1.75v14H5zM19 5v14L8.5 12z"></path>`,
  previous: svg`<path d="M17 5v14L7 12z"></path>`,
  play: svg`<path d="M7.5 5v14L18 12z"></path>`,
  pause: svg`<path d="M6.5 5h4v14h-4zM13.5 5h4v14h-4z"></path>`,
  next: svg`<path d="M7 5v14l10-7z"></path>`,
  step: svg`<path d="M6 5v14l8.5-7zM16.500 5h1.75v14H16.500z"></path>`,
  stop: svg`<path d="M6.5 6.5h11v11h-11z"></path>`,
  last: svg`<path d="M17.25 5H19v14h-1.75zM5 5v14l10.5-7z"></path>`,
};

/**
 * Back, play and on, for a trace that has no timeline of its own.
 *
 * @param {import("./player.js").Player} player
 */
export function stepControls(player) {
  const { index, count, playing } = player;
  return html`
    <div class="timeline-controls step-controls" role="group" aria-label="Steps">
      ${control("Previous step", "previous", index === 0, () => player.previous())}
      ${control(playing ? "Pause" : "Play", playing ? "pause" : "play", count === 0, () => player.toggle(), "play-button")}
      ${control("Next step", "next", index >= count - 1, () => player.next())}
    </div>
  `;
}

/**
 * One control; where it leads nowhere it stays in its place, for the pointer and for focus, and does nothing.
 *
 * @param {string} label
 * @param {keyof typeof SHAPES} shape
 * @param {boolean} off
 * @param {() => void} act
 * @param {string} [className]
 */
export function control(label, shape, off, act, className = "") {
  return html`
    <button
      type="button"
      class="control ${className}"
      aria-label=${label}
      aria-disabled=${off}
      title=${label}
      @click=${() => off || act()}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[shape]}</svg>
    </button>
  `;
}
