import { html } from "lit";
import { asksWhy } from "../lib/keys.js";
import { momentOf } from "../lib/moment.js";
import { PlayerElement } from "../lib/player-element.js";
import { rovingTarget } from "../lib/roving.js";
import { copyMarked, isSelecting } from "../lib/row-selection.js";
import { rowState } from "../lib/row-state.js";
import { ScrollingFrame } from "../lib/scrolling-frame.js";
import { storyLines } from "../lib/story-lines.js";
import { KINDS, traceHead } from "./trace-head.js";
import { RowView, reasonRow } from "./trace-row.js";

/** @import { Moment } from "../lib/moment.js" */
/** @import { Kind } from "../lib/story-lines.js" */

/** So many rows before and after those that are seen are filled too. */
const FILL_AROUND = 12;
/** With fewer rows above the timeline, what it covers counts as seen. */
const LEAST_SEEN = 3;
/** Milliseconds without a step after which rows are completed. */
const REST = 200;

/**
 * `<bs-trace-table kind="adjoint">`: one trace, a row for each step. A long one scrolls in its own frame and keeps the
 * current row in view.
 */
export class TraceTable extends PlayerElement {
  static properties = { kind: { type: String, reflect: true } };

  /** @type {RowView[]} in the order of the page */
  #rows = [];
  /** @type {Map<number, RowView>} */
  #rowOfStep = new Map();
  /** @type {Moment & {order: string} | null} */
  #shown = null;
  #focused = -1;
  #frame = new ScrollingFrame(() => this.querySelector(".trace-frame"));
  #resting = 0;
  #scrubbing = false;
  #resize = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    /** @type {Kind} */
    this.kind = "primal";
  }

  connectedCallback() {
    super.connectedCallback();
    globalThis.addEventListener("beforeprint", this.#fillAll);
    globalThis.addEventListener("scroll", this.#measure, { passive: true });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    globalThis.removeEventListener("beforeprint", this.#fillAll);
    globalThis.removeEventListener("scroll", this.#measure);
    this.#resize.disconnect();
  }

  firstUpdated() {
    this.#resize.observe(document.body);
  }

  view(player) {
    const { title, hue } = KINDS[this.kind];
    const waiting = player.trace === null && player.problem === null;
    return html`
      <h2 class="trace-title ${hue}" id="trace-${this.kind}">${title}</h2>
      <div class="trace-frame ${waiting ? "waiting" : ""}" @scroll=${this.#onScroll}>
        <table role="table" aria-labelledby="trace-${this.kind}" @click=${this.#onClick} @keydown=${this.#onKeydown} @copy=${this.#onCopy}>
          ${traceHead(this.kind)}
          <tbody role="rowgroup"></tbody>
        </table>
      </div>
    `;
  }

  updated() {
    const { player } = this;
    if (!player?.trace) {
      return;
    }
    this.classList.toggle("stale", player.stale);
    this.classList.toggle("scrubbing", player.scrubbing);
    const before = this.#shown;
    const now = { ...momentOf(player), order: this.kind === "adjoint" ? player.settings.adjointOrder : "execution" };
    this.#shown = now;
    const sameRows =
      before !== null &&
      ["trace", "mode", "seed", "format", "order"].every((part) => before[part] === now[part]) &&
      this.#rows[0]?.element.classList.contains(this.kind);
    if (!sameRows) {
      this.#build(now);
    }
    if (!sameRows || before.index !== now.index) {
      this.#showStep(now.index);
    } else if (this.#scrubbing !== player.scrubbing) {
      this.#fillSeen();
    }
    this.#scrubbing = player.scrubbing;
  }

  #build({ trace, mode, seed, format, order }) {
    const lines = storyLines(trace, mode, seed).filter((told) => told.kind === this.kind);
    this.#rows = lines.map((told) => new RowView(told, format));
    this.#rowOfStep = new Map(this.#rows.map((row) => [row.step, row]));
    if (order === "printed") {
      this.#rows.reverse();
    }
    const elements = [];
    for (const row of this.#rows) {
      row.position = elements.length;
      elements.push(row.element, ...(row.line.reason ? [reasonRow(row.line.reason)] : []));
    }
    this.#frame.rows = elements.length;
    this.querySelector("tbody").replaceChildren(...elements);
    this.#focused = -1;
  }

  #showStep(index) {
    this.#rows.forEach((row) => row.show(rowState(row.step, index)));
    const row = this.#rowOfStep.get(index);
    this.#bringIntoView(row);
    if (!this.#hasFocus) {
      this.#offerFocus(row ? this.#rows.indexOf(row) : Math.max(0, this.#focused));
    }
    this.#fillSeen();
  }

  #measure = () => {
    const frame = this.querySelector(".trace-frame");
    if (!frame) {
      return;
    }
    const head = this.querySelector("thead").offsetHeight;
    const row = this.#rows[0]?.element.offsetHeight || this.#frame.size.row;
    const timeline = document.querySelector("bs-timeline");
    const end = timeline ? timeline.getBoundingClientRect().top : globalThis.innerHeight;
    const seen = end - frame.getBoundingClientRect().top;
    const height = frame.clientHeight;
    this.#frame.size = { height, seen: seen >= head + LEAST_SEEN * row ? Math.min(seen, height) : height, head, row };
    this.#letTheLastRowBeSeen();
    if (this.#shown) {
      this.#bringIntoView(this.#rowOfStep.get(this.#shown.index));
    }
    this.#fillSeen();
  };

  #onScroll = () => {
    this.#frame.follow();
    this.#fillSeen();
  };

  /** Where the timeline covers the end of the frame, there is as much room behind the last row. */
  #letTheLastRowBeSeen() {
    const { height, seen } = this.#frame.size;
    this.querySelector("tbody").style.paddingBottom = this.#frame.scrolls ? `${height - seen}px` : "";
  }

  #bringIntoView(row) {
    if (row) {
      this.#frame.bringIntoView(row.position);
    }
  }

  #fillSeen() {
    const scrubbing = this.player.scrubbing;
    for (const row of this.#rows) {
      const seen = this.#isSeen(row);
      row.sendAway(scrubbing && !seen);
      if (seen) {
        row.fill();
      }
    }
    globalThis.clearTimeout(this.#resting);
    this.#resting = globalThis.setTimeout(() => this.#rest(), REST);
  }

  #rest() {
    if (!this.player?.scrubbing) {
      this.#rows.filter((row) => this.#isSeen(row)).forEach((row) => row.complete());
      this.#rows.forEach((row) => row.sendAway(false));
    }
  }

  /** Whether a row is in the frame, or a little before or after it. */
  #isSeen({ position }) {
    const { height, row } = this.#frame.size;
    const first = this.#frame.first - FILL_AROUND;
    return position >= first && position <= first + Math.ceil(height / row) + 2 * FILL_AROUND;
  }

  #fillAll = () => this.#rows.forEach((row) => row.complete());

  get #hasFocus() {
    return this.contains(document.activeElement);
  }

  #offerFocus(target) {
    this.#rows[this.#focused]?.go.setAttribute("tabindex", "-1");
    this.#rows[target]?.go.setAttribute("tabindex", "0");
    this.#focused = target;
  }

  #rowAt(target) {
    const element = target.closest("tr.row");
    return element ? this.#rowOfStep.get(Number(element.dataset.step)) : undefined;
  }

  #onClick = (event) => {
    const row = this.#rowAt(event.target);
    if (!row || isSelecting(this)) {
      return;
    }
    const number = event.target.closest(".number");
    if (number && !number.disabled) {
      this.player.explain(row.line.address, number, row.step);
    } else {
      this.#offerFocus(this.#rows.indexOf(row));
      this.player.go(row.step);
    }
  };

  #onKeydown = (event) => {
    const row = this.#rowAt(event.target);
    if (!row) {
      return;
    }
    const target = rovingTarget(event, this.#rows.indexOf(row), this.#rows.length, { vertical: true });
    if (target >= 0) {
      event.preventDefault();
      this.#offerFocus(target);
      this.#rows[target].go.focus({ preventScroll: true });
      this.#bringIntoView(this.#rows[target]);
      this.#fillSeen();
    } else if (asksWhy(event) && !row.number.disabled) {
      event.preventDefault();
      this.player.explain(row.line.address, event.target, row.step);
    }
  };

  #onCopy = (event) => copyMarked(event, this.#rows);
}

customElements.define("bs-trace-table", TraceTable);
