import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { formulaParts } from "../lib/explain-formula.js";
import { keptInSight, placeCard, roomOfPage } from "../lib/explain-place.js";
import { firstFolds, givenName, treeTarget, visibleLines } from "../lib/explain-tree.js";
import { formatValue, fullPrecision } from "../lib/format.js";
import { formatOf } from "../lib/moment.js";
import { PlayerElement } from "../lib/player-element.js";
import { Joint } from "./explain-joint.js";
import "../lib/math.js";

/** @import { TreeLine } from "../lib/explain-tree.js" */

const LINES_AT_FIRST = 9;

/**
 * `<bs-explain>`: where a number comes from, as a tree down to the inputs. It lies above the page beside its number and
 * leaves the page alive.
 */
export class Explain extends PlayerElement {
  static properties = { folded: { state: true }, at: { state: true } };

  #opened = null;
  #treeOpened = false;
  #joint = new Joint(this);

  constructor() {
    super();
    /** @type {Set<string>} */
    this.folded = new Set();
    /** the path of the line that is the tab stop */
    this.at = "0";
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onEscape, true);
    addEventListener("resize", this.#place);
    addEventListener("scroll", this.#place, { passive: true });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onEscape, true);
    removeEventListener("resize", this.#place);
    removeEventListener("scroll", this.#place);
  }

  willUpdate() {
    const explaining = this.player?.explaining ?? null;
    if (!isSame(explaining, this.#opened)) {
      this.at = "0";
      this.#treeOpened = false;
    }
    if (explaining?.tree && !this.#treeOpened) {
      this.folded = firstFolds(explaining.tree, LINES_AT_FIRST);
    }
  }

  view(player) {
    const { explaining } = player;
    this.hidden = explaining === null;
    if (explaining === null) {
      return nothing;
    }
    const { tree, problem } = explaining;
    return html`
      <svg class="explain-joint" aria-hidden="true" focusable="false"><path></path><circle r="4"></circle></svg>
      <section class="explain-card" role="dialog" aria-labelledby="explain-title" tabindex="-1">
        <div class="explain-head">
          <h2 id="explain-title">${tree ? `Where does ${formatValue(tree.value, formatOf(player.notation))} come from?` : "Where does it come from?"}</h2>
          <button type="button" class="explain-close" aria-label="Close the explanation" @click=${this.#close}></button>
        </div>
        ${tree ? this.#tree(tree, player) : nothing} ${problem ? html`<p class="err">${problem.detail}</p>` : nothing}
        ${tree ? html`<p class="caption explain-foot">Select a line to jump to its step. ${exactly(tree.value)}</p>` : nothing}
      </section>
    `;
  }

  #tree(tree, player) {
    const lines = visibleLines(tree, this.folded);
    return html`<div class="explain-tree" role="tree" aria-labelledby="explain-title" @keydown=${this.#onKeydown}>
      ${repeat(
        lines,
        (line) => line.path,
        (line) => this.#line(line, player),
      )}
    </div>`;
  }

  /** @param {TreeLine} line */
  #line(line, player) {
    const { node, path, level, position, size, open, branch } = line;
    const now = node.step === player.index && tellsPass(player);
    return html`<div
      class="explain-line ${now ? "now" : ""}"
      role="treeitem"
      aria-level=${level}
      aria-posinset=${position}
      aria-setsize=${size}
      aria-expanded=${branch ? open : nothing}
      aria-current=${now ? "step" : nothing}
      tabindex=${path === this.at ? 0 : -1}
      data-path=${path}
      data-q=${node.address}
      @click=${() => this.#go(line)}
    >
      ${Array.from({ length: level - 1 }, () => html`<span class="explain-indent"></span>`)}
      <span class="explain-fold ${branch ? "" : "leaf"}" aria-hidden="true" @click=${(event) => this.#onFold(event, line)}>
        ${branch ? (open ? "▾" : "▸") : ""}
      </span>
      <span class="explain-formula scrolling">
        ${formulaParts(node, formatOf(player.notation)).map((part) => html`<bs-math latex=${part}></bs-math> `)}
      </span>
      <span class="explain-step">${givenName(node) ?? `step ${node.step + 1}`}</span>
    </div>`;
  }

  updated() {
    const explaining = this.player?.explaining ?? null;
    const isNew = !isSame(explaining, this.#opened);
    if (isNew) {
      this.#opened = explaining;
      if (explaining) {
        this.querySelector(".explain-card").focus({ preventScroll: true });
      }
    }
    if (explaining?.tree && !this.#treeOpened) {
      this.#treeOpened = true;
      this.#focusLine();
    }
    this.#place();
  }

  /** In the corner that covers neither the lit edge nor the number, joined to the number by a hairline. */
  #place = () => {
    const explaining = this.player?.explaining;
    const card = /** @type {HTMLElement | null} */ (this.querySelector(".explain-card"));
    if (!explaining || !card) {
      return;
    }
    card.style.height = "auto";
    const wanted = { width: card.offsetWidth, height: card.offsetHeight };
    const { left, top, height } = placeCard(wanted, roomOfPage(), keptInSight(explaining.anchor));
    Object.assign(card.style, { left: `${left}px`, top: `${top}px`, height: `${height}px` });
    this.#joint.draw(explaining.anchor, card);
  };

  /** @param {TreeLine} line */
  #go({ node, path }) {
    this.at = path;
    if (node.step === null) {
      return;
    }
    if (tellsPass(this.player)) {
      this.player.go(node.step);
    } else {
      this.player.edit({ story: "pass" });
      this.player.goTo(node.address);
    }
  }

  #onFold(event, line) {
    event.stopPropagation();
    this.#fold(line, line.open);
  }

