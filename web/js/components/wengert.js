import { html, nothing } from "lit";
import { OfflineError, ProblemError, isAbort } from "../lib/api.js";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { sizeLatex } from "../lib/gradient-check.js";
import { formatOf } from "../lib/moment.js";
import { isAllDense } from "../lib/layers/kinds.js";
import { latexName, spokenName } from "../lib/network-names.js";
import { PlayerElement } from "../lib/player-element.js";
import { askWengert, linkOf } from "../lib/wengert.js";
import "../lib/math.js";

/** @import { Wengert } from "../lib/wengert.js" */

const MOST_ROWS = 200;

/**
 * `<bs-wengert>`: the derivatives of one example's loss beside the adjoints of the same network as a list of single
 * operations. It is asked for when it is opened, and again when what it shows has changed.
 */
export class WengertSection extends PlayerElement {
  static properties = { open: { state: true }, answer: { state: true }, problem: { state: true } };

  #asking = new AbortController();
  #asked = "";

  constructor() {
    super();
    this.open = false;
    /** @type {Wengert | null} */
    this.answer = null;
    /** @type {string | null} */
    this.problem = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asking.abort();
  }

  willUpdate() {
    if (this.open && this.player?.trace && isAllDense(this.player.answered.network) && !this.player.stale && !this.player.scrubbing) {
      this.#ask();
    }
  }

  async #ask() {
    const { answered, example } = this.player;
    const asked = JSON.stringify([answered, example]);
    if (asked === this.#asked) {
      return;
    }
    this.#asked = asked;
    this.#asking.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.problem = null;
    try {
      const answer = await askWengert(answered, example, asking.signal);
      if (asking === this.#asking) {
        this.answer = answer;
      }
    } catch (error) {
      if (!isAbort(error) && asking === this.#asking) {
        this.answer = null;
        this.problem = reasonOf(error);
        this.#asked = error instanceof OfflineError ? "" : asked;
      }
    }
  }

  view(player) {
    if (player.trace === null) {
      return nothing;
    }
    return html`
      <section class="wengert ${player.stale ? "stale" : ""}" aria-labelledby="wengert-title">
        <h2 id="wengert-title">
          <button type="button" class="wengert-toggle opens" aria-expanded=${this.open} aria-controls="wengert-body" @click=${this.#toggle}>
            Backpropagation is reverse mode
          </button>
        </h2>
        <p class="caption">
          The same network as a list of single operations: its adjoints are the products δ·a, number by number.
        </p>
        <div id="wengert-body" ?hidden=${!this.open}>${this.open ? (isAllDense(player.answered.network) ? this.#body(player) : onlyDense()) : nothing}</div>
      </section>
    `;
  }

  #toggle = () => {
    this.open = !this.open;
  };

  #body(player) {
    if (this.problem !== null) {
      return html`<p class="err" role="status">${this.problem}</p>`;
    }
    if (this.answer === null) {
      return html`<p class="caption" role="status">The list is being computed.</p>`;
    }
    return table(this.answer, formatOf(player.notation));
  }
}

function table(answer, format) {
  const { example, operations, rows, largestRelativeDifference } = answer;
  const shown = rows.slice(0, MOST_ROWS);
  const link = linkOf(answer);
  return html`
    <div class="wengert-frame" tabindex="0" role="group" aria-label="Derivatives both ways">
      <table>
        <caption class="visually-hidden">
          Derivatives of the loss of example ${example}, by backpropagation and as adjoints
        </caption>
        <thead>
          <tr>
            <th scope="col">weight</th>
            <th scope="col" class="number">
              <span class="visually-hidden">delta times a</span>
              <bs-math latex=${DELTA_TIMES_A} aria-hidden="true" silent></bs-math>
            </th>
            <th scope="col">in the list</th>
            <th scope="col" class="number">adjoint</th>
            <th scope="col" class="number">relative difference</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => rowOf(row, format))}
        </tbody>
      </table>
    </div>
    <p class="wengert-foot">
      ${rows.length > shown.length ? `The first ${shown.length} of ${rows.length} weights. ` : nothing} Example ${example},
      ${operations} operations; the largest relative difference is
      <bs-math latex=${sizeLatex(largestRelativeDifference)}></bs-math>.
      ${link
        ? html`<a href=${link}>Step through the list</a>`
        : html`<span class="caption">The list is too long to be stepped through as one expression.</span>`}
    </p>
  `;
}

const DELTA_TIMES_A = "\\htmlClass{bwd}{\\delta}\\cdot\\htmlClass{fwd}{a}";

function rowOf({ quantity, backprop, variable, adjoint, relativeDifference }, format) {
  const weight = quantity.replace(/^D/, "Theta");
  return html`<tr data-q=${weight}>
    <th scope="row">
      <span class="visually-hidden">${spokenName(weight)}</span>
      <bs-math aria-hidden="true" silent latex=${latexName(weight)}></bs-math>
    </th>
    ${numberCell(backprop, format)}
    <td><bs-math latex=${`\\htmlClass{bwd}{\\bar ${variable}}`}></bs-math></td>
    ${numberCell(adjoint, format)}
    <td class="number"><bs-math latex=${sizeLatex(relativeDifference)}></bs-math></td>
  </tr>`;
}

function numberCell(value, format) {
  return html`<td class="number ${signClass(value)}" title=${fullPrecision(value)}>${formatNumber(value, { ...format, fixed: true })}</td>`;
}

function reasonOf(error) {
  if (error instanceof ProblemError) {
    return error.problem.detail;
  }
  return error instanceof OfflineError ? "The server cannot be reached." : "The answer of the server could not be read.";
}

function onlyDense() {
  return html`<p>This network has layers of other kinds; only dense ones are written out as such a list.</p>`;
}

customElements.define("bs-wengert", WengertSection);
