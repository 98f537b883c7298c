import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";
import { className } from "../../lib/training/points.js";
import { openPicture } from "../../lib/training/stepper.js";
import { TestPictures } from "../../lib/training/test-pictures.js";
import { paletteOf } from "../../lib/training/colours.js";
import { followTheme } from "../../lib/training/theme-change.js";
import { grouped } from "../../lib/training/words.js";

/** @import { Picture, Pictures } from "../../lib/training/test-pictures.js" */

const SHOWN = 12;

/** `<bs-test-pictures>`: pictures of the test set with what they are and what they are taken for, the wrong ones first. */
export class TestPicturesPanel extends TrainingElement {
  static properties = { asTable: { state: true } };

  #asking = new TestPictures(() => this.again(), SHOWN);
  #unfollowTheme = () => {};

  constructor() {
    super();
    this.asTable = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unfollowTheme = followTheme(() => this.again());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asking.stop();
    this.#unfollowTheme();
  }

  reads(playground) {
    this.#asking.follow(playground);
    const { run, stale } = playground;
    return [run, stale];
  }

  view({ run, stale }) {
    const { pictures, of } = this.#asking;
    if (run === null || pictures === null || of !== run.id || !run.data.image) {
      return nothing;
    }
    const { iteration, set, size, wrong } = pictures;
    return html`<section class="test-pictures ${stale ? "stale" : ""}" aria-label="Pictures of the ${set} set">
      <header class="chart-head">
        <h2>Pictures of the ${set} set</h2>
        <span class="caption">epoch ${grouped(run.epochOf(iteration))}: ${grouped(wrong)} of ${grouped(size)} wrong</span>
        <button
          class="plain-button caption chart-switch"
          type="button"
          aria-pressed=${this.asTable}
          aria-label="Pictures as a table"
          @click=${() => (this.asTable = !this.asTable)}
        >
          table
        </button>
      </header>
      <p class="caption">What it is → what it is taken for; the surest mistakes first. Press one to step through it.</p>
      ${this.asTable ? this.#table(pictures) : this.#gallery(pictures)}
    </section>`;
  }

  /** @param {Pictures} pictures */
  #gallery({ pictures, classes, iteration }) {
    return html`<ul class="picture-list">
      ${pictures.map((each) => {
        const told = toldOf(each, classes);
        return html`<li>
          <button class="picture-button ${told.right ? "" : "wrong"}" type="button" aria-label=${told.spoken} @click=${() => this.#open(iteration, each)}>
            <canvas aria-hidden="true"></canvas>
            <span class="picture-told">${told.target} → <strong>${told.prediction}</strong></span>
            <span class="caption">${told.right ? "" : "✗ "}${told.share}</span>
          </button>
        </li>`;
      })}
    </ul>`;
  }

  /** @param {Pictures} pictures */
  #table({ pictures, classes, iteration }) {
    return html`<div class="scrolling" tabindex="0" role="group" aria-label="Table of the pictures">
      <table>
        <thead>
          <tr>
            <th scope="col">picture</th>
            <th scope="col">is</th>
            <th scope="col">taken for</th>
            <th scope="col">probability</th>
          </tr>
        </thead>
        <tbody>
          ${pictures.map((each) => {
            const { target, prediction, share, spoken } = toldOf(each, classes);
            return html`<tr>
              <th scope="row">
                <button class="link-button" type="button" aria-label=${spoken} @click=${() => this.#open(iteration, each)}>${each.row + 1}</button>
              </th>
              <td>${target}</td>
              <td>${prediction}</td>
              <td>${share}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  #open(iteration, { row }) {
    openPicture(this.playground, iteration, row);
  }

  updated() {
    super.updated();
    const { pictures } = this.#asking;
    const canvases = this.querySelectorAll("canvas");
    if (pictures === null || canvases.length === 0) {
      return;
    }
    const { paper, ink } = paletteOf(this);
    canvases.forEach((canvas, at) => draw(canvas, pictures, pictures.pictures[at].pixels, paper, ink));
  }
}

/**
 * @param {Picture} picture
 * @param {string[]} classes
 */
function toldOf({ row, target, prediction, probability }, classes) {
  const [is, taken] = [className(classes[target]), className(classes[prediction])];
  const share = `${Math.round(100 * Number(probability))} %`;
  const right = target === prediction;
  const spoken = `Picture ${row + 1}: ${is}, ${right ? "taken for that" : `taken for ${taken}`}, probability ${share}; step through it`;
  return { target: classes[target], prediction: classes[prediction], share, right, spoken };
}

/** The first channel, from the colour of the page at 0 to that of the letters at its largest. */
function draw(canvas, { height, width }, pixels, paper, ink) {
  const most = Math.max(...pixels.slice(0, height * width), 1e-9);
  const image = new ImageData(width, height);
  for (let at = 0; at < height * width; at++) {
    const share = Math.min(Math.max(pixels[at] / most, 0), 1);
    for (let c = 0; c < 3; c++) {
      image.data[4 * at + c] = paper[c] + share * (ink[c] - paper[c]);
    }
    image.data[4 * at + 3] = 255;
  }
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d").putImageData(image, 0, 0);
}

customElements.define("bs-test-pictures", TestPicturesPanel);
