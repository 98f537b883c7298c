import { firstScale, viewShowing, wholeScale, withinFrame } from "./graph-geometry.js";

/** @import { Point } from "./types.js" */

const CLOSEST = 3;

/**
 * Which part of the stage the frame shows. All of it where that can be read; else the part around the current node.
 */
export class Camera {
  #view = { x: 0, y: 0, scale: 1 };
  #frame = { width: 1, height: 1 };
  #stage = { width: 1, height: 1 };
  #least = 1;
  #chosen = false;

  get view() {
    return this.#view;
  }

  /** Whether all of the graph is in the frame. */
  get showsWhole() {
    return this.#view.scale <= wholeScale(this.#frame, this.#stage) + 0.001;
  }

  /**
   * @param {{width: number, height: number}} frame
   * @param {{width: number, height: number}} stage
   * @param {number} least scale at which labels can be read
   */
  fit(frame, stage, least) {
    this.#frame = frame;
    this.#stage = stage;
    this.#least = least;
    const scale = this.#chosen ? this.#view.scale : firstScale(frame, stage, least);
    this.#set({ ...this.#view, scale });
  }

  /**
   * Moves no further than needed to show the points; the last one counts most.
   * @param {Point[]} points on the stage
   */
  show(points) {
    for (const point of points) {
      this.#view = viewShowing(this.#view, point, this.#frame, this.#stage);
    }
  }

  pan(dx, dy) {
    this.#set({ ...this.#view, x: this.#view.x + dx, y: this.#view.y + dy });
  }

  /** Zooms about a point of the frame. */
  zoom(factor, x = this.#frame.width / 2, y = this.#frame.height / 2) {
    const { view } = this;
    const least = Math.min(wholeScale(this.#frame, this.#stage), this.#least);
    const scale = Math.max(least, Math.min(view.scale * factor, CLOSEST));
    const by = scale / view.scale;
    this.#chosen = true;
    this.#set({ scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by });
  }

  zoomToWhole() {
    this.zoom(wholeScale(this.#frame, this.#stage) / this.#view.scale);
  }

  /** Forgets a zoom that the reader chose. */
  reset() {
    this.#chosen = false;
    this.fit(this.#frame, this.#stage, this.#least);
  }

  #set({ scale, x, y }) {
    this.#view = {
      scale,
      x: withinFrame(x, this.#frame.width, this.#stage.width * scale),
      y: withinFrame(y, this.#frame.height, this.#stage.height * scale),
    };
  }
}
