/**
 * What each node and edge of the computation graph shows at a step: a pure function of the trace and the index, so that
 * a step looks the same however it was reached.
 */
import { nameOf, secondPass } from "./story-lines.js";

/** @import { GraphEdge, GraphNode, JsonNumber, Line, Trace } from "./types.js" */

/**
 * A node with the lines that write its value and, one for each contribution, its adjoint or tangent.
 * @typedef {object} PlannedNode
 * @property {GraphNode} node
 * @property {Line} primal
 * @property {string} primalName LaTeX
 * @property {Line[]} second in order of execution
 * @property {string} secondName LaTeX, empty where the second pass never comes here
 *
 * @typedef {object} PlannedEdge
 * @property {GraphEdge} edge
 * @property {number} forward the step that uses it forwards
 * @property {number} second the step of the second pass that uses it, infinity if none does
 *
 * @typedef {object} Plan
 * @property {PlannedNode[]} nodes in order of evaluation
 * @property {PlannedEdge[]} edges
 * @property {number} turn first step of the second pass
 * @property {"forward" | "backward"} direction of the second pass
 * @property {Map<number, PlannedEdge[]>} edgesOfStep
 * @property {Map<number, PlannedNode>} nodeOfStep
 *
 * @typedef {object} Shown a quantity beside a node
 * @property {JsonNumber | null} value null while it is not computed
 * @property {boolean} now written by this step
 * @property {boolean} soFar more contributions will come
 * @property {boolean} flagged
 *
 * @typedef {object} NodeState
 * @property {"future" | "done" | "current"} stage
 * @property {"forward" | "backward"} direction
 * @property {Shown} primal
 * @property {Shown | null} second null outside the second pass
 *
 * @typedef {"future" | "forward" | "backward" | "now-forward" | "now-backward"} EdgeState
 */

/**
 * @param {Trace} trace
 * @param {"reverse" | "forward"} mode
 * @param {string | null} seed
 * @returns {Plan}
 */
export function planGraph(trace, mode, seed) {
  const second = secondPass(trace, mode, seed);
  const direction = second.kind === "adjoint" ? "backward" : "forward";
  const turn = Math.min(...second.lines.map((line) => line.step));
  const primalOf = new Map(trace.primal.map((line) => [line.v, line]));
  const secondOf = groupBy(second.lines, (line) => line.adjointOf ?? valueOf(line.address));

  const nodes = trace.graph.nodes
    .map((node) => planNode(node, primalOf.get(node.id), secondOf.get(node.id) ?? []))
    .sort((one, other) => one.primal.step - other.primal.step);
  const edges = trace.graph.edges.map((edge) => ({
    edge,
    forward: primalOf.get(edge.to).step,
    second: (direction === "backward" ? edge.step : secondOf.get(edge.to)?.[0].step) ?? Infinity,
  }));
  return {
    nodes,
    edges,
    turn,
    direction,
    edgesOfStep: edgesByStep(edges),
    nodeOfStep: new Map(nodes.flatMap((node) => [node.primal, ...node.second].map((line) => [line.step, node]))),
  };
}

/**
 * @param {Plan} plan
 * @param {PlannedNode} node
 * @param {number} index
 * @returns {NodeState}
 */
export function nodeState(plan, node, index) {
  const inSecond = index >= plan.turn;
  const primal = shown([node.primal], index);
  const second = inSecond && node.second.length > 0 ? shown(node.second, index) : null;
  const now = primal.now || second?.now;
  const computed = node.primal.step <= index;
  return {
    stage: now ? "current" : computed ? "done" : "future",
    direction: inSecond ? plan.direction : "forward",
    primal,
    second,
  };
}

/**
 * @param {Plan} plan
 * @param {PlannedEdge} edge
 * @param {number} index
 * @returns {EdgeState}
 */
export function edgeState(plan, edge, index) {
  const inSecond = index >= plan.turn;
  const direction = inSecond ? plan.direction : "forward";
  const step = inSecond ? edge.second : edge.forward;
  if (step > index) {
    return "future";
  }
  return step === index ? `now-${direction}` : direction;
}

/**
 * The step that a press on a node goes to: in the pass we are in, the one that completes its quantity; pressed again,
 * its contributions in turn.
 * @param {Plan} plan
 * @param {PlannedNode} node
 * @param {number} index
 */
export function stepOfNode(plan, node, index) {
  const lines = index >= plan.turn && node.second.length > 0 ? node.second : [node.primal];
  const steps = lines.map((line) => line.step);
  const at = steps.indexOf(index);
  return at < 0 ? steps.at(-1) : steps[(at + 1) % steps.length];
}

/**
 * The address to explain for a node: its adjoint or tangent once there is one, else its value.
 * @param {PlannedNode} node
 * @param {NodeState} state
 */
export function quantityOfNode(node, state) {
  return state.second?.value != null ? node.second[0].address : node.primal.address;
}

function planNode(node, primal, second) {
  return {
    node,
    primal,
    primalName: nameOf(primal),
    second,
    secondName: second.length > 0 ? nameOf(second[0]) : "",
  };
}

function shown(lines, index) {
  let written = -1;
  while (written + 1 < lines.length && lines[written + 1].step <= index) {
    written++;
  }
  const line = lines[written];
  return {
    value: line ? line.value : null,
    now: line?.step === index,
    soFar: written >= 0 && written < lines.length - 1,
    flagged: line?.flag != null,
  };
}

function edgesByStep(edges) {
  const forward = groupBy(edges, (edge) => edge.forward);
  const second = groupBy(edges, (edge) => edge.second);
  return new Map([...forward, ...second]);
}

/** "v3" for the address of any quantity of entry 3. */
function valueOf(address) {
  return "v" + address.split(".").at(-1);
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
