import { html } from "lit";
import { DiagramEdits } from "../lib/diagram-edits.js";
import { unitsIn } from "../lib/diagram-lines.js";
import { Camera } from "../lib/graph-camera.js";
import { followGestures } from "../lib/gestures.js";
import { prefersStill } from "../lib/motion.js";
import { NARROW, WIDE, fitFigure, rowsOf } from "../lib/network-geometry.js";
import { looksTheSame, networkMoment } from "../lib/network-moment.js";
import { lossState, quantityOfUnit, stepOfUnit, unitState } from "../lib/network-state.js";
import { neighbour } from "../lib/network-roving.js";
import { PlayerElement } from "../lib/player-element.js";
import { DiagramEdges } from "./diagram-edges.js";
import { svg } from "./graph-edge.js";
import { layerTitle } from "./layer-title.js";
import { FoldView } from "./network-fold.js";
import { UnitView } from "./network-node.js";
import { OutcomeView } from "./network-outcome.js";

/** @import { NetworkMoment } from "../lib/network-moment.js" */

const NARROW_BELOW = 600;
const HALO = 8;
const UNREADABLE = 0.6;
const TITLE_NEEDS = 118;
/** What A4 and letter have room for. */
const PAPER = "680px";
const USUAL_LETTERS = 16;

/**
 * `<bs-network-diagram>`: the network at the current step. Units and lines are made once for a figure; a step touches only
 * those that it changes.
 */
