/**
 * Many small pictures on one canvas, each behind an element that says where. A browser composes every canvas of a page anew for
 * each picture of its screen; for half a hundred of them that takes longer than drawing what is on them.
 */
import { ALONE, css, heatImage } from "./colours.js";

/** @import { Grid } from "./frame.js" */
/** @import { Palette } from "./colours.js" */

/** @typedef {{left: number, top: number, width: number, height: number}} Place in pixels of the canvas */

/** What a curve is drawn in. */
const FIELD = 96;
const MARGIN = 8;

export class Mosaic {
  /** The maps side by side, before they are scaled. */
  #row = new OffscreenCanvas(1, 1);
  /** @type {Map<string, Place> | null} */
  #places = null;

  /** The elements have moved. */
  forget() {
    this.#places = null;
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Iterable<HTMLElement>} tiles each names its picture by `data-unit`
   * @param {(name: string) => {grid: Grid, scale: {low: number, high: number}} | null} pictureOf
   * @param {Palette} palette
   */
  draw(canvas, tiles, pictureOf, palette) {
    const places = (this.#places ??= placesOf(canvas, tiles));
    const shown = [...places].flatMap(([name, place]) => {
      const picture = pictureOf(name);
      return picture === null ? [] : [{ place, ...picture }];
    });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.clearRect(0, 0, canvas.width, canvas.height);
    this.#drawMaps(context, shown.filter(({ grid }) => grid.rows > 1), palette);
    for (const { place, grid, scale } of shown) {
      if (grid.rows === 1) drawCurve(context, place, grid.values, scale, palette);
    }
  }

  #drawMaps(context, maps, palette) {
    if (maps.length === 0) {
      return;
    }
    const { columns, rows } = maps[0].grid;
    const row = this.#row;
    if (row.width !== maps.length * columns || row.height !== rows) {
      row.width = maps.length * columns;
      row.height = rows;
    }
    const small = row.getContext("2d", { willReadFrequently: true });
    maps.forEach(({ grid, scale }, at) => small.putImageData(heatImage(grid, scale, palette, ALONE), at * columns, 0));
    maps.forEach(({ place: { left, top, width, height } }, at) =>
      context.drawImage(row, at * columns, 0, columns, rows, left, top, width, height),
    );
  }
}

/** Sizes the canvas to the pixels of the screen, and sees where its tiles are. */
function placesOf(canvas, tiles) {
  const frame = canvas.getBoundingClientRect();
  canvas.width = Math.round(frame.width * devicePixelRatio);
  canvas.height = Math.round(frame.height * devicePixelRatio);
  const pixel = (length) => Math.round(length * devicePixelRatio);
  return new Map(
    [...tiles].map((tile) => {
      const box = tile.getBoundingClientRect();
      const [left, top] = [pixel(box.left - frame.left), pixel(box.top - frame.top)];
      const [right, bottom] = [pixel(box.right - frame.left), pixel(box.bottom - frame.top)];
      return [tile.dataset.unit ?? "", { left, top, width: right - left, height: bottom - top }];
    }),
  );
}

/** A small curve, with a hairline at zero. */
function drawCurve(context, { left, top, width, height }, values, { low, high }, { ink, unknown }) {
  const y = (value) => FIELD - MARGIN - ((value - low) / (high - low)) * (FIELD - 2 * MARGIN);
  context.save();
  context.translate(left, top);
  context.scale(width / FIELD, height / FIELD);
  context.lineWidth = 2;
  context.strokeStyle = css(unknown);
  context.beginPath();
  context.moveTo(0, y(0));
  context.lineTo(FIELD, y(0));
  context.stroke();
  context.strokeStyle = css(ink);
  context.lineWidth = 3;
  context.beginPath();
  values.forEach((value, at) => context.lineTo((at / (values.length - 1)) * FIELD, y(value)));
  context.stroke();
  context.restore();
}
