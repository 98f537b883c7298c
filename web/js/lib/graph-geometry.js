/**
 * From the server's layout to the frame on the page. The positions are the server's, spread to the frame; circles and
 * letters keep their size, so that the same graph reads on a phone and on a projector.
 */

/** @import { Graph, GraphEdge, Point } from "./types.js" */

/**
 * Sizes in px that depend on the width of the page.
 * @typedef {object} Metrics
 * @property {number} radius of a node
 * @property {number} padX from the outermost centres to the frame
 * @property {number} padY
 * @property {number} column least distance of neighbouring columns
 * @property {number} row least distance of nodes above each other
 * @property {number} spread greatest distance of neighbouring columns
 * @property {number} least scale at which labels can be read
 * @property {number} [unit] size of the letters, 1 is the usual one
 */

/** @type {Metrics} */
export const WIDE = Object.freeze({ radius: 23, padX: 104, padY: 60, column: 104, row: 112, spread: 300, least: 0.8 });

/** @type {Metrics} */
export const NARROW = Object.freeze({ radius: 17, padX: 32, padY: 48, column: 82, row: 92, spread: 240, least: 0.93 });

/**
 * The sizes on a page whose letters are larger: circles and distances grow with them.
 * @param {Metrics} metrics
 * @param {number} unit size of the letters, 1 is the usual one
 * @returns {Metrics}
 */
export function scaledMetrics(metrics, unit) {
  const { least, ...lengths } = metrics;
  const scaled = Object.fromEntries(Object.entries(lengths).map(([name, length]) => [name, length * unit]));
  return /** @type {Metrics} */ ({ ...scaled, least, unit });
}

/**
 * @typedef {object} Fit
 * @property {number} width of the stage
 * @property {number} height
 * @property {number} radius
 * @property {number} unit size of the letters, 1 is the usual one
 * @property {number} column distance of the closest columns on the stage
 * @property {(point: Point) => Point} place
 */

/**
 * Spreads a graph to a frame, and beyond it where the nodes would touch.
 * @param {Graph} graph
 * @param {{width: number, height: number}} frame
 * @param {Metrics} metrics
 * @returns {Fit}
 */
export function fitGraph(graph, frame, metrics) {
  const xs = graph.nodes.map((node) => node.x);
  const ys = graph.nodes.map((node) => node.y);
  const columnGap = leastGap(xs);
  const rowGap = leastRowGap(graph.nodes, columnGap);
  const x = spread(xs, columnGap, { size: frame.width, pad: metrics.padX, least: metrics.column, most: metrics.spread });
  const y = spread(ys, rowGap, { size: frame.height, pad: metrics.padY, least: metrics.row, most: metrics.spread });
  return {
    width: x.size,
    height: y.size,
    radius: metrics.radius,
    unit: metrics.unit ?? 1,
    column: columnGap * x.scale,
    place: ([left, top]) => [x.offset + left * x.scale, y.offset + top * y.scale],
  };
}

/**
 * The corners of an edge on the stage, from centre to centre.
 * @param {GraphEdge} edge
 * @param {Fit} fit
 * @param {Point} from centre of the operand
 * @param {Point} to centre of the operation
 * @returns {Point[]}
 */
export function cornersOf(edge, fit, from, to) {
  return [from, ...edge.points.slice(1, -1).map(fit.place), to];
}

/**
 * Line and arrow head of an edge as SVG paths. The line leaves the first circle and ends in a head a little before the
 * last one.
 * @param {Point[]} corners from centre to centre, in the direction of the arrow
 * @param {number} radius
 * @param {number} size of the head
 * @returns {{line: string, head: string}}
 */
export function arrow(corners, radius, size) {
  const start = towards(corners[0], corners[1], radius);
  const last = corners.at(-1);
  const before = corners.at(-2);
  const tip = towards(last, before, radius + GAP);
  const base = towards(last, before, radius + GAP + size);
  const line = [start, ...corners.slice(1, -1), base];
  return { line: path(line), head: headPath(tip, base, size * 0.45) };
}

/**
 * The length of the free line between the circles of its ends.
 * @param {Point[]} corners from centre to centre
 * @param {number} radius
 */
