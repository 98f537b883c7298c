import { offsetShowing } from "./row-state.js";

/**
 * @typedef {object} FrameSize px
 * @property {number} height of the frame
 * @property {number} seen how much of it nothing covers
 * @property {number} head what the heading of the table takes
 * @property {number} row the height of a row
 */

/**
 * A frame in which a table of equally high rows scrolls, and never the page with it. It is told its sizes when they change, and
 * does not measure them in a step, which would make the browser lay out the page at once.
 */
export class ScrollingFrame {
  /** @type {FrameSize} */
  size = { height: 0, seen: 0, head: 24, row: 29 };
  /** how many rows there are */
  rows = 0;
  #offset = 0;
  #element;

  /** @param {() => HTMLElement} element the frame, once it is there */
  constructor(element) {
    this.#element = element;
  }

  /** Notes that the reader has scrolled. */
  follow() {
    this.#offset = this.#element().scrollTop;
  }

  /** Whether there are more rows than it holds. */
  get scrolls() {
    const { height } = this.size;
    return height > 0 && this.#length > height + 1;
  }

  get #length() {
    const { head, row } = this.size;
    return head + this.rows * row;
  }

  /** @returns {number} the first row that is seen, from 0 */
  get first() {
    return Math.floor(this.#offset / this.size.row);
  }

  /**
   * Scrolls no further than a row needs to be seen.
   * @param {number} position of the row, from 0
   */
  bringIntoView(position) {
    if (!this.scrolls) {
      return;
    }
    const { seen, head, row } = this.size;
    const wanted = offsetShowing(position, { offset: this.#offset, height: seen, head, row });
    const offset = Math.min(wanted, this.#length - seen);
    if (offset !== this.#offset) {
      this.#offset = offset;
      requestAnimationFrame(() => this.#scroll());
    }
  }

  /** With the frame that is drawn next, when all elements have shown the step. */
  #scroll() {
    this.#element().scrollTop = this.#offset;
  }
}
