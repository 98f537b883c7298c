import { html } from "lit";
import { Camera } from "../lib/graph-camera.js";
import { NARROW, WIDE, fitGraph, scaledMetrics } from "../lib/graph-geometry.js";
import { edgeState, nodeState, planGraph, quantityOfNode, stepOfNode } from "../lib/graph-state.js";
import { followGestures } from "../lib/gestures.js";
import { spokenAddress, spokenNumber } from "../lib/speech.js";
import { momentOf } from "../lib/moment.js";
import { PlayerElement } from "../lib/player-element.js";
import { rovingTarget } from "../lib/roving.js";
import { prefersStill } from "../lib/motion.js";
import { EdgeView, svg } from "./graph-edge.js";
import { NodeView } from "./graph-node.js";
import { travel } from "./graph-travel.js";

/** @import { Plan } from "../lib/graph-state.js" */

const NARROW_BELOW = 600;
const RULE_NEEDS = 168;
const DENSE_EDGES = 60;
const HALO = 8;
const UNREADABLE = 0.6;
/** What A4 and letter have room for. */
const PAPER = "680px";

/**
 * `<bs-graph>`: the computation graph at the current step. Nodes and edges are made once for a graph; a step touches
 * only those that it changes.
 */
export class Graph extends PlayerElement {
  #camera = new Camera();
  /** @type {Plan | null} */
  #plan = null;
  /** @type {Map<string, NodeView>} */
  #nodes = new Map();
  /** @type {EdgeView[]} */
  #edges = [];
  /** @type {import("../lib/graph-geometry.js").Fit | null} */
  #fit = null;
  #structure = "";
  #shown = NOTHING;
  #focused = 0;
  /** size of the frame, measured when it changes */
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
      <div class="graph-frame" role="group" aria-label="Computation graph" @keydown=${this.#onKeydown} @mousedown=${this.#onMouseDown} @click=${this.#onClick} @dblclick=${this.#onDoubleClick}>
        <div class="graph-stage">
          <svg class="graph-lines" aria-hidden="true" focusable="false"></svg>
          <div class="graph-labels"></div>
          <div class="graph-nodes"></div>
        </div>
      </div>
      ${this.#zoomControls()}
    `;
  }

  #zoomControls() {
    const button = (label, sign, act) =>
      html`<button type="button" class="zoom-button" aria-label=${label} title=${label} @click=${act}>${sign}</button>`;
    return html`
      <div class="zoom" hidden>
        ${button("Zoom out", "−", () => this.#zoom(() => this.#camera.zoom(1 / 1.4)))}
        ${button("Zoom in", "+", () => this.#zoom(() => this.#camera.zoom(1.4)))}
        ${button("Whole graph", "whole", () => this.#zoom(() => this.#camera.zoomToWhole()))}
      </div>
    `;
  }

  #prepare() {
    this.frame = /** @type {HTMLElement} */ (this.querySelector(".graph-frame"));
    this.stage = /** @type {HTMLElement} */ (this.querySelector(".graph-stage"));
    this.lines = /** @type {SVGElement} */ (this.querySelector(".graph-lines"));
    this.halos = svg("g", "halos");
    this.edgeLayer = svg("g", "edges");
    this.litLayer = svg("g", "lit-edges");
    this.lines.append(this.halos, this.edgeLayer, this.litLayer);
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
    if (player.trace) {
      this.#showStep();
    }
  }

  /** Makes the nodes and edges, or gives those that there are the numbers of another trace. */
  #build({ trace, mode, seed }) {
    this.#plan = planGraph(trace, mode, seed);
    const structure = structureOf(trace.graph);
    if (structure === this.#structure) {
      this.#plan.nodes.forEach((planned) => this.#nodes.get(planned.node.id).plan(planned));
      this.#edges.forEach((edge, at) => edge.plan(this.#plan.edges[at]));
      this.#writeLabels();
      return;
    }
    this.#structure = structure;
    this.#nodes = new Map(this.#plan.nodes.map((planned) => [planned.node.id, new NodeView(planned)]));
    this.#edges = this.#plan.edges.map((planned) => new EdgeView(planned));
    this.querySelector(".graph-nodes").replaceChildren(...this.#views().map((view) => view.element));
    this.querySelector(".graph-labels").replaceChildren(...this.#edges.map((edge) => edge.label));
    this.edgeLayer.replaceChildren(...this.#edges.map((edge) => edge.element));
    this.#setFocus(0);
    this.#camera.reset();
    this.#layout();
  }

  #layout() {
    const { width, height } = this.#size;
    if (!this.#plan || width === 0) {
      return;
    }
    const usual = document.documentElement.clientWidth < NARROW_BELOW ? NARROW : WIDE;
    const metrics = scaledMetrics(usual, letterSize());
    const fit = fitGraph(this.#shown.trace.graph, { width, height }, metrics);
    this.#fit = fit;
    this.style.setProperty("--radius-node", `${fit.radius}px`);
    this.lines.setAttribute("width", String(fit.width));
    this.lines.setAttribute("height", String(fit.height));
    const dense = this.#edges.length > DENSE_EDGES;
    this.classList.toggle("dense", dense);
    for (const view of this.#views()) {
      view.place(this.#centre(view.planned.node), fit.width);
    }
    for (const edge of this.#edges) {
      const { from, to } = edge.planned.edge;
      edge.dense = dense;
      edge.place(fit, this.#centre(this.#nodes.get(from).planned.node), this.#centre(this.#nodes.get(to).planned.node));
    }
    this.#writeLabels();
    this.#camera.fit({ width, height }, fit, metrics.least);
    this.#drawLit();
    this.#follow();
    this.#look(false);
  }

  #fitToPaper = () => this.#fitTo(PAPER);

  #fitToScreen = () => this.#fitTo("");

  #fitTo(width) {
    if (this.frame) {
      this.frame.style.width = width;
      this.#layout();
    }
  }

  #writeLabels() {
    const withRule = this.#fit !== null && this.#fit.column >= RULE_NEEDS * this.#fit.unit;
    this.#edges.forEach((edge) => edge.write(withRule, this.#shown.format));
  }

  #showStep() {
    const before = this.#shown;
    const now = momentOf(this.player);
    this.#shown = now;
    if (now.trace !== before.trace || now.mode !== before.mode || now.seed !== before.seed) {
      this.#build(now);
    } else if (now.index === before.index && now.format === before.format) {
      return;
    }
    for (const view of this.#views()) {
      view.show(nodeState(this.#plan, view.planned, now.index), now.format, () => this.#describe(view.planned));
    }
    for (const edge of this.#edges) {
      edge.show(edgeState(this.#plan, edge.planned, now.index), edge.planned.forward <= now.index);
    }
    if (this.#fit === null) {
      return;
    }
    this.#drawLit();
    this.#follow();
    this.#look(!this.player.scrubbing && before.trace === now.trace);
    this.#travel(before);
  }

  /** The lit edges above all others, and the halos of the step under everything. */
  #drawLit() {
    if (!this.#fit) {
      return;
    }
    const lit = this.#edges.filter((edge) => edge.lit).map((edge) => edge.litParts());
    const node = this.#plan.nodeOfStep.get(this.#shown.index);
    const halos = lit.map((parts) => parts.halo);
    if (node) {
      const [x, y] = this.#centre(node.node);
      const circle = svg("circle", "node-halo");
      circle.setAttribute("cx", String(x));
      circle.setAttribute("cy", String(y));
      circle.setAttribute("r", String(this.#fit.radius + HALO * this.#fit.unit));
      halos.push(circle);
    }
    this.halos.replaceChildren(...halos);
    this.litLayer.replaceChildren(...lit.map((parts) => parts.lit));
  }

  /** Keeps the step in view: the far ends of its edges if there is room, its node in any case. */
  #follow() {
    const node = this.#plan?.nodeOfStep.get(this.#shown.index);
    if (!node || !this.#fit) {
      return;
    }
    const ends = (this.#plan.edgesOfStep.get(this.#shown.index) ?? []).flatMap(({ edge }) => [edge.from, edge.to]);
    const points = ends.map((id) => this.#centre(this.#nodes.get(id).planned.node));
    this.#camera.show([...points, this.#centre(node.node)]);
  }

  #look(smooth) {
    const { x, y, scale } = this.#camera.view;
    this.stage.classList.toggle("smooth", smooth && !prefersStill());
    this.stage.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.classList.toggle("far", scale < UNREADABLE);
    this.classList.toggle("partial", !this.#camera.showsWhole);
    const controls = this.querySelector(".zoom");
    if (controls) {
      controls.toggleAttribute("hidden", this.#camera.showsWhole);
    }
  }

  #zoom(change) {
    if (this.#plan) {
      change();
      this.#look(false);
    }
  }

  #travel(before) {
    const { trace, index, format } = this.#shown;
    if (this.player.scrubbing || trace !== before.trace || index !== before.index + 1 || prefersStill()) {
      return;
    }
    const host = this.querySelector(".graph-labels");
    this.#edges
      .filter((edge) => edge.lit)
      .forEach((edge) => travel(host, edge.corners, this.#carried(edge), format, this.player.speed));
  }

  /** The number that an edge carries at this step. */
  #carried({ planned: { edge, second } }) {
    const from = this.#nodes.get(edge.from).planned;
    if (this.#shown.index < this.#plan.turn) {
      return from.primal.value;
    }
    return this.#plan.direction === "backward"
      ? from.second.find((line) => line.step === second).contribution
      : from.second.at(-1).value;
  }

  /** The edges of a node in words. */
  #describe({ node }) {
    const known = this.#plan.edges.filter(({ forward }) => forward <= this.#shown.index).map(({ edge }) => edge);
    const derivative = (edge) => spokenNumber(edge.partial.value, this.#shown.format);
    const into = known.filter((edge) => edge.to === node.id);
    const outOf = known.filter((edge) => edge.from === node.id);
    const named = (id) => spokenAddress(this.#nodes.get(id).planned.node.address);
    return [
      ...into.map((edge) => `from ${named(edge.from)}, local derivative ${derivative(edge)}`),
      ...outOf.map((edge) => `to ${named(edge.to)}, local derivative ${derivative(edge)}`),
    ].join("; ");
  }

  #views() {
    return [...this.#nodes.values()];
  }

  #centre(node) {
    return this.#fit.place([node.x, node.y]);
  }

  #onClick = (event) => {
    const number = event.target.closest(".number");
    if (number) {
      this.player.explain(number.dataset.explain, number);
      return;
    }
    const view = this.#viewAt(event.target);
    if (view && event.target.closest(".circle, .name")) {
      this.#setFocus(this.#views().indexOf(view));
      this.player.go(stepOfNode(this.#plan, view.planned, this.#shown.index));
    }
  };

  /** An input is edited where it stands in the row of inputs. */
  #onDoubleClick = (event) => {
    const node = this.#viewAt(event.target)?.planned.node;
    const input = this.#shown.trace?.inputs.find(({ v }) => v === node?.id);
    if (input) {
      this.dispatchEvent(new CustomEvent("bs-edit-input", { detail: input.name, bubbles: true }));
    }
  };

  /** A press leaves focus on the page, so that the arrow keys go on stepping. */
  #onMouseDown = (event) => {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
  };

  #onKeydown = (event) => {
    const views = this.#views();
    const view = this.#viewAt(event.target);
    if (!view) {
      return;
    }
    const target = rovingTarget(event, views.indexOf(view), views.length);
    if (target >= 0) {
      event.preventDefault();
      this.#setFocus(target);
      views[target].circle.focus({ preventScroll: true });
      this.#camera.show([this.#centre(views[target].planned.node)]);
      this.#look(true);
    } else if (event.key === "e" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      const state = nodeState(this.#plan, view.planned, this.#shown.index);
      this.player.explain(quantityOfNode(view.planned, state), event.target);
    }
  };

  #setFocus(target) {
    const views = this.#views();
    views[this.#focused]?.circle.setAttribute("tabindex", "-1");
    views[target]?.circle.setAttribute("tabindex", "0");
    this.#focused = target;
  }

  #viewAt(target) {
    const element = target.closest(".node");
    return element && this.#views().find((view) => view.element === element);
  }
}

/** The size of the page's letters; 1 is the usual one. Presenter mode has larger ones. */
function letterSize() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_LETTERS;
}

const USUAL_LETTERS = 16;

const NOTHING = Object.freeze({ trace: null, mode: "reverse", seed: null, index: -1, format: null });

function structureOf({ nodes, edges, width, height }) {
  return JSON.stringify([
    width,
    height,
    nodes.map(({ id, kind, label, x, y }) => [id, kind, label, x, y]),
    edges.map(({ from, to, operand }) => [from, to, operand]),
  ]);
}

customElements.define("bs-graph", Graph);
