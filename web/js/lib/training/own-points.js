/** Points placed by hand, in two classes, and functions drawn by hand: both are examples written out in the document. */

/** @import { Experiment } from "./experiment.js" */

const NEAR = 12;
const DRAWN = 41;

/** What placing points begins with. */
export const FIRST_POINTS = Object.freeze({
  x: [
    [-0.8, 0.6],
    [-0.5, 0.8],
    [-0.6, 0.3],
    [-1, -1],
    [0.7, -0.5],
    [0.4, -0.8],
    [0.8, -0.1],
    [1, 1],
  ],
  y: [[0], [0], [0], [0], [1], [1], [1], [1]],
});

/** What drawing a function begins with: a line of zeros to bend. */
export const FIRST_FUNCTION = Object.freeze({
  x: Array.from({ length: DRAWN }, (_, at) => [Number((-1 + (2 * at) / (DRAWN - 1)).toFixed(2))]),
  y: Array.from({ length: DRAWN }, () => [0]),
});

/** @param {Experiment} document */
export function isOwnPoints({ data }) {
  return Array.isArray(data.x) && data.x[0]?.length === 2 && data.y[0]?.length === 1 && !data.testFraction;
}

/** @param {Experiment} document */
export function isDrawn({ data }) {
  return Array.isArray(data.x) && data.x[0]?.length === 1 && data.y[0]?.length === 1 && !data.testFraction;
}

/**
 * @param {Experiment} document
 * @param {number[]} point
 * @param {0 | 1} target
 */
export function placedPoint({ data }, point, target) {
  return { data: { ...data, x: [...data.x, rounded(point)], y: [...data.y, [target]] } };
}

/**
 * @param {Experiment} document
 * @param {number} at
 * @param {number[]} point
 */
export function movedPoint({ data }, at, point) {
  return { data: { ...data, x: data.x.with(at, rounded(point)) } };
}

/** @param {Experiment} document */
export function withoutLastPoint({ data }) {
  return { data: { ...data, x: data.x.slice(0, -1), y: data.y.slice(0, -1) } };
}

/**
 * The point under the pointer, null where there is none.
 * @param {Experiment} document
 * @param {(x: number[]) => number[]} place
 * @param {number[]} pointer
 */
export function nearestPoint({ data }, place, [left, top]) {
  let nearest = null;
  let least = NEAR;
  for (const [at, x] of data.x.entries()) {
    const [px, py] = place(x);
    const distance = Math.hypot(px - left, py - top);
    if (distance < least) {
      least = distance;
      nearest = at;
    }
  }
  return nearest;
}

/**
 * A drawn function with a stretch of it changed: all examples between two places of the pointer lie on the line between them.
 * @param {Experiment} document
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 */
export function drawnFunction({ data }, from, to) {
  const [least, most] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const half = 1 / (DRAWN - 1);
  const y = data.y.map((row, at) => {
    const x = data.x[at][0];
    if (x < least - half || x > most + half) {
      return row;
    }
    const share = most === least ? 1 : Math.min(Math.max((x - from.x) / (to.x - from.x), 0), 1);
    return [Number((from.y + share * (to.y - from.y)).toFixed(3))];
  });
  return { data: { ...data, y } };
}

function rounded(point) {
  return point.map((each) => Number(each.toFixed(3)));
}
