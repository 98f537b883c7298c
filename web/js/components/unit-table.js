import { html } from "lit";
import { asksWhy } from "../lib/keys.js";
import { withUnfolded } from "../lib/network-looks.js";
import { looksTheSame, networkMoment, readsNumber } from "../lib/network-moment.js";
import { quantityOfUnit, stepOfUnit, unitState } from "../lib/network-state.js";
import { PlayerElement } from "../lib/player-element.js";
import { rovingTarget } from "../lib/roving.js";
import { ScrollingFrame } from "../lib/scrolling-frame.js";
import { currentRow, placeInImage, unitRows } from "../lib/unit-rows.js";
import { UnitRow } from "./unit-row.js";
import "./batch-moments.js";
import "./network-losses.js";

/** @import { NetworkMoment } from "../lib/network-moment.js" */

/** @type {[string, string, string][]} */
const COLUMNS = [
  ["\\hat{x}", "fwd", "normalised"],
  ["z", "fwd", "z"],
  ["a", "fwd", "activation"],
  ["\\delta", "bwd", "delta"],
];
/** So many rows before and after those that are seen are there. */
const AROUND = 4;
/** So many rows are there in any case. */
const LEAST = 8;
/** So many rows go onto paper. */
const MOST_PRINTED = 400;

/**
 * `<bs-unit-table>`: z, a and δ of every unit for the example on the screen. Only the rows that are seen are there; a long
 * table scrolls in its own frame and keeps the current row in view.
 */
export class UnitTable extends PlayerElement {
  /** @type {UnitRow[]} */
  #rows = [];
  /** @type {NetworkMoment | null} */
  #shown = null;
  #focused = 0;
  #frame = new ScrollingFrame(() => this.querySelector(".unit-frame"));
  #printing = false;
  #resize = new ResizeObserver(() => this.#measure());

  connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeprint", this.#beforePrint);
    addEventListener("afterprint", this.#afterPrint);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#beforePrint);
    removeEventListener("afterprint", this.#afterPrint);
    this.#resize.disconnect();
  }

  view(player) {
    return html`
      <h2 class="trace-title" id="this-example">This example</h2>
      <div class="unit-frame" @scroll=${this.#onScroll}>
        <table class="unit-table ${columnsOf(player.trace)}" role="table" aria-labelledby="this-example" @click=${this.#onClick} @keydown=${this.#onKeydown}>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">unit</th>
              <th scope="col" role="columnheader" class="unit-place" title="channel: row, column">place</th>
              ${COLUMNS.map(
                ([latex, hue, spoken]) => html`<th scope="col" role="columnheader" class=${spoken === "normalised" ? "of-xHat" : ""}>
                  <span class="visually-hidden">${spoken}</span>
                  <bs-math class=${hue} latex=${latex} aria-hidden="true" silent></bs-math>
                </th>`,
              )}
            </tr>
          </thead>
          <tbody role="rowgroup"></tbody>
        </table>
      </div>
      <bs-network-losses .player=${player}></bs-network-losses>
      <bs-batch-moments .player=${player}></bs-batch-moments>
      <p class="caption edge-key">
        Edges: blue solid is positive, orange dashed is negative; thickness is the size of the weight.
      </p>
    `;
  }

  firstUpdated() {
    this.#resize.observe(this.querySelector(".unit-frame"));
    this.#measure();
  }

  updated() {
    const { player } = this;
    const moment = player ? networkMoment(player) : null;
    this.classList.toggle("stale", player?.stale === true);
    if (!moment?.trace.figure) {
      return;
    }
    const before = this.#shown;
    this.#shown = moment;
    if (before?.trace !== moment.trace) {
      this.#measure();
    }
    if (!looksTheSame(before, moment)) {
      this.#bringIntoView(currentRow(unitRows(moment.trace), moment).at);
      this.#showRows();
    }
  }

  #measure() {
    const frame = this.querySelector(".unit-frame");
    const head = this.querySelector("thead")?.offsetHeight ?? 24;
    const row = parseFloat(getComputedStyle(document.documentElement).fontSize) * ROW;
    if (this.#shown) {
      this.#frame.rows = unitRows(this.#shown.trace).length;
      this.querySelector("tbody").style.height = `${this.#frame.rows * row}px`;
    }
    const height = frame?.clientHeight ?? 0;
    this.#frame.size = { height, seen: height, head, row };
    if (this.#shown) {
      this.#showRows();
    }
  }

