/**
 * A matrix as colours: from negative through paper to positive, linear in the value and centred on zero. Where there are
 * more entries than points, a point shows the largest of those that it stands for.
 */
import { toNumber } from "./format.js";

/** @import { MatrixState } from "./matrix-state.js" */

const MOST_ACROSS = 480;
const MOST_DOWN = 320;
const CELL = 12;
const LEAST_HEIGHT = 44;

/**
 * @param {{rows: number, columns: number, highest: number}} plan
 * @param {number} room px across
 * @returns {{width: number, height: number}} px on the page
 */
export function sizeOnPage({ rows, columns, highest }, room) {
  const cell = Math.min(CELL, room / columns, highest / rows);
  return {
    width: Math.round(Math.max(columns * cell, Math.min(room, LEAST_HEIGHT))),
    height: Math.round(Math.max(rows * cell, LEAST_HEIGHT)),
  };
}

/**
 * @param {MatrixState} state
 * @returns {number} the largest size of an entry that is known
 */
export function largestOf({ rows, columns, value }) {
  let largest = 0;
  for (let i = 1; i <= rows; i++) {
    for (let j = 0; j < columns; j++) {
      const size = Math.abs(toNumber(value(i, j)));
      if (size > largest && Number.isFinite(size)) {
        largest = size;
      }
    }
  }
  return largest;
}

/**
 * @param {Pick<MatrixState, "rows" | "columns" | "value">} state
 * @param {number} largest what the strongest colour stands for
 * @param {{neg: Rgb, paper: Rgb, pos: Rgb, unknown: Rgb}} colours
 * @returns {ImageData}
 *
 * @typedef {[number, number, number]} Rgb
 */
export function picture({ rows, columns, value }, largest, colours) {
  const across = Math.min(columns, MOST_ACROSS);
  const down = Math.min(rows, MOST_DOWN);
  const image = new ImageData(across, down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const strongest = strongestIn(value, slice(rows, down, y), slice(columns, across, x));
      image.data.set(colourOf(strongest, largest, colours), 4 * (y * across + x));
    }
  }
  return image;
}

function slice(count, parts, at) {
  return [Math.floor((at * count) / parts), Math.floor(((at + 1) * count) / parts)];
}

function strongestIn(value, [top, bottom], [left, right]) {
  let strongest = null;
  for (let i = top; i < bottom; i++) {
    for (let j = left; j < right; j++) {
      const entry = value(i + 1, j);
      if (entry !== null && (strongest === null || Math.abs(Number(entry)) > Math.abs(strongest))) {
        strongest = Number(entry);
      }
    }
  }
  return strongest;
}

function colourOf(value, largest, { neg, paper, pos, unknown }) {
  if (value === null || !Number.isFinite(value)) {
    return [...unknown, 255];
  }
  const share = largest > 0 ? Math.min(1, Math.abs(value) / largest) : 0;
  const end = value < 0 ? neg : pos;
  return [...paper.map((from, at) => Math.round(from + (end[at] - from) * share)), 255];
}
