import { html, nothing } from "lit";
import { editInPlace } from "../lib/edit-in-place.js";
import { asksWhy } from "../lib/keys.js";
import { hasBegun, matrixState, optimizerMatrices } from "../lib/matrix-state.js";
import { looksTheSame, networkMoment } from "../lib/network-moment.js";
import { withWeight } from "../lib/network-edits.js";
import { PlayerElement } from "../lib/player-element.js";
import { MatrixView } from "./matrix-view.js";
import "../lib/math.js";

/** @import { NetworkMoment } from "../lib/network-moment.js" */
/** @import { MatrixKind } from "../lib/matrix-state.js" */

/** A press on a weight waits whether another one follows, which edits it. */
const SECOND_PRESS = 240;

/**
 * `<bs-matrices>`: Θ, Δ and D of every layer at the current step, and what an optimizer remembers and makes. Matrices are made once for a network; a step touches only
 * the entries that it changes.
 */
export class Matrices extends PlayerElement {
  /** @type {MatrixView[]} */
  #views = [];
  #structure = "";
  /** @type {NetworkMoment | null} */
  #shown = null;
  #hovered = null;
  #pressed = 0;
  #printing = false;
  /** Where numbers are fetched when they are looked at, only what is on the screen is looked at. */
  #onScreen = new Set();
  #watch = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: "200px" });
  #theme = matchMedia("(prefers-color-scheme: dark)");
  #themed = new MutationObserver(() => this.#redraw());

