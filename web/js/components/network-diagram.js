import { html } from "lit";
import { DiagramEdits } from "../lib/diagram-edits.js";
import { svg } from "../lib/dom.js";
import { prefersStill } from "../lib/motion.js";
import { NARROW, WIDE, fitFigure, rowsOf } from "../lib/network-geometry.js";
import { withFolded, withUnfolded } from "../lib/network-looks.js";
import { looksTheSame, networkMoment } from "../lib/network-moment.js";
import { quantityOfUnit, stepOfUnit, unitState } from "../lib/network-state.js";
import { neighbour } from "../lib/network-roving.js";
import { DiagramEdges } from "./diagram-edges.js";
import { DiagramViews, placeOf } from "./diagram-views.js";
import { Drawing, isNarrow, letterSize } from "./drawing.js";
import { layerTitle } from "./layer-title.js";
import { UnitView } from "./network-node.js";

/** @import { NetworkMoment } from "../lib/network-moment.js" */

const TITLE_NEEDS = 118;

/**
 * `<bs-network-diagram>`: the network at the current step. Units and lines are made once for a figure; a step touches only
 * those that it changes.
 */
export class NetworkDiagram extends Drawing {
  #edits = new DiagramEdits(this);
  /** @type {DiagramViews | null} */
  #views = null;
  #structure = "";
  /** @type {NetworkMoment | null} */
  #shown = null;
  #hovered = null;
  /** @type {import("../lib/network-geometry.js").FigureFit | null} */
  #fit = null;

  get words() {
    return { frame: "Network diagram", whole: "Whole network", frameClass: "graph-frame network-frame" };
  }

  parts() {
    return html`
      <svg class="graph-lines halo-lines" aria-hidden="true" focusable="false"></svg>
      <svg class="graph-lines weight-lines" aria-hidden="true" focusable="false"></svg>
      <svg class="graph-lines lit-lines" aria-hidden="true" focusable="false"></svg>
      <div class="graph-nodes"></div>
      <div class="graph-labels step-labels"></div>
      <div class="graph-labels pointed-labels"></div>
      <div class="graph-titles"></div>
    `;
  }

  get views() {
    return this.#views?.all ?? [];
  }

  centreOf(view) {
    return this.#fit.place(placeOf(view));
  }

  neighbourOf(event, at) {
    return neighbour(event, this.views.map(placeOf), at);
  }

