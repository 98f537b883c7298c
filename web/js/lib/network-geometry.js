/**
 * From the server's figure of a network to the frame on the page: the columns spread to its width, the units to its
 * height, circles and letters as large as ever.
 */
import { arrow } from "./graph-geometry.js";

/** @import { Figure } from "./network-moment.js" */
/** @import { Point } from "./types.js" */

/**
 * Sizes in px for letters of the usual size.
 * @typedef {object} FigureMetrics
 * @property {number} radius of a unit
 * @property {number} left from the first column to the frame
 * @property {number} right from the last column to the frame
 * @property {number} top
 * @property {number} bottom
 * @property {number} column least distance of neighbouring columns
 * @property {number} spread greatest distance of neighbouring columns
 * @property {number} row distance of units with names above and δ below
 * @property {number} dense least distance of units, with δ below and names on the current one only
 * @property {number} least scale at which numbers can be read
 */

/** @type {FigureMetrics} */
export const WIDE = Object.freeze({ radius: 22, left: 104, right: 132, top: 62, bottom: 58, column: 150, spread: 320, row: 97, dense: 52, least: 0.85 });

/** @type {FigureMetrics} */
export const NARROW = Object.freeze({ radius: 18, left: 44, right: 78, top: 54, bottom: 52, column: 76, spread: 220, row: 82, dense: 50, least: 0.85 });

/** From this many lines on each is drawn more quietly. */
const MANY_LINES = 60;
const LOUD = Object.freeze({ thinnest: 1, widest: 3.6, weakest: 64, strongest: 96 });
const QUIET = Object.freeze({ thinnest: 0.75, widest: 2.2, weakest: 42, strongest: 84 });

/**
 * @typedef {object} FigureFit
 * @property {number} width of the stage
 * @property {number} height
 * @property {number} radius
 * @property {number} unit size of the letters, 1 is the usual one
 * @property {number} column distance of neighbouring columns
 * @property {boolean} dense whether there is room for the numbers only
 * @property {(point: {x: number, y: number}) => Point} place
 */

/**
 * @param {Figure} figure
 * @param {{width: number, height: number}} frame
 * @param {FigureMetrics} metrics
 * @param {number} unit size of the letters
 * @returns {FigureFit}
 */
export function fitFigure(figure, frame, metrics, unit) {
  const m = /** @type {FigureMetrics} */ (
    Object.fromEntries(Object.entries(metrics).map(([name, size]) => [name, name === "least" ? size : size * unit]))
  );
  const gap = rowGap(figure);
  const ys = [...figure.nodes, ...figure.folds].map(({ y }) => y);
  const xs = figure.columns.map(({ x }) => x);
  const columnGap = xs.length > 1 ? (Math.max(...xs) - Math.min(...xs)) / (xs.length - 1) : 1;
  const y = spread(ys, gap, { size: frame.height, before: m.top, after: m.bottom, least: m.dense, most: m.row * 1.3 });
  const x = spread(xs, columnGap, { size: frame.width, before: m.left, after: m.right, least: m.column, most: m.spread });
  const row = gap * y.scale;
  const dense = row < m.row * 0.96;
  return {
    width: x.size,
    height: y.size,
    radius: dense ? Math.min(m.radius, (row - 15 * unit) / 2) : m.radius,
    unit,
    column: columnGap * x.scale,
    dense,
    place: (point) => [x.offset + point.x * x.scale, y.offset + point.y * y.scale],
  };
}

/**
 * How many units stand above each other where they are most.
 * @param {Figure} figure
 */
export function rowsOf(figure) {
  const ys = [...figure.nodes, ...figure.folds].map(({ y }) => y);
  return Math.round((Math.max(...ys) - Math.min(...ys)) / rowGap(figure)) + 1;
}

/**
 * How a weight is drawn: the larger, the wider and stronger. Where lines are many, all of them are quieter.
 * @param {number} size of the weight
 * @param {number} largest of the network
 * @param {number} lines how many there are
 * @returns {{width: number, strength: number}} px and percent
 */