  connectedCallback() {
    super.connectedCallback();
    this.#theme.addEventListener("change", this.#redraw);
    this.#themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
    addEventListener("beforeprint", this.#beforePrint);
    addEventListener("afterprint", this.#afterPrint);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#theme.removeEventListener("change", this.#redraw);
    this.#themed.disconnect();
    this.#watch.disconnect();
    removeEventListener("beforeprint", this.#beforePrint);
    removeEventListener("afterprint", this.#afterPrint);
    globalThis.clearTimeout(this.#pressed);
  }

  view(player) {
    if (player.trace === null) {
      return nothing;
    }
    return html`<div
      class="matrices"
      role="group"
      aria-label="Matrices"
      @click=${this.#onClick}
      @dblclick=${this.#onDoubleClick}
      @keydown=${this.#onKeydown}
      @pointermove=${this.#onPointer}
    ></div>`;
  }

  updated() {
    const moment = this.player ? networkMoment(this.player) : null;
    const host = this.querySelector(".matrices");
    this.classList.toggle("stale", this.player?.stale === true);
    if (!moment || !host) {
      return;
    }
    const before = this.#shown;
    this.#shown = moment;
    this.#build(moment, host);
    if (!looksTheSame(before, moment)) {
      this.#show(this.player.scrubbing);
    }
    if (this.player.hovered !== this.#hovered) {
      this.#hovered = this.player.hovered;
      this.#views.forEach((view) => view.point(this.#hovered));
    }
  }

  #show(silent) {
    const moment = this.#shown;
    const isSeen = ({ element }) => !moment.trace.numbers.arriving || this.#printing || this.#onScreen.has(element);
    for (const view of this.#views) {
      const { kind, layer } = view;
      if (isSeen(view)) {
        view.show(matrixState(moment, kind, layer), moment, silent);
      } else {
        view.setBegun(hasBegun(moment, kind, layer));
      }
    }
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    for (const { target, isIntersecting } of entries) {
      this.#onScreen[isIntersecting ? "add" : "delete"](target);
    }
    if (this.#shown?.trace.numbers.arriving && entries.some(({ isIntersecting }) => isIntersecting)) {
      this.#show(false);
    }
  }

  #beforePrint = () => this.#print(true);

  #afterPrint = () => this.#print(false);

  #print(printing) {
    this.#printing = printing;
    if (this.#shown) {
      this.#show(true);
    }
  }

  #build({ trace }, host) {
    const optimizer = optimizerMatrices(trace);
    const structure = JSON.stringify([trace.layers.map(({ units, type }) => [units, type]), optimizer]);
    if (structure === this.#structure) {
      return;
    }
    this.#structure = structure;
    const layers = trace.layers.slice(1).flatMap((_, at) => (trace.numbers.shape(at + 1) === null ? [] : [at + 1]));
    const backwards = [...layers].reverse();
    const order = /** @type {[MatrixKind, number][]} */ ([
      ...layers.map((layer) => ["Theta", layer]),
      ...backwards.map((layer) => ["Delta", layer]),
      ...layers.map((layer) => ["D", layer]),
      ...optimizer.flatMap((kind) => layers.map((layer) => [kind, layer])),
    ]);
    this.#views = order.map(([kind, layer]) => new MatrixView(matrixState(this.#shown, kind, layer)));
    this.#watch.disconnect();
    this.#onScreen.clear();
    host.replaceChildren(...this.#views.map(({ element }) => element));
    this.#views.forEach(({ element }) => this.#watch.observe(element));
    this.#shown = this.#shown && { ...this.#shown };
    this.#show(false);
  }

  #redraw = () => this.#views.forEach((view) => view.redraw());

  #onClick = (event) => {
    const view = this.#viewAt(event.target);
    const place = view?.placeOf(event.target);
    if (!view || !place) {
      return;
    }
    const explain = () => this.#explain(view, place, event.target);
    globalThis.clearTimeout(this.#pressed);
    if (event.detail === 0 && view.editable) {
      this.#edit(view, place, event.target);
    } else if (view.editable) {
      this.#pressed = globalThis.setTimeout(explain, event.detail > 1 ? 2 * SECOND_PRESS : SECOND_PRESS);
    } else {
      explain();
    }
  };

  #onDoubleClick = (event) => {
    const view = this.#viewAt(event.target);
    const place = view?.placeOf(event.target);
    if (view?.editable && place) {
      globalThis.clearTimeout(this.#pressed);
      event.preventDefault();
      this.#edit(view, place, event.target);
    }
  };

  #onKeydown = (event) => {
    const view = this.#viewAt(event.target);
    const place = view?.placeOf(event.target);
    if (!view || !place) {
      return;
    }
    if (view.move(event)) {
      event.preventDefault();
      this.player.hover(view.addressOf(view.placeOf(document.activeElement) ?? place));
    } else if (asksWhy(event)) {
      event.preventDefault();
      this.#explain(view, place, event.target);
    } else if (event.key === "Enter" && !event.target.closest("button")) {
      event.preventDefault();
      if (view.editable) {
        this.#edit(view, place, event.target);
      } else {
        this.#explain(view, place, event.target);
      }
    }
  };

  /** The lens of a heat map is another entry with every point. */
  #onPointer = (event) => {
    const map = event.target.closest(".heat-map");
    const view = map && this.#viewAt(map);
    if (view) {
      this.player.hover(view.addressOf(view.placeOf(map)));
    }
  };

  #explain(view, place, target) {
    const address = view.addressOf(place);
    if (view.knows(place)) {
      this.player.explain(address, target.closest("button, .heat-map") ?? target);
    }
  }

  #edit(view, { row, column }, target) {
    const { trace } = this.#shown;
    const { layer } = view;
    const { theta } = trace.numbers;
    if (theta === null) {
      return;
    }
    const anchor = view.anchorOf(target);
    editInPlace({
      host: this,
      anchor,
      name: `theta, layer ${layer}, row ${row}, column ${column}`,
      value: Number(theta[layer - 1][row - 1][column]),
      mark: this.player.settings.decimalMark,
      commit: (value) => this.player.edit(withWeight(trace, { layer, row, column }, value)),
      leave: () => target.closest("button, .heat-map")?.focus({ preventScroll: true }),
    });
  }

  #viewAt(target) {
    const element = target.closest(".net-matrix");
    return element ? this.#views.find((view) => view.element === element) : undefined;
  }
}

customElements.define("bs-matrices", Matrices);
