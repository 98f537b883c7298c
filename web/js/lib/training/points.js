/**
 * The examples on a map: filled where they train, hollow where they test; a circle and a diamond for two classes, or for numbers
 * above and below the middle of the scale.
 */
import { formatNumber } from "../format.js";
import { css } from "./colours.js";

/** @import { Palette } from "./colours.js" */

const RADIUS = 4;

/**
 * @typedef {object} Point
 * @property {number[]} x
 * @property {number} y the target
 * @property {boolean} test whether it is held back
 */

/**
 * The examples of a run; points placed by hand as the document has them, since they are there before the run is.
 * @param {any} data of the run
 * @param {any} document
 * @param {number} output which of several targets
 * @returns {Point[]}
 */
export function pointsOf(data, document, output) {
  const own = document.data.x && !document.data.testFraction ? document.data : null;
  const { x, y } = own ?? { x: data.x ?? [], y: data.y ?? [] };
  const train = own ? x.length : data.train;
  return x.map((row, at) => ({ x: row, y: y[at][output] ?? 0, test: at >= train }));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Point[]} points
 * @param {(x: number[]) => number[]} place
 * @param {Palette} palette
 * @param {number} middle what parts the targets
 */
export function drawPoints(context, points, place, palette, middle) {
  for (const { x, y, test } of points) {
    const [left, top] = place(x);
    const first = y < middle;
    const hue = css(first ? palette.neg : palette.pos);
    context.beginPath();
    if (first) {
      diamond(context, left, top, RADIUS + 1);
    } else {
      context.arc(left, top, RADIUS, 0, 2 * Math.PI);
    }
    context.fillStyle = test ? css(palette.paper) : hue;
    context.strokeStyle = test ? hue : css(palette.paper);
    context.lineWidth = test ? 1.75 : 1;
    context.fill();
    context.stroke();
  }
}

function diamond(context, x, y, reach) {
  context.moveTo(x, y - reach);
  context.lineTo(x + reach, y);
  context.lineTo(x, y + reach);
  context.lineTo(x - reach, y);
  context.closePath();
}

/**
 * What the marks on a map mean.
 * @param {any} data of the run
 * @param {number} middle what parts targets that are numbers
 * @returns {{mark: string, text: string}[]}
 */
export function legendOf(data, middle) {
  const test = heldBack(data);
  if (data.kind === "regression") {
    const parting = formatNumber(middle);
    return [{ mark: "first", text: `target below ${parting}` }, { mark: "second", text: `${parting} or more` }, ...test];
  }
  const [first, second] = data.kind === "binary" ? data.outputs.map(className) : ["other classes", "this class"];
  return [{ mark: "first", text: first }, { mark: "second", text: second }, ...test];
}

/**
 * What the marks beside a curve mean.
 * @param {any} data of the run
 */
export function curveLegendOf(data) {
  return [{ mark: "second", text: "example" }, ...heldBack(data)];
}

function heldBack({ test }) {
  return test > 0 ? [{ mark: "", text: "hollow: test point" }] : [];
}

/** A class that has no name of its own. */
export function className(name) {
  return /^\d+$/.test(name) ? `class ${name}` : name;
}