  quantityOf(view) {
    return view instanceof UnitView ? quantityOfUnit(unitState(this.#shown, view.node.layer, view.node.unit)) : null;
  }

  prepare() {
    super.prepare();
    this.svgs = /** @type {SVGElement[]} */ ([...this.querySelectorAll(".graph-lines")]);
    this.edges = new DiagramEdges(this.stage, ({ layer, unit }) => this.centreOf(this.#views.unit(layer, unit)));
    this.nodeHalos = svg("g", "node-halos");
    this.svgs[0].append(this.nodeHalos);
    this.titles = /** @type {HTMLElement} */ (this.querySelector(".graph-titles"));
    this.nodes = /** @type {HTMLElement} */ (this.querySelector(".graph-nodes"));
  }

  show() {
    const moment = networkMoment(this.player);
    if (moment?.trace.figure) {
      this.#showMoment(moment);
    }
  }

  /** @param {NetworkMoment} now */
  #showMoment(now) {
    const before = this.#shown;
    this.#shown = now;
    if (now.trace !== before?.trace || (this.edges.waits && now.loaded !== before.loaded)) {
      this.#build(now.trace);
    }
    if (!looksTheSame(before, now)) {
      this.#views.show(now);
      this.#drawLit();
      this.#follow();
      this.look(!this.player.scrubbing && before?.trace === now.trace);
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
      this.camera.reset();
    }
    this.edges.build(trace, this.#views.drawn);
    this.layout();
  }

  #makeViews(trace) {
    const { figure } = trace;
    this.#views = new DiagramViews(trace);
    this.titles.replaceChildren(...figure.columns.map((column) => layerTitle(column, trace)));
    this.nodes.replaceChildren(...this.views.map(({ element }) => element));
    this.offerFocus(0);
    this.style.setProperty("--rows", String(rowsOf(figure)));
  }

  layout() {
    const { width, height } = this.size;
    if (!this.#shown || width === 0) {
      return;
    }
    const { figure } = this.#shown.trace;
    const metrics = isNarrow() ? NARROW : WIDE;
    const fit = fitFigure(figure, { width, height }, metrics, letterSize());
    this.#fit = fit;
    this.style.setProperty("--radius-node", `${fit.radius}px`);
    this.classList.toggle("dense", fit.dense);
    for (const lines of this.svgs) {
      lines.setAttribute("width", String(fit.width));
      lines.setAttribute("height", String(fit.height));
    }
    this.#placeTitles(figure.columns, fit);
    this.views.forEach((view) => view.place(this.centreOf(view), fit.width));
    this.edges.place(fit);
    this.camera.fit({ width, height }, fit, metrics.least);
    this.#drawLit();
    this.#showHovered();
    this.#follow();
    this.look(false);
  }

  #placeTitles(columns, fit) {
    columns.forEach((column, at) => {
      const title = /** @type {HTMLElement} */ (this.titles.children[at]);
      title.style.left = `${fit.place({ x: column.x, y: 0 })[0]}px`;
      title.classList.toggle("short", fit.column < TITLE_NEEDS * fit.unit);
    });
  }

  /** The weights of the step above all lines, and the halos of the step under everything. */
  #drawLit() {
    const moment = this.#shown;
    if (!this.#fit || !moment) {
      return;
    }
    this.edges.showStep(moment);
    const units = this.#views.current.filter((view) => view instanceof UnitView);
    this.nodeHalos.replaceChildren(...units.map((view) => this.haloAround(this.centreOf(view), this.#fit)));
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
    const current = this.#views.current.map((view) => this.centreOf(view));
    this.camera.show([...this.edges.ends, ...(current.length === 1 ? current : [])]);
  }

  /** The titles stay at the top of the frame. */
  look(smooth) {
    super.look(smooth);
    const { y, scale } = this.camera.view;
    this.titles.style.transform = `translateY(${Math.max(0, -y / scale)}px)`;
  }

  /** @param {NetworkMoment | null} before */
  #travel(before) {
    const { trace, index } = this.#shown;
    const onward = before?.trace === trace && index === before.index + 1;
    if (this.#fit && onward && !this.player.scrubbing && !prefersStill()) {
      this.edges.travel(this.#shown, this.player.speed);
    }
  }

  onClick(event) {
    const { unfold, fold } = event.target.closest("[data-unfold], [data-fold]")?.dataset ?? {};
    const number = event.target.closest(".number, .named-only .name");
    const view = this.viewAt(event.target);
    if (unfold) {
      this.player.look(withUnfolded(this.player.document, Number(unfold)));
    } else if (fold) {
      this.player.look(withFolded(this.player.document, Number(fold)));
    } else if (number && !number.disabled) {
      this.player.explain(number.closest("[data-q]").dataset.q, number);
    } else if (view instanceof UnitView && event.target.closest(".circle")) {
      this.#press(view, event.detail === 0);
    }
  }

  /** A unit leads to its step. An input has none: by a key it is edited, by the pointer only with a double click. */
  #press(view, byKey) {
    this.offerFocus(this.views.indexOf(view));
    const step = stepOfUnit(this.#shown, view.node.layer, view.node.unit);
    if (step !== null) {
      this.player.go(step);
    } else if (byKey && view.input) {
      this.#edits.input(view, this.#shown, () => view.circle.focus({ preventScroll: true }));
    }
  }

  /** An input, a target and a weight are edited where they stand. */
  onDoubleClick(event) {
    const view = this.viewAt(event.target);
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
  }
}

customElements.define("bs-network-diagram", NetworkDiagram);
