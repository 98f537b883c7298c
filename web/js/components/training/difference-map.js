import { html } from "lit";
import { formatNumber } from "../../lib/format.js";
import { largestOf, picture } from "../../lib/heat-map.js";
import { paletteOf } from "../../lib/training/colours.js";
import { differencesOf, entryOf, exact, hasEntries, nameOf } from "../../lib/training/difference.js";
import { TrainingElement } from "../../lib/training/element.js";
import { followTheme } from "../../lib/training/theme-change.js";
import { grouped } from "../../lib/training/words.js";

/** @import { ComparedMatrix } from "../../lib/training/difference.js" */

const ROOM = 420;
const HIGHEST = 220;
const CELL = 24;
const LEAST = 24;

/** `<bs-difference-map>`: by how much the entries of a matrix differ in two computations; the one under the lens is read out. */
export class DifferenceMap extends TrainingElement {
  static properties = { matrix: { attribute: false }, titles: { attribute: false }, lens: { state: true } };

  #palette = null;
  #watch = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#look());
  #unfollowTheme = () => {};

  constructor() {
    super();
    /** @type {ComparedMatrix | null} */
    this.matrix = null;
    /** @type {string[]} what computed either */
    this.titles = [];
    /** @type {{row: number, column: number} | null} null while the entry that is most apart is read out */
    this.lens = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unfollowTheme = followTheme(() => {
      this.#palette = null;
      this.again();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
    this.#unfollowTheme();
  }

  reads({ notation }) {
    return [notation.decimals, notation.mark];
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("matrix")) {
      this.#watch.disconnect();
      if (!hasEntries(this.matrix)) {
        this.#watch.observe(this);
      }
      const { rows, columns } = this.#size;
      if (this.lens && (this.lens.row > rows || this.lens.column >= columns)) {
        this.lens = null;
      }
    }
  }

  get #size() {
    return differencesOf(this.matrix);
  }

  /** The entry under the lens; before the reader moves it, the one that is most apart. */
  get #place() {
    const [row, column] = (this.matrix.largest?.address ?? "..1.0").split(".").slice(2).map(Number);
    return this.lens ?? { row, column };
  }

  /** The entries of a large matrix are fetched when it comes on the screen. */
  #look() {
    this.#watch.disconnect();
    this.dispatchEvent(new Event("bs-look"));
  }

  view({ notation }) {
    return hasEntries(this.matrix) ? this.#map(notation) : this.#totals(notation);
  }

  #totals(notation) {
    const { address, rows, columns, differing, distance } = this.matrix;
    return html`<figure class="difference-figure" aria-busy="true">
      <div class="difference-map waiting"></div>
      <figcaption>
        <span class="difference-name">${nameOf(address)}, ${grouped(rows)} × ${grouped(columns)}</span>
        <p class="caption">
          ${grouped(differing)} of ${grouped(rows * columns)} entries differ; all differences together have the length
          ${formatNumber(distance, notation)}. The map is on its way.
        </p>
      </figcaption>
    </figure>`;
  }

  #map(notation) {
    const { row, column } = this.#place;
    const entry = entryOf(this.matrix, row, column);
    const number = (value) => formatNumber(value, notation);
    const name = nameOf(entry.address);
    return html`<figure class="difference-figure">
      <div
        class="difference-map"
        tabindex="0"
        role="application"
        aria-roledescription="heat map"
        aria-label=${`Differences of ${nameOf(this.matrix.address)}: ${name}, ${number(entry.difference)}`}
        @pointermove=${this.#onPoint}
        @pointerdown=${this.#onPoint}
        @keydown=${this.#onKeydown}
      >
        <canvas aria-hidden="true"></canvas>
        <span class="difference-lens" aria-hidden="true"></span>
      </div>
      <figcaption>
        <span class="difference-name">${name}</span>
        <dl class="difference-entry">
          ${[entry.one, entry.two].map(
            (value, at) => html`<div>
              <dt>${this.titles[at]}</dt>
              <dd>${exact(value, notation)}</dd>
            </div>`,
          )}
          <div>
            <dt>difference</dt>
            <dd>${number(entry.difference)}${entry.difference === 0 ? "" : `, relative ${number(entry.relative)}`}</dd>
          </div>
        </dl>
      </figcaption>
    </figure>`;
  }

  updated() {
    super.updated();
    const map = /** @type {HTMLElement | null} */ (this.querySelector(".difference-map"));
    if (map !== null && hasEntries(this.matrix)) {
      this.#draw(map);
      this.#placeLens(map);
    }
  }

  #draw(map) {
    const differences = this.#size;
    const { rows, columns } = differences;
    const cell = Math.min(CELL, ROOM / columns, HIGHEST / rows);
    map.style.width = `${Math.max(LEAST, columns * cell)}px`;
    map.style.aspectRatio = `${Math.max(LEAST, columns * cell)} / ${Math.max(LEAST, rows * cell)}`;
    this.#palette ??= paletteOf(map);
    const image = picture(differences, largestOf(/** @type {any} */ (differences)), this.#palette);
    const canvas = map.querySelector("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext("2d").putImageData(image, 0, 0);
  }

  #placeLens(map) {
    const { rows, columns } = this.#size;
    const { row, column } = this.#place;
    const lens = map.querySelector(".difference-lens");
    lens.style.top = `${((row - 1) / rows) * 100}%`;
    lens.style.left = `${(column / columns) * 100}%`;
    lens.style.height = `${100 / rows}%`;
    lens.style.width = `${100 / columns}%`;
  }

  #onPoint = ({ currentTarget, clientX, clientY }) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const { rows, columns } = this.#size;
    this.lens = {
      row: within(Math.floor(((clientY - top) / height) * rows) + 1, 1, rows),
      column: within(Math.floor(((clientX - left) / width) * columns), 0, columns - 1),
    };
  };

  #onKeydown = (event) => {
    const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
    if (right === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const { rows, columns } = this.#size;
    const { row, column } = this.#place;
    this.lens = { row: within(row + down, 1, rows), column: within(column + right, 0, columns - 1) };
    event.preventDefault();
    event.stopPropagation();
  };
}

function within(number, least, most) {
  return Math.min(Math.max(number, least), most);
}

customElements.define("bs-difference-map", DifferenceMap);
