import { html, nothing } from "lit";
import { OfflineError } from "../../lib/api.js";
import { formatNumber } from "../../lib/format.js";
import { menu } from "../../lib/menu.js";
import { exact, hasEntries, nameOf, tableOf } from "../../lib/training/difference.js";
import { TrainingElement } from "../../lib/training/element.js";
import { Question } from "../../lib/training/question.js";
import { grouped } from "../../lib/training/words.js";
import "./difference-map.js";

/** @import { Difference } from "../../lib/training/difference.js" */

/** So long a reader stays at a moment before its update is computed again. */
const AT_REST = 300;

/** Of more entries the table has those that are most apart. */
const MOST_ROWS = 400;

/** `<bs-difference>`: the update that is shown, computed by two engines, entry by entry. */
export class DifferencePanel extends TrainingElement {
  static properties = { against: { state: true }, slopes: { state: true }, asTable: { state: true } };

  #asked = "";
  #timer = 0;
  #question = new Question((answer, error) => this.#take(answer, error));
  /** Entries of large matrices come one matrix after the other, when they are looked at. */
  #entries = new Question((answer, error) => this.#takeEntries(answer, error));
  /** @type {string[]} addresses of the matrices that were looked at, the one that is fetched first */
  #wanted = [];
  /** @type {Difference | null} */
  #difference = null;
  /** @type {string | null} */
  #reason = null;

  constructor() {
    super();
    /** @type {string | null} null before the reader chooses */
    this.against = null;
    this.slopes = false;
    this.asTable = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#question.cancel();
    this.#entries.cancel();
    this.#asked = "";
  }

  reads({ run, at, stale, notation }) {
    return [run, run?.isGoing, run?.isGoing ? 0 : at, stale, notation.decimals, notation.mark];
  }

  view({ run, notation }) {
    if (run === null) {
      return nothing;
    }
    return html`<section class="difference" aria-label="The same update, computed twice">
      ${this.#difference === null ? nothing : this.#controls(this.#difference)}
      <p class="difference-said" role="status">${this.#said(run, notation)}</p>
      ${this.#difference === null ? nothing : this.#shown(this.#difference, notation)}
    </section>`;
  }

  #controls({ lenses, reference, other }) {
    return html`<div class="surface-controls">
      <span class="weight-field"
        ><span class="label">${reference.title}, and</span>
        ${menu({
          label: "Computed a second time by",
          options: lenses.map(({ name, title }) => ({ value: name, text: title })),
          value: this.against ?? other.name,
          choose: (name) => (this.against = name),
        })}</span
      >
      <span class="weight-field"
        ><span class="label" aria-hidden="true">entries of</span>
        ${menu({
          label: "Matrices",
          options: [
            { value: false, text: "Θ, the weights after the update" },
            { value: true, text: "D, what they followed" },
          ],
          value: this.slopes,
          choose: (slopes) => (this.slopes = slopes),
        })}</span
      >
      <button
        class="plain-button caption chart-switch"
        type="button"
        aria-pressed=${this.asTable}
        aria-label="Differences as a table"
        @click=${() => (this.asTable = !this.asTable)}
      >
        table
      </button>
    </div>`;
  }

  #said(run, notation) {
    if (this.#reason !== null) {
      return this.#reason;
    }
    if (this.#difference === null) {
      return run.isGoing ? "Pause the run, and its last update is computed twice." : run.hasBegun ? "" : "There is something to compare after the first update.";
    }
    const { iteration, largest, why } = this.#difference;
    const most =
      largest === null
        ? ""
        : ` The largest relative difference of a weight is ${formatNumber(largest.relative, notation)}, at ${nameOf(largest.address)}: ${formatNumber(largest.ulps, { ...notation, decimals: 1 })} units in the last place.`;
    return `Update ${grouped(iteration)}.${most} ${why}`;
  }

  /** @param {Difference} difference */
  #shown({ matrices, reference, other }, notation) {
    const chosen = matrices.filter(({ address }) => address.startsWith(this.slopes ? "D." : "Theta."));
    const titles = [reference.title, other.title];
    return this.asTable
      ? this.#table(chosen, titles, notation)
      : html`<div class="difference-maps">
          ${chosen.map((matrix) => html`<bs-difference-map
            .player=${this.player}
            .matrix=${matrix}
            .titles=${titles}
            @bs-look=${() => this.#look(matrix.address)}
          ></bs-difference-map>`)}
        </div>
        <p class="caption">
          Blue where the second number is larger, orange where it is smaller; the strongest colour stands for the largest difference of
          the matrix.
        </p>`;
  }

  #table(matrices, titles, notation) {
    const { entries, all } = tableOf(matrices, MOST_ROWS);
    const left = all - entries.length;
    return html`<div class="scrolling chart-table" tabindex="0" role="group" aria-label="Differences, table">
        <table>
          <thead>
            <tr>
              ${["entry", ...titles, "difference", "relative"].map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${entries.map(
              ({ address, one, two, difference, relative }) => html`<tr>
                <th scope="row">${nameOf(address)}</th>
                <td>${exact(one, notation)}</td>
                <td>${exact(two, notation)}</td>
                <td>${formatNumber(difference, notation)}</td>
                <td>${formatNumber(relative, notation)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${left > 0 ? html`<p class="caption">Those that are most apart in relation to their size; ${grouped(left)} more entries are left out here.</p>` : nothing}`;
  }

  updated() {
    super.updated();
    const { run, at, stale } = this.playground;
    if (run !== null && !stale && !run.isGoing && at > run.first) {
      this.#ask(run.id, at);
    }
  }

  #ask(run, iteration) {
    const path = `/api/training/runs/${run}/iterations/${iteration}/difference${this.against === null ? "" : `?against=${this.against}`}`;
    if (path === this.#asked) {
      return;
    }
    this.#asked = path;
    this.#entries.cancel();
    this.#wanted = [];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#question.ask(path), AT_REST);
  }

  #take(answer, error) {
    if (error instanceof OfflineError) {
      this.#asked = "";
      return;
    }
    this.#difference = answer;
    this.#reason = error === null ? null : error.message;
    this.again();
  }

  /** Fetches the entries of a matrix that is on the screen. */
  #look(address) {
    if (!this.#wanted.includes(address)) {
      this.#wanted.push(address);
      if (this.#wanted.length === 1) {
        this.#askEntries();
      }
    }
  }

  #askEntries() {
    const [address] = this.#wanted;
    if (address !== undefined) {
      this.#entries.ask(`${this.#asked}${this.#asked.includes("?") ? "&" : "?"}entries=${address}`);
    }
  }

  #takeEntries(answer, error) {
    const [address] = this.#wanted.splice(0, 1);
    const here = answer?.matrices.find((matrix) => matrix.address === address && hasEntries(matrix));
    if (error === null && here && this.#difference !== null) {
      const matrices = this.#difference.matrices.map((matrix) => (matrix.address === address ? here : matrix));
      this.#difference = { ...this.#difference, matrices };
      this.again();
    }
    this.#askEntries();
  }
}

customElements.define("bs-difference", DifferencePanel);
