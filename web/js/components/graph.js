import { html } from "lit";
import { svg } from "../lib/dom.js";
import { NARROW, WIDE, fitGraph, scaledMetrics } from "../lib/graph-geometry.js";
import { edgeState, nodeState, planGraph, quantityOfNode, stepOfNode } from "../lib/graph-state.js";
import { spokenAddress, spokenNumber } from "../lib/speech.js";
import { momentOf } from "../lib/moment.js";
import { rovingTarget } from "../lib/roving.js";
import { prefersStill } from "../lib/motion.js";
import { Drawing, isNarrow, letterSize } from "./drawing.js";
import { EdgeView } from "./graph-edge.js";
import { NodeView } from "./graph-node.js";
import { travel } from "./graph-travel.js";

/** @import { Plan } from "../lib/graph-state.js" */

const RULE_NEEDS = 168;
const DENSE_EDGES = 60;

/**
 * `<bs-graph>`: the computation graph at the current step. Nodes and edges are made once for a graph; a step touches
 * only those that it changes.
 */
export class Graph extends Drawing {
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

  get words() {
    return { frame: "Computation graph", whole: "Whole graph", frameClass: "graph-frame" };
  }

  parts() {
    return html`
      <svg class="graph-lines" aria-hidden="true" focusable="false"></svg>
      <div class="graph-labels"></div>
      <div class="graph-nodes"></div>
    `;
  }

  get views() {
    return [...this.#nodes.values()];
  }

  centreOf(view) {
    return this.#centre(view.planned.node);
  }

  neighbourOf(event, at) {
    return rovingTarget(event, at, this.#nodes.size);
  }

  quantityOf({ planned }) {
    return quantityOfNode(planned, nodeState(this.#plan, planned, this.#shown.index));
  }

  prepare() {
    super.prepare();
    this.lines = /** @type {SVGElement} */ (this.querySelector(".graph-lines"));
    this.halos = svg("g", "halos");
    this.edgeLayer = svg("g", "edges");
    this.litLayer = svg("g", "lit-edges");
    this.lines.append(this.halos, this.edgeLayer, this.litLayer);
  }

  show() {
    if (this.player.trace) {
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
    this.querySelector(".graph-nodes").replaceChildren(...this.views.map((view) => view.element));
    this.querySelector(".graph-labels").replaceChildren(...this.#edges.map((edge) => edge.label));
    this.edgeLayer.replaceChildren(...this.#edges.map((edge) => edge.element));
    this.offerFocus(0);
    this.camera.reset();
    this.layout();
  }

  layout() {
    const { width, height } = this.size;
    if (!this.#plan || width === 0) {
      return;
    }
    const metrics = scaledMetrics(isNarrow() ? NARROW : WIDE, letterSize());
    const fit = fitGraph(this.#shown.trace.graph, { width, height }, metrics);
    this.#fit = fit;
    this.style.setProperty("--radius-node", `${fit.radius}px`);
    this.lines.setAttribute("width", String(fit.width));
    this.lines.setAttribute("height", String(fit.height));
    const dense = this.#edges.length > DENSE_EDGES;
    this.classList.toggle("dense", dense);
    for (const view of this.views) {
      view.place(this.centreOf(view), fit.width);
    }
    for (const edge of this.#edges) {
      const { from, to } = edge.planned.edge;
      edge.dense = dense;
      edge.place(fit, this.#centreOf(from), this.#centreOf(to));
    }
    this.#writeLabels();
    this.camera.fit({ width, height }, fit, metrics.least);
    this.#drawLit();
    this.#follow();
    this.look(false);
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
    for (const view of this.views) {
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
    this.look(!this.player.scrubbing && before.trace === now.trace);
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
    this.halos.replaceChildren(...halos, ...(node ? [this.haloAround(this.#centre(node.node), this.#fit)] : []));
    this.litLayer.replaceChildren(...lit.map((parts) => parts.lit));
  }

  /** Keeps the step in view: the far ends of its edges if there is room, its node in any case. */
  #follow() {
    const node = this.#plan?.nodeOfStep.get(this.#shown.index);
    if (!node || !this.#fit) {
      return;
    }
    const ends = (this.#plan.edgesOfStep.get(this.#shown.index) ?? []).flatMap(({ edge }) => [edge.from, edge.to]);
    const points = ends.map((id) => this.#centreOf(id));
    this.camera.show([...points, this.#centre(node.node)]);
  }

  look(smooth) {
    super.look(smooth);
    this.classList.toggle("partial", !this.camera.showsWhole);
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

  #centreOf(id) {
    return this.centreOf(this.#nodes.get(id));
  }

  #centre(node) {
    return this.#fit.place([node.x, node.y]);
  }

  onClick(event) {
    const number = event.target.closest(".number");
    if (number) {
      this.player.explain(number.dataset.explain, number);
      return;
    }
    const view = this.viewAt(event.target);
    if (view && event.target.closest(".circle, .name")) {
      this.offerFocus(this.views.indexOf(view));
      this.player.go(stepOfNode(this.#plan, view.planned, this.#shown.index));
    }
  }

  /** An input is edited where it stands in the row of inputs. */
  onDoubleClick(event) {
    const node = this.viewAt(event.target)?.planned.node;
    const input = this.#shown.trace?.inputs.find(({ v }) => v === node?.id);
    if (input) {
      this.dispatchEvent(new CustomEvent("bs-edit-input", { detail: input.name, bubbles: true }));
    }
  }
}

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