  #showRows() {
    const moment = this.#shown;
    const places = unitRows(moment.trace);
    const current = currentRow(places, moment);
    const [first, end] = this.#window(places.length);
    this.#provide(end - first);
    for (let at = first; at < end; at++) {
      const row = this.#rows[at - first];
      const inFold = places[at].more > 0 && at === current.at;
      const place = inFold ? { ...places[at], unit: current.unit } : places[at];
      const state = place.unit > 0 ? unitState(moment, place.layer, place.unit) : null;
      row.putAt(at * this.#frame.size.row, at);
      row.show(place, placeInImage(moment.trace, place.layer, place.unit), state, moment.format, readIn(state, moment));
    }
    this.querySelector("table").ariaRowCount = String(places.length + 1);
    if (!this.contains(document.activeElement)) {
      this.#focused = current.at >= first && current.at < end ? current.at : first;
    }
    this.#rows.forEach((row, at) => (row.go.tabIndex = at + first === this.#focused ? 0 : -1));
  }

  /** The rows that are seen, and a few before and after them. */
  #window(count) {
    if (this.#printing) {
      return [0, Math.min(count, MOST_PRINTED)];
    }
    const { height, row } = this.#frame.size;
    const first = Math.max(0, this.#frame.first - AROUND);
    return [first, Math.min(count, first + Math.ceil(Math.max(height, LEAST * row) / row) + 2 * AROUND)];
  }

  #provide(count) {
    if (this.#rows.length !== count) {
      while (this.#rows.length < count) {
        this.#rows.push(new UnitRow());
      }
      this.#rows.length = count;
      this.querySelector("tbody").replaceChildren(...this.#rows.map(({ element }) => element));
    }
  }

  #bringIntoView(at) {
    if (at >= 0) {
      this.#frame.bringIntoView(at);
    }
  }

  #onScroll = () => {
    this.#frame.follow();
    if (this.#shown) {
      this.#showRows();
    }
  };

  #onClick = (event) => {
    const unfold = event.target.closest("[data-unfold]");
    const row = this.#rowAt(event.target);
    if (unfold) {
      this.player.look(withUnfolded(this.player.document, Number(unfold.dataset.unfold)));
      return;
    }
    const number = event.target.closest(".number");
    if (number && !number.disabled) {
      this.player.explain(number.closest("[data-q]").dataset.q, number);
    } else if (row && row.unit > 0) {
      this.player.go(stepOfUnit(this.#shown, row.layer, row.unit));
    }
  };

  /** Arrows up and down move among the rows, to the sides among the numbers of one. */
  #onKeydown = (event) => {
    const row = this.#rowAt(event.target);
    if (!row) {
      return;
    }
    if (asksWhy(event) && row.unit > 0) {
      event.preventDefault();
      const address = quantityOfUnit(unitState(this.#shown, row.layer, row.unit));
      if (address) {
        this.player.explain(address, event.target);
      }
      return;
    }
    const { stops } = row;
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    const count = sideways ? stops.length : unitRows(this.#shown.trace).length;
    const target = rovingTarget(event, sideways ? Math.max(0, stops.indexOf(event.target)) : row.position, count);
    if (target < 0) {
      return;
    }
    event.preventDefault();
    if (sideways) {
      stops[target].focus({ preventScroll: true });
    } else {
      this.#focusRow(target);
    }
  };

  #focusRow(target) {
    this.#focused = target;
    this.#bringIntoView(target);
    this.#showRows();
    const found = this.#rows.find(({ element }) => element.ariaRowIndex === String(target + 2));
    found?.go.focus({ preventScroll: true });
  }

  #rowAt(target) {
    const element = target.closest(".unit-row");
    return element && this.#rows.find((row) => row.element === element);
  }

  #beforePrint = () => this.#print(true);

  #afterPrint = () => this.#print(false);

  #print(printing) {
    this.#printing = printing;
    if (this.#shown) {
      this.#showRows();
    }
  }
}

/** Height of a row in rem, as in tokens.css. */
const ROW = 1.8125;

/** Which columns there are beside those of every network. */
function columnsOf(trace) {
  const layers = trace?.layers ?? [];
  const normalises = layers.some(({ type }) => type === "batch-norm");
  const isImage = layers.slice(1).some(({ shape }) => shape !== undefined);
  return `${normalises ? "" : "without-xHat"} ${isImage ? "" : "without-place"}`;
}

function readIn(state, moment) {
  const numbers = state ? [state.xHat, state.z, state.a, state.delta] : [];
  return new Set(numbers.filter((each) => each && readsNumber(moment, each.address)).map(({ address }) => address));
}

customElements.define("bs-unit-table", UnitTable);