export function freeLength(corners, radius) {
  const parts = corners.slice(1).map(([x, y], at) => Math.hypot(x - corners[at][0], y - corners[at][1]));
  return parts.reduce((sum, part) => sum + part, -2 * radius);
}

/** @param {Point[]} corners */
export function path(corners) {
  return "M" + corners.map(([x, y]) => `${round(x)},${round(y)}`).join("L");
}

/**
 * Where the view of a stage larger than its frame must lie to show a point with a margin around it; it moves no further
 * than needed.
 * @param {{x: number, y: number, scale: number}} view
 * @param {Point} point on the stage
 * @param {{width: number, height: number}} frame
 * @param {{width: number, height: number}} stage
 */
export function viewShowing(view, point, frame, stage) {
  const axis = (offset, at, size, length) => {
    const margin = Math.min(size * 0.3, 140);
    const shown = offset + at * view.scale;
    const moved = offset + clamp(shown, margin, size - margin) - shown;
    return withinFrame(moved, size, length * view.scale);
  };
  return {
    scale: view.scale,
    x: axis(view.x, point[0], frame.width, stage.width),
    y: axis(view.y, point[1], frame.height, stage.height),
  };
}

/** Keeps a stage in its frame: centred where it is smaller, without a gap at the border where it is larger. */
export function withinFrame(offset, size, length) {
  return length <= size ? (size - length) / 2 : clamp(offset, size - length, 0);
}

/**
 * The scale at which the stage is first shown: all of it where that can be read.
 * @param {{width: number, height: number}} frame
 * @param {{width: number, height: number}} stage
 * @param {number} least
 */
export function firstScale(frame, stage, least) {
  return Math.max(least, wholeScale(frame, stage));
}

/** The scale at which all of the stage is in the frame. */
export function wholeScale(frame, stage) {
  return Math.min(1, frame.width / stage.width, frame.height / stage.height);
}

const GAP = 5;

function spread(values, gap, { size, pad, least, most }) {
  const low = Math.min(...values);
  const extent = Math.max(...values) - low;
  const room = Math.max(size - 2 * pad, 0);
  const wanted = extent === 0 ? 1 : Math.min(room / extent, most / gap);
  const scale = Math.max(wanted, least / gap);
  const needed = extent * scale + 2 * pad;
  const length = Math.max(size, needed);
  return { scale, size: length, offset: (length - extent * scale) / 2 - low * scale };
}

/** The least distance between different positions; 1 where there is only one. */
function leastGap(values) {
  const sorted = [...new Set(values.map(Math.round))].sort((one, other) => one - other);
  const gaps = sorted.slice(1).map((value, at) => value - sorted[at]);
  const real = gaps.filter((gap) => gap > SAME);
  return real.length > 0 ? Math.min(...real) : 1;
}

const SAME = 12;

/** The least distance, downwards, of nodes that stand in one column. */
function leastRowGap(nodes, columnGap) {
  const gaps = [];
  const sorted = [...nodes].sort((one, other) => one.x - other.x);
  sorted.forEach((node, at) => {
    for (let next = at + 1; next < sorted.length && sorted[next].x - node.x < columnGap * 0.5; next++) {
      gaps.push(Math.abs(sorted[next].y - node.y));
    }
  });
  const real = gaps.filter((gap) => gap > SAME);
  return real.length > 0 ? Math.min(...real) : 100;
}

function towards([x, y], [targetX, targetY], distance) {
  const length = Math.hypot(targetX - x, targetY - y) || 1;
  return [x + ((targetX - x) / length) * distance, y + ((targetY - y) / length) * distance];
}

function headPath([tipX, tipY], [baseX, baseY], half) {
  const length = Math.hypot(tipX - baseX, tipY - baseY) || 1;
  const acrossX = (-(tipY - baseY) / length) * half;
  const acrossY = ((tipX - baseX) / length) * half;
  return `${path([
    [tipX, tipY],
    [baseX + acrossX, baseY + acrossY],
    [baseX - acrossX, baseY - acrossY],
  ])}Z`;
}

function clamp(value, low, high) {
  return Math.max(low, Math.min(value, high));
}

function round(value) {
  return Math.round(value * 10) / 10;
}
