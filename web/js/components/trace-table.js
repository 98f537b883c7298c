import { html } from "lit";
import { fullPrecision } from "../lib/format.js";
import { momentOf } from "../lib/moment.js";
import { PlayerElement } from "../lib/player-element.js";
import { rovingTarget } from "../lib/roving.js";
import { offsetShowing, rowState } from "../lib/row-state.js";
import { storyLines } from "../lib/story-lines.js";
import { RowView, reasonRow } from "./trace-row.js";

/** @import { Moment } from "../lib/moment.js" */
/** @import { Kind } from "../lib/story-lines.js" */

const ROW_HEIGHT = 29;
const FILL_AROUND = 12;

/** @type {Record<Kind, {title: string, value: string, hue: string}>} */
const KINDS = {
  primal: { title: "Forward primal trace", value: "value", hue: "fwd" },
  adjoint: { title: "Reverse adjoint trace", value: "adjoint", hue: "bwd" },
  tangent: { title: "Forward tangent trace", value: "tangent", hue: "fwd" },
};

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

  constructor() {
    super();
    /** @type {Kind} */
    this.kind = "primal";
  }

  connectedCallback() {
    super.connectedCallback();
    globalThis.addEventListener("beforeprint", this.#fillAll);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    globalThis.removeEventListener("beforeprint", this.#fillAll);
  }

  view() {
    const { title, value, hue } = KINDS[this.kind];
    return html`
      <h2 class="trace-title ${hue}" id="trace-${this.kind}">${title}</h2>
      <div class="trace-frame" @scroll=${() => this.#fillSeen()}>
        <table aria-labelledby="trace-${this.kind}" @click=${this.#onClick} @keydown=${this.#onKeydown} @copy=${this.#onCopy}>
          <thead>
            <tr>
              <th scope="col" class="step">step</th>
              <th scope="col" class="name"><span class="visually-hidden">name</span></th>
              <th scope="col" class="operation">operation</th>
              <th scope="col" class="numbers">numbers</th>
              <th scope="col" class="value">${value}</th>
            </tr>
          </thead>
          <tbody></tbody>
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
    }
  }

  #build({ trace, mode, seed, format, order }) {
    const lines = storyLines(trace, mode, seed).filter((told) => told.kind === this.kind);
    this.#rows = lines.map((told) => new RowView(told, format));
    this.#rowOfStep = new Map(this.#rows.map((row) => [row.step, row]));
    if (order === "printed") {
      this.#rows.reverse();
    }
    const elements = this.#rows.flatMap(({ element, line }) =>
      line.reason ? [element, reasonRow(line.reason)] : [element],
    );
    this.querySelector("tbody").replaceChildren(...elements);
    this.#focused = -1;
    this.#fillSeen();
  }

  #showStep(index) {
    this.#rows.forEach((row) => row.show(rowState(row.step, index)));
    const row = this.#rowOfStep.get(index);
    if (row) {
      this.#bringIntoView(row);
    }
    if (!this.#hasFocus) {
      this.#offerFocus(row ? this.#rows.indexOf(row) : Math.max(0, this.#focused));
    }
    this.#fillSeen();
  }

  /** Scrolls the frame and never the page. */
  #bringIntoView({ element }) {
    const frame = this.querySelector(".trace-frame");
    if (frame.scrollHeight <= frame.clientHeight) {
      return;
    }
    const head = this.querySelector("thead").offsetHeight;
    frame.scrollTop = offsetShowing(
      { top: element.offsetTop, height: element.offsetHeight },
      { offset: frame.scrollTop, height: frame.clientHeight, head },
    );
  }

  #fillSeen() {
    const frame = this.querySelector(".trace-frame");
    const first = Math.floor(frame.scrollTop / ROW_HEIGHT) - FILL_AROUND;
    const count = Math.ceil((frame.clientHeight || globalThis.innerHeight) / ROW_HEIGHT) + 2 * FILL_AROUND;
    this.#rows.slice(Math.max(0, first), first + count).forEach((row) => row.fill());
  }

  #fillAll = () => this.#rows.forEach((row) => row.fill());

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
    } else if (event.key === "e" && !event.ctrlKey && !event.metaKey && !event.altKey && !row.number.disabled) {
      event.preventDefault();
      this.player.explain(row.line.address, event.target, row.step);
    }
  };

  /** Rows are copied with all digits, for a spreadsheet. */
  #onCopy = (event) => {
    const selection = getSelection();
    const rows = this.#rows.filter((row) => selection.containsNode(row.element, true));
    if (rows.length > 1) {
      event.preventDefault();
      const known = rows.map(({ step, line, number }) => [step + 1, line.v, number.disabled ? "" : fullPrecision(line.value)]);
      event.clipboardData.setData("text/plain", known.map((cells) => cells.join("\t")).join("\n"));
    }
  };
}

/** Whether the reader is marking text and not pressing a row. */
function isSelecting(table) {
  const selection = getSelection();
  return !selection.isCollapsed && table.contains(selection.anchorNode);
}

customElements.define("bs-trace-table", TraceTable);