  /** @param {TreeLine} line */
  #fold({ node, path }, close) {
    const folded = new Set(this.folded);
    if (close) {
      folded.add(path);
    } else {
      folded.delete(path);
      if (node.reads.length === 0) {
        this.player.expand(node);
      }
    }
    this.folded = folded;
  }

  #onKeydown = async (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const lines = visibleLines(this.player.explaining.tree, this.folded);
    const at = Math.max(0, lines.findIndex((line) => line.path === this.at));
    const line = lines[at];
    const target = treeTarget(lines, at, event.key);
    const goes = event.key === "Enter" || event.key === " ";
    if (goes || event.key.startsWith("Arrow") || target >= 0) {
      event.preventDefault();
    }
    if (goes) {
      this.#go(line);
    } else if (event.key === "ArrowRight" && line.branch && !line.open) {
      this.#fold(line, false);
    } else if (event.key === "ArrowLeft" && line.open) {
      this.#fold(line, true);
    } else if (target >= 0) {
      this.at = lines[target].path;
      await this.updateComplete;
      this.#focusLine();
    }
  };

  #focusLine() {
    /** @type {HTMLElement | null} */ (this.querySelector("[role=treeitem][tabindex='0']"))?.focus({ preventScroll: true });
  }

  #onEscape = (event) => {
    if (event.key === "Escape" && this.player?.explaining) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
  };

  #close = () => {
    const anchor = this.player.explaining?.anchor;
    this.player.closeExplanation();
    anchor?.focus({ preventScroll: true });
  };
}

/** The steps of an explanation are those of the pass; the derivation of a network has others. */
function tellsPass(player) {
  return player.document.story !== "derivation";
}

function exactly(value) {
  if (Array.isArray(value)) {
    return nothing;
  }
  const digits = fullPrecision(value);
  return digits.length > 8 ? html`All its digits: <span class="explain-digits">${digits.replace("-", "\u2212")}</span>` : nothing;
}

function isSame(one, other) {
  return one?.address === other?.address && one?.step === other?.step && one?.anchor === other?.anchor;
}

customElements.define("bs-explain", Explain);
