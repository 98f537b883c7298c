import { html, nothing } from "lit";
import { ProblemError, postJson } from "../lib/api.js";
import { askingOf } from "../lib/held-experiment.js";
import { sizeLatex } from "../lib/gradient-check.js";
import { cross, tick } from "../lib/icons.js";
import { experimentOf } from "../lib/network-document.js";
import { latexName, spokenName } from "../lib/network-names.js";
import { PlayerElement } from "../lib/player-element.js";
import { sentenceOf } from "../lib/problem-place.js";
import { completingStep } from "../lib/schedule.js";
import "../lib/math.js";

/** The page comes first: the check is asked for when nothing has changed for so long. */
const REST = 600;

const TOO_LARGE = "Too large for a gradient check.";

/**
 * `<bs-network-check>`: whether every D agrees with central differences. It fails with the worst weight named, which leads
 * to its step.
 */
export class NetworkCheck extends PlayerElement {
  static properties = { found: { state: true }, refused: { state: true } };

  #askedFor = null;
  #asking = new AbortController();
  #timer = 0;

  constructor() {
    super();
    /** @type {any} the answer for the trace that is shown */
    this.found = null;
    /** @type {string | null} */
    this.refused = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#drop();
  }

  willUpdate() {
    const { player } = this;
    const trace = player === null || player.stale ? null : player.trace;
    if (trace !== this.#askedFor) {
      this.#drop();
      this.#askedFor = trace;
      this.found = null;
      this.refused = null;
      if (trace?.checkable === false) {
        this.refused = TOO_LARGE;
      } else if (trace) {
        this.#timer = window.setTimeout(() => this.#ask(trace), REST);
      }
    }
  }

  #drop() {
    window.clearTimeout(this.#timer);
    this.#asking.abort();
  }

  async #ask(trace) {
    const asking = new AbortController();
    this.#asking = asking;
    const { answered } = this.player;
    try {
      const found = await (trace.numbers.arriving
        ? askingOf(answered, asking.signal)("/api/network/check", {})
        : postJson("/api/network/check", experimentOf(answered), asking.signal));
      if (trace === this.#askedFor) {
        this.found = found;
      }
    } catch (error) {
      if (trace === this.#askedFor && !asking.signal.aborted) {
        this.refused = error instanceof ProblemError ? sentenceOf(error.problem) : null;
      }
    }
  }

  view(player) {
    return player.trace === null ? nothing : html`<span class="check-verdict" role="status">${this.#verdict(player)}</span>`;
  }

  #verdict(player) {
    if (this.refused !== null) {
      return html`<span class="caption">${this.refused}</span>`;
    }
    if (this.found === null) {
      return nothing;
    }
    const { passes, largestRelativeError, worst, note } = this.found;
    const size = html`<bs-math latex=${sizeLatex(largestRelativeError)}></bs-math>`;
    return passes
      ? html`<span class="ok" title=${note ?? nothing}>${tick} <span class="check-words">gradient check passes, </span>${size}</span>`
      : html`<span class="err" title=${note ?? nothing}>${cross} <span class="check-words">gradient check fails at </span></span>
          <button
            class="link-button err"
            type="button"
            aria-label=${spokenName(worst)}
            data-q=${worst}
            @click=${() => player.go(completingStep(player.schedule, worst))}
          >
            <bs-math latex=${latexName(worst)}></bs-math></button><span class="err">, ${size}</span>`;
  }
}

customElements.define("bs-network-check", NetworkCheck);
