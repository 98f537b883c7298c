import { html } from "lit";
import { PlayerElement } from "../lib/player-element.js";
import "./gradient-so-far.js";
import "./trace-table.js";

const TABBED = "(max-width: 899.98px)";

/**
 * `<bs-trace-tables>`: both traces side by side. Where there is room for one only they are two tabs, and the tab of the
 * phase on the screen comes forward by itself.
 */
export class TraceTables extends PlayerElement {
  #narrow = matchMedia(TABBED);
  #phase = "";
  #open = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#narrow.addEventListener("change", this.#onWidth);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#narrow.removeEventListener("change", this.#onWidth);
  }

  #onWidth = () => this.requestUpdate();

  willUpdate() {
    const phases = this.player?.phases ?? [];
    const at = phases.findLastIndex((phase) => phase.from <= this.player.index);
    const phase = `${phases.length}/${at}`;
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#open = Math.max(0, at);
    }
  }

  view(player) {
    const second = player.answered.mode === "forward" ? "tangent" : "adjoint";
    const hidden = (at) => this.#narrow.matches && at !== this.#open;
    return html`
      ${this.#narrow.matches ? this.#tabs(second) : null}
      <div class="traces">
        <section id="traces-0" aria-label="Forward primal trace" ?hidden=${hidden(0)}>
          <bs-trace-table kind="primal" .player=${player}></bs-trace-table>
          <bs-gradient-so-far .player=${player}></bs-gradient-so-far>
        </section>
        <section id="traces-1" aria-label=${second === "adjoint" ? "Reverse adjoint trace" : "Forward tangent trace"} ?hidden=${hidden(1)}>
          <bs-trace-table kind=${second} .player=${player}></bs-trace-table>
        </section>
      </div>
    `;
  }

  #tabs(second) {
    const names = second === "adjoint" ? ["Forward", "Reverse"] : ["Primal", "Tangent"];
    return html`
      <div class="trace-tabs" role="tablist" aria-label="Trace" @keydown=${this.#onKeydown}>
        ${names.map((name, at) => this.#tab(name, at, second === "adjoint" && at === 1 ? "bwd" : "fwd"))}
      </div>
    `;
  }

  #tab(name, at, hue) {
    const open = at === this.#open;
    return html`<button
      type="button"
      role="tab"
      class="trace-tab ${hue}"
      aria-selected=${open}
      aria-controls="traces-${at}"
      tabindex=${open ? 0 : -1}
      @click=${() => this.#show(at)}
    >
      ${name}
    </button>`;
  }

  #show(at) {
    this.#open = at;
    this.requestUpdate();
  }

  #onKeydown = async (event) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      event.preventDefault();
      this.#show(1 - this.#open);
      await this.updateComplete;
      /** @type {HTMLElement} */ (this.querySelector("[aria-selected=true]")).focus();
    }
  };
}

customElements.define("bs-trace-tables", TraceTables);