export function strokeOf(size, largest, lines) {
  const share = largest > 0 && Number.isFinite(size) ? size / largest : 0;
  const { thinnest, widest, weakest, strongest } = lines > MANY_LINES ? QUIET : LOUD;
  return {
    width: Math.round((thinnest + (widest - thinnest) * share) * 100) / 100,
    strength: Math.round(weakest + (strongest - weakest) * share),
  };
}

/**
 * The line of a weight between the rims of its units.
 * @param {Point} from
 * @param {Point} to
 * @param {number} radius
 */
export function rimToRim([x, y], [toX, toY], radius) {
  const length = Math.hypot(toX - x, toY - y) || 1;
  const dx = ((toX - x) / length) * radius;
  const dy = ((toY - y) / length) * radius;
  return `M${round(x + dx)},${round(y + dy)}L${round(toX - dx)},${round(toY - dy)}`;
}

/**
 * Whether an edge goes past layers.
 * @param {import("./network-moment.js").FigureLink} [link]
 */
export function isSkip(link) {
  return link !== undefined && link.layer - link.fromLayer > 1;
}

/**
 * The edge past a residual block: an arc above the units that it goes past.
 * @param {Point} from
 * @param {Point} to
 * @param {number} radius
 */
export function arcAbove([x, y], [toX, toY], radius) {
  const [dx, dy] = [radius * 0.7, radius * 0.72];
  const top = crest([x, y], [toX, toY], radius);
  const bend = Math.abs(toX - x) * 0.2;
  return `M${round(x + dx)},${round(y - dy)}C${round(x + bend)},${round(top)} ${round(toX - bend)},${round(top)} ${round(toX - dx)},${round(toY - dy)}`;
}

/** How high the arc is drawn to. */
function crest([x, y], [toX, toY], radius) {
  return Math.min(y, toY) - radius * 0.72 - Math.min(radius * 2.6, Math.abs(toX - x) * 0.25);
}

/**
 * The middle of that arc: of a cubic curve, three quarters of the way to what it is drawn to.
 * @param {Point} from
 * @param {Point} to
 * @param {number} radius
 * @returns {Point}
 */
export function topOfArc(from, to, radius) {
  const ends = (from[1] + to[1]) / 2 - radius * 0.72;
  return [(from[0] + to[0]) / 2, ends + (crest(from, to, radius) - ends) * 0.75];
}

/**
 * The lit line of a weight, with a head where numbers travel along it.
 * @param {Point} from
 * @param {Point} to
 * @param {number} radius
 * @param {number} head 0 for none
 */
export function litLine(from, to, radius, head) {
  return head > 0 ? arrow([from, to], radius, head) : { line: rimToRim(from, to, radius), head: "" };
}

/**
 * Where labels stand so that those of one fan do not meet: nearer to the ends that are apart.
 * @param {{row: number, column: number}[]} weights of one step
 * @returns {number | null} the share of the way from the left; null where labels would lie on each other
 */
export function labelPlace(weights) {
  const rows = new Set(weights.map(({ row }) => row)).size;
  const columns = new Set(weights.map(({ column }) => column)).size;
  if (rows > 1 && columns > 1) {
    return null;
  }
  return columns > 1 ? 0.36 : rows > 1 ? 0.64 : 0.5;
}

/** @param {Figure} figure */
function rowGap(figure) {
  const gaps = figure.columns.flatMap(({ layer }) => {
    const ys = [...figure.nodes, ...figure.folds].filter((each) => each.layer === layer).map(({ y }) => y);
    const sorted = ys.sort((one, other) => one - other);
    return sorted.slice(1).map((y, at) => y - sorted[at]);
  });
  const least = Math.min(...gaps.filter((gap) => gap > 1));
  return Number.isFinite(least) ? least : 100;
}

function spread(values, gap, { size, before, after, least, most }) {
  const low = Math.min(...values);
  const extent = Math.max(...values) - low;
  const room = Math.max(size - before - after, 0);
  const wanted = extent === 0 ? 1 : Math.min(room / extent, most / gap);
  const scale = Math.max(wanted, least / gap);
  const needed = extent * scale + before + after;
  const length = Math.max(size, needed);
  return { scale, size: length, offset: before + (length - needed) / 2 - low * scale };
}

function round(value) {
  return Math.round(value * 10) / 10;
}