export class NetworkDiagram extends PlayerElement {
  #camera = new Camera();
  #edits = new DiagramEdits(this);
  /** @type {(UnitView | FoldView)[]} in order of the layers, from above */
  #views = [];
  /** @type {Map<string, UnitView>} */
  #units = new Map();
  /** @type {OutcomeView[]} */
  #outcomes = [];
  /** @type {Map<number, number[]>} */
  #drawn = new Map();
  #structure = "";
  /** @type {NetworkMoment | null} */
  #shown = null;
  #hovered = null;
  /** @type {import("../lib/network-geometry.js").FigureFit | null} */
  #fit = null;
  #focused = 0;
  #size = { width: 0, height: 0 };
  #resize = new ResizeObserver(([entry]) => {
    this.#size = entry.contentRect;
    this.#layout();
  });

  connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeprint", this.#fitToPaper);
    addEventListener("afterprint", this.#fitToScreen);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#fitToPaper);
    removeEventListener("afterprint", this.#fitToScreen);
    this.#resize.disconnect();
  }

  view() {
    return html`
      <div
        class="graph-frame network-frame"
        role="group"
        aria-label="Network diagram"
        @keydown=${this.#onKeydown}
        @mousedown=${this.#onMouseDown}
        @click=${this.#onClick}
        @dblclick=${this.#onDoubleClick}
      >
        <div class="graph-stage">
          <svg class="graph-lines halo-lines" aria-hidden="true" focusable="false"></svg>
          <svg class="graph-lines weight-lines" aria-hidden="true" focusable="false"></svg>
          <svg class="graph-lines lit-lines" aria-hidden="true" focusable="false"></svg>
          <div class="graph-nodes"></div>
          <div class="graph-labels step-labels"></div>
          <div class="graph-labels pointed-labels"></div>
          <div class="graph-titles"></div>
        </div>
      </div>
      <div class="zoom" hidden>
        ${this.#zoomButton("Zoom out", "−", () => this.#camera.zoom(1 / 1.4))}
        ${this.#zoomButton("Zoom in", "+", () => this.#camera.zoom(1.4))}
        ${this.#zoomButton("Whole network", "whole", () => this.#camera.zoomToWhole())}
      </div>
    `;
  }

  #zoomButton(label, sign, act) {
    const zoom = () => this.#zoom(act);
    return html`<button type="button" class="zoom-button" aria-label=${label} title=${label} @click=${zoom}>${sign}</button>`;
  }

  #prepare() {
    this.frame = /** @type {HTMLElement} */ (this.querySelector(".graph-frame"));
    this.stage = /** @type {HTMLElement} */ (this.querySelector(".graph-stage"));
    this.svgs = /** @type {SVGElement[]} */ ([...this.querySelectorAll(".graph-lines")]);
    this.edges = new DiagramEdges(this.stage, ({ layer, unit }) => this.#fit.place(this.#units.get(`${layer}.${unit}`).node));
    this.nodeHalos = svg("g", "node-halos");
    this.svgs[0].append(this.nodeHalos);
    this.titles = /** @type {HTMLElement} */ (this.querySelector(".graph-titles"));
    this.nodes = /** @type {HTMLElement} */ (this.querySelector(".graph-nodes"));
    this.#resize.observe(this.frame);
    followGestures(this.frame, {
      swipe: (by) => this.player.go(this.player.index + by),
      pan: (dx, dy) => this.#zoom(() => this.#camera.pan(dx, dy)),
      zoom: (factor, x, y) => this.#zoom(() => this.#camera.zoom(factor, x, y)),
    });
  }

  updated() {
    const { player } = this;
    if (!player) {
      return;
    }
    if (!this.frame) {
      this.#prepare();
    }
    this.classList.toggle("stale", player.stale);
    this.classList.toggle("scrubbing", player.scrubbing);
    const moment = networkMoment(player);
    if (moment?.trace.figure) {
      this.#show(moment);
    }
  }

  /** @param {NetworkMoment} now */
  #show(now) {
    const before = this.#shown;
    this.#shown = now;
    if (now.trace !== before?.trace || (this.edges.waits && now.loaded !== before.loaded)) {
      this.#build(now.trace);
    }
    if (!looksTheSame(before, now)) {
      this.#showStep();
      this.#drawLit();
      this.#follow();
      this.#look(!this.player.scrubbing && before?.trace === now.trace);
      this.#travel(before);
    }
    if (this.player.hovered !== this.#hovered || now.trace !== before?.trace) {
      this.#hovered = this.player.hovered;
      this.#showHovered();
    }
  }

  /** Makes the units and lines, or gives those that there are the numbers of another trace. */
  #build(trace) {
    const { figure } = trace;
    const structure = JSON.stringify([figure, trace.labels, trace.layers.map(({ units }) => units)]);
    if (structure !== this.#structure) {
      this.#structure = structure;
      this.#makeViews(trace);
      this.#camera.reset();
    }
    this.edges.build(trace, this.#drawn);
    this.#layout();
  }

  #makeViews(trace) {
    const { figure } = trace;
    const units = figure.nodes.map((node) => new UnitView(node, trace));
    const folds = figure.folds.map((fold) => new FoldView(fold));
    this.#units = new Map(units.map((view) => [`${view.node.layer}.${view.node.unit}`, view]));
    this.#drawn = new Map(figure.columns.map(({ layer }) => [layer, unitsIn(figure, layer)]));
    this.#outcomes = units.filter((view) => view.output && !view.bias).map((view) => this.#outcomeOf(view, trace));
    this.#views = [...units, ...folds].sort((one, other) => inOrder(placeOf(one), placeOf(other)));
    this.titles.replaceChildren(...figure.columns.map((column) => layerTitle(column, trace)));
    this.nodes.replaceChildren(...this.#views.map(({ element }) => element));
    this.#setFocus(0);
    this.style.setProperty("--rows", String(rowsOf(figure)));
  }

  #outcomeOf(view, trace) {
    const outcome = new OutcomeView(view.node.unit, trace);
    view.element.append(outcome.element);
    return outcome;
  }

  #layout() {
    const { width, height } = this.#size;
    if (!this.#shown || width === 0) {
      return;
    }
    const { figure } = this.#shown.trace;
    const metrics = document.documentElement.clientWidth < NARROW_BELOW ? NARROW : WIDE;
    const fit = fitFigure(figure, { width, height }, metrics, letterSize());
    this.#fit = fit;
    this.style.setProperty("--radius-node", `${fit.radius}px`);
    this.classList.toggle("dense", fit.dense);
    for (const lines of this.svgs) {
      lines.setAttribute("width", String(fit.width));
      lines.setAttribute("height", String(fit.height));
    }
    figure.columns.forEach((column, at) => {
      const title = /** @type {HTMLElement} */ (this.titles.children[at]);
      title.style.left = `${fit.place({ x: column.x, y: 0 })[0]}px`;
      title.classList.toggle("short", fit.column < TITLE_NEEDS * fit.unit);
    });
    this.#views.forEach((view) => view.place(fit.place(placeOf(view)), fit.width));
    this.edges.place(fit);
    this.#camera.fit({ width, height }, fit, metrics.least);
    this.#drawLit();
    this.#showHovered();
    this.#follow();
    this.#look(false);
  }

  #showStep() {
    const moment = this.#shown;
    const { trace, example, format } = moment;
    for (const view of this.#views) {
      if (view instanceof UnitView) {
        view.show(unitState(moment, view.node.layer, view.node.unit), format);
      } else {
        view.show(moment);
      }
    }
    const { loss } = lossState(moment);
    for (const outcome of this.#outcomes) {
      const value = trace.numbers.targets(example)[outcome.unit - 1] ?? null;
      outcome.show({ address: `y.${outcome.unit}@${example}`, value, now: false, soFar: false, next: false }, loss, format);
    }
  }

  /** The weights of the step above all lines, and the halos of the step under everything. */
  #drawLit() {
    const moment = this.#shown;
    if (!this.#fit || !moment) {
      return;
    }
    this.edges.showStep(moment);
    this.nodeHalos.replaceChildren(...this.#current().filter((view) => view instanceof UnitView).map((view) => this.#haloOf(view)));
  }

  #haloOf(view) {
    const [x, y] = this.#fit.place(placeOf(view));
    const halo = svg("circle", "node-halo");
    halo.setAttribute("cx", String(x));
    halo.setAttribute("cy", String(y));
    halo.setAttribute("r", String(this.#fit.radius + HALO * this.#fit.unit));
    return halo;
  }

  #current() {
    return this.#views.filter(({ element }) => element.classList.contains("current"));
  }

  #showHovered() {
    if (this.#fit && this.#shown) {
      this.edges.showPointed(this.#shown, this.#hovered);
    }
  }

  /** Keeps the step in view: the far ends of its lines if there is room, its unit in any case. */
  #follow() {
    if (!this.#fit || !this.#shown) {
      return;
    }
    const current = this.#current().map((view) => this.#fit.place(placeOf(view)));
    this.#camera.show([...this.edges.ends, ...(current.length === 1 ? current : [])]);
  }

  #look(smooth) {
    const { x, y, scale } = this.#camera.view;
    this.stage.classList.toggle("smooth", smooth && !prefersStill());
    this.stage.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.titles.style.transform = `translateY(${Math.max(0, -y / scale)}px)`;
    this.classList.toggle("far", scale < UNREADABLE);
    this.querySelector(".zoom")?.toggleAttribute("hidden", this.#camera.showsWhole);
  }

  #zoom(change) {
    if (this.#shown) {
      change();
      this.#look(false);
    }
  }

  /** @param {NetworkMoment | null} before */
  #travel(before) {
    const { trace, index } = this.#shown;
    const onward = before?.trace === trace && index === before.index + 1;
    if (this.#fit && onward && !this.player.scrubbing && !prefersStill()) {
      this.edges.travel(this.#shown, this.player.speed);
    }
  }

  #onClick = (event) => {
    const { unfold, fold } = event.target.closest("[data-unfold], [data-fold]")?.dataset ?? {};
    if (unfold) {
      this.player.unfold(Number(unfold));
      return;
    }
    if (fold) {
      this.player.fold(Number(fold));
      return;
    }
    const number = event.target.closest(".number, .named-only .name");
    if (number && !number.disabled) {
      const holder = number.closest("[data-q]");
      this.player.explain(holder.dataset.q, number);
      return;
    }
    const view = this.#viewAt(event.target);
    if (view instanceof UnitView && event.target.closest(".circle")) {
      this.#setFocus(this.#views.indexOf(view));
      const step = stepOfUnit(this.#shown, view.node.layer, view.node.unit);
      if (step !== null) {
        this.player.go(step);
      } else if (event.detail === 0 && view.input) {
        this.#edits.input(view, this.#shown, () => view.circle.focus({ preventScroll: true }));
      }
    }
  };

  /** An input, a target and a weight are edited where they stand. */
  #onDoubleClick = (event) => {
    const view = this.#viewAt(event.target);
    const label = event.target.closest(".edge-label");
    const target = event.target.closest("[data-edit=target]");
    if (label) {
      this.#edits.weight(label, this.#shown);
    } else if (target && view instanceof UnitView) {
      this.player.closeExplanation();
      this.#edits.target(target, view.node.unit, this.#shown);
    } else if (view instanceof UnitView && view.input && event.target.closest(".circle, .side")) {
      this.#edits.input(view, this.#shown);
    }
  };

  /** A press leaves focus on the page, so that the arrow keys go on stepping. */
  #onMouseDown = (event) => {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
  };

  #onKeydown = (event) => {
    const view = this.#viewAt(event.target);
    if (!view) {
      return;
    }
    const target = neighbour(event, this.#views.map(placeOf), this.#views.indexOf(view));
    if (target >= 0) {
      event.preventDefault();
      this.#setFocus(target);
      this.#views[target].circle.focus({ preventScroll: true });
      this.#camera.show([this.#fit.place(placeOf(this.#views[target]))]);
      this.#look(true);
    } else if (event.key === "e" && !event.ctrlKey && !event.metaKey && !event.altKey && view instanceof UnitView) {
      const address = quantityOfUnit(unitState(this.#shown, view.node.layer, view.node.unit));
      if (address) {
        event.preventDefault();
        this.player.explain(address, event.target);
      }
    }
  };

  #setFocus(target) {
    this.#views[this.#focused]?.circle.setAttribute("tabindex", "-1");
    this.#views[target]?.circle.setAttribute("tabindex", "0");
    this.#focused = target;
  }

  #viewAt(target) {
    const element = target.closest(".node");
    return element ? this.#views.find((view) => view.element === element) : undefined;
  }

  #fitToPaper = () => this.#fitTo(PAPER);

  #fitToScreen = () => this.#fitTo("");

  #fitTo(width) {
    if (this.frame) {
      this.frame.style.width = width;
      this.#layout();
    }
  }
}

function placeOf(view) {
  return view instanceof UnitView ? view.node : view.fold;
}

function inOrder(one, other) {
  return one.layer - other.layer || one.y - other.y;
}

/** The size of the page's letters; 1 is the usual one. Presenter mode has larger ones. */
function letterSize() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_LETTERS;
}

customElements.define("bs-network-diagram", NetworkDiagram);
