/** The examples on a map: filled where they train, hollow where they test; a circle and a diamond for two classes. */
import { css } from "./colours.js";

/** @import { Palette } from "./colours.js" */

const RADIUS = 4;

/**
 * @typedef {object} Point
 * @property {number[]} x
 * @property {number} y the target
 * @property {boolean} test whether it is held back
 * @property {boolean} classes whether the target is a class
 */

/**
 * The examples of a run; points placed by hand as the document has them, since they are there before the run is.
 * @param {any} data of the run
 * @param {any} document
 * @param {number} output which of several targets
 * @returns {Point[]}
 */
export function pointsOf(data, document, output) {
  const classes = data.kind !== "regression";
  const own = document.data.x && !document.data.testFraction ? document.data : null;
  const { x, y } = own ?? { x: data.x ?? [], y: data.y ?? [] };
  const train = own ? x.length : data.train;
  return x.map((row, at) => ({ x: row, y: y[at][output] ?? 0, test: at >= train, classes }));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Point[]} points
 * @param {(x: number[]) => number[]} place
 * @param {Palette} palette
 * @param {{low: number, high: number}} scale of targets that are numbers
 */
export function drawPoints(context, points, place, palette, scale) {
  for (const { x, y, test, classes } of points) {
    const [left, top] = place(x);
    const first = classes ? y < 0.5 : y < (scale.low + scale.high) / 2;
    const hue = css(first ? palette.neg : palette.pos);
    context.beginPath();
    if (first && classes) {
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
 * What the marks mean.
 * @param {any} data of the run
 * @returns {{mark: string, text: string}[]}
 */
export function legendOf(data) {
  const test = data.test > 0 ? [{ mark: "", text: "hollow: test point" }] : [];
  if (data.kind === "regression") {
    return [{ mark: "number", text: "example" }, ...test];
  }
  const [first, second] = data.kind === "binary" ? data.outputs.map(className) : ["other classes", "this class"];
  return [{ mark: "first", text: first }, { mark: "second", text: second }, ...test];
}

/** A class that has no name of its own. */
export function className(name) {
  return /^\d+$/.test(name) ? `class ${name}` : name;
}
