import { html, nothing } from "lit";
import { ProblemError, getJson } from "../../lib/api.js";
import { Asking } from "../../lib/asking.js";
import { formatNumber } from "../../lib/format.js";
import { menu } from "../../lib/menu.js";
import { TrainingElement } from "../../lib/training/element.js";
import { sizesOf } from "../../lib/training/experiment.js";
import { namesOf } from "../../lib/training/runs-of-session.js";
import "../number-input.js";
import "./surface-picture.js";

/** Rows and columns, from the finest on; the server refuses what takes too long. */
const RESOLUTIONS = [41, 25, 11, 5];

/** About so many products of a weight with an activation take a second or two. */
const WORK = 2_000_000_000;
const MOST_SEED = 1_000_000;

/** `<bs-loss-surface>`: the loss on a plane of weights around a run, and the way of the run over it. */
export class LossSurface extends TrainingElement {
  static properties = { seed: { state: true }, other: { state: true }, surface: { state: true }, asTable: { state: true } };

  #asking = new Asking();
  #asked = "";

  constructor() {
    super();
    this.seed = 1;
    /** @type {import("../../lib/training/watched-run.js").WatchedRun | null | undefined} undefined before the reader chooses */
    this.other = undefined;
    /** @type {import("../../lib/training/surface.js").Surface | null} */
    this.surface = null;
    this.asTable = false;
    /** @type {string | null} */
    this.reason = null;
  }

  reads({ run, at, notation, others, laboratory }) {
    return [run, run?.state, at, notation.decimals, notation.mark, others.length, this.#partners(run, others, laboratory).length];
  }

  /** The runs whose ends lie in the same space of weights. */
  #partners(run, others, laboratory) {
    const all = [...(laboratory?.runs.filter((each) => each.hasBegun) ?? []), ...others];
    return run === null ? [] : all.filter((each) => each !== run && sameShape(each, run));
  }

  /** In a laboratory about two minima the other run is chosen from the start. */
  #chosen(partners, laboratory) {
    const usual = laboratory?.text.chart === "surface" ? partners[0] : null;
    const chosen = this.other === undefined ? usual : this.other;
    return partners.includes(chosen) ? chosen : null;
  }

  view({ run, at, others, laboratory, notation }) {
    if (run === null) {
      return nothing;
    }
    const partners = this.#partners(run, others, laboratory);
    const other = this.#chosen(partners, laboratory);
    const names = namesOf([run, ...partners]);
    return html`<section class="surface" aria-label="Loss surface">
      ${this.#controls(partners, other, names)}
      ${this.reason === null ? nothing : html`<p class="field-reason" role="status">${this.reason}</p>`}
      ${this.surface === null
        ? html`<div class="picture-room" aria-hidden="true"></div>`
        : this.asTable
          ? this.#table(run, other ? [names.get(run), names.get(other)] : [], notation)
          : html`<bs-surface-picture
              .surface=${this.surface}
              .names=${other ? [names.get(run), names.get(other)] : []}
              .at=${at}
              .notation=${notation}
            ></bs-surface-picture>`}
      <p class="caption">${this.#words(other, notation)}</p>
    </section>`;
  }

  #controls(partners, other, names) {
    const options = [{ value: null, text: "around this run" }, ...partners.map((value) => ({ value, text: `through ${names.get(value)}` }))];
    return html`<div class="surface-controls">
      <label class="weight-field"
        ><span class="label">Directions, seed</span>
        <bs-number
          label="Seed of the directions"
          whole
          min="0"
          max=${MOST_SEED}
          .value=${this.seed}
          @bs-number=${(event) => (this.seed = event.detail)}
        ></bs-number
      ></label>
      ${partners.length === 0
        ? nothing
        : html`<span class="weight-field"
            ><span class="label" aria-hidden="true">Plane</span>
            ${menu({ label: "Plane of the surface", options, value: other, choose: (value) => (this.other = value) })}</span
          >`}
      <button
        class="plain-button caption chart-switch"
        type="button"
        aria-pressed=${this.asTable}
        aria-label="Loss surface as a table"
        @click=${() => (this.asTable = !this.asTable)}
      >
        table
      </button>
    </div>`;
  }

  #words(other, notation) {
    const plane = other
      ? "J on the plane through the newest moments of both runs. Its other direction is random, scaled unit by unit to the length of the weights."
      : "J on a plane through the newest moment of the run. The plane has two random directions, scaled unit by unit to the length of the weights.";
    const far = Math.max(0, ...(this.surface?.paths ?? []).map(({ points }) => points[0].distance));
    const off = far > 0 ? ` The way lies off the plane and is drawn where it is nearest: the start is ${formatNumber(far, { ...notation, decimals: 2 })} away from the plane.` : "";
    return plane + off;
  }

  #table(run, names, notation) {
    const number = (value) => formatNumber(value, { ...notation, fixed: true });
    return html`<div class="scrolling chart-table" tabindex="0" role="group" aria-label="Way of the run, table">
      <table>
        <thead>
          <tr>
            ${names.length > 0 ? html`<th scope="col">run</th>` : nothing}
            ${["epoch", "α", "β", "distance", "J"].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.surface.paths.flatMap(({ points }, at) =>
            points.map(
              ({ iteration, alpha, beta, distance, cost }) => html`<tr>
                ${names.length > 0 ? html`<th scope="row">${names[at]}</th>` : nothing}
                <th scope="row">${Math.round((100 * iteration) / run.perEpoch) / 100}</th>
                ${[alpha, beta, distance, cost].map((value) => html`<td>${number(value)}</td>`)}
              </tr>`,
            ),
          )}
        </tbody>
      </table>
    </div>`;
  }

  updated() {
    super.updated();
    const { run, others, laboratory } = this.playground;
    if (run !== null) {
      const other = this.#chosen(this.#partners(run, others, laboratory), laboratory);
      this.#ask(run, other);
    }
  }

  /** The surface of a run that goes is that of the moment when it was asked for; the pause or the end asks anew. */
  #ask(run, other) {
    const key = [run.id, run.state, other?.id, other?.state, this.seed].join(" ");
    if (key === this.#asked) {
      return;
    }
    this.#asked = key;
    const path = `/api/training/runs/${run.id}/surface?seed=${this.seed}${other ? `&with=${other.id}` : ""}`;
    this.#asking.ask(
      /** @type {any} */ ((signal) => finest(path, fitting(run), signal)),
      /** @type {any} */ ((surface) => this.#take(surface, null)),
      (error) => this.#take(null, error instanceof ProblemError ? error.message : null),
    );
  }

  #take(surface, reason) {
    this.reason = reason;
    this.surface = surface;
    this.again();
  }
}

function sameShape(one, other) {
  return sizesOf(one.document).join() === sizesOf(other.document).join();
}

/** The resolutions that take a second or two at most, as far as sizes tell, and the coarsest. */
function fitting({ network: { sizes }, data }) {
  const weights = sizes.slice(1).reduce((sum, units, at) => sum + units * (sizes[at] + 1), 0);
  return RESOLUTIONS.filter((each) => each ** 2 * weights * data.train <= WORK || each === RESOLUTIONS.at(-1));
}

/** The surface, as fine as the server computes it. */
async function finest(path, resolutions, signal) {
  for (const resolution of resolutions) {
    try {
      return await getJson(`${path}&resolution=${resolution}`, signal);
    } catch (error) {
      const refused = error instanceof ProblemError && /resolution/.test(error.message);
      if (!refused || resolution === RESOLUTIONS.at(-1)) throw error;
    }
  }
}

customElements.define("bs-loss-surface", LossSurface);
