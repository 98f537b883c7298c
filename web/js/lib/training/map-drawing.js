/** A map on a canvas: its values as colours, smooth between their points, and the line where it decides. */
import { BEHIND, css, heatImage } from "./colours.js";
import { contour } from "./contour.js";

/** @import { Grid } from "./frame.js" */
/** @import { Palette } from "./colours.js" */

/** The values as pixels, before they are scaled. */
const small = new OffscreenCanvas(1, 1);

/**
 * A canvas with a pixel for each pixel of the screen, empty.
 * @param {HTMLCanvasElement} canvas
 * @param {number} side on the page
 */
export function emptied(canvas, side) {
  canvas.width = Math.round(side * devicePixelRatio);
  canvas.height = canvas.width;
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Grid} grid
 * @param {{low: number, high: number}} scale
 * @param {Palette} palette
 * @param {"low" | "high"} smoothing what lies between the points: straight, or rounded, which takes longer
 */
export function drawMap(context, grid, scale, palette, smoothing) {
  const image = heatImage(grid, scale, palette, BEHIND);
  small.width = image.width;
  small.height = image.height;
  small.getContext("2d").putImageData(image, 0, 0);
  const side = context.canvas.width;
  // Points of the map are corners, not cells: half a cell lies outside on each side.
  const cell = side / (grid.columns - 1);
  context.imageSmoothingQuality = smoothing;
  context.drawImage(small, -cell / 2, -cell / 2, side + cell, side + cell);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Grid} grid
 * @param {number} level
 * @param {Palette} palette
 */
export function drawDecision(context, grid, level, palette) {
  const side = context.canvas.width;
  const [across, up] = [side / (grid.columns - 1), side / (grid.rows - 1)];
  context.beginPath();
  contour(grid, level, (x1, y1, x2, y2) => {
    context.moveTo(x1 * across, side - y1 * up);
    context.lineTo(x2 * across, side - y2 * up);
  });
  context.strokeStyle = css(palette.ink);
  context.lineWidth = 1.5 * devicePixelRatio;
  context.stroke();
}
