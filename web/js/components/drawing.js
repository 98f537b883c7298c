import { html } from "lit";
import { svg } from "../lib/dom.js";
import { Camera } from "../lib/graph-camera.js";
import { followGestures } from "../lib/gestures.js";
import { asksWhy } from "../lib/keys.js";
import { prefersStill } from "../lib/motion.js";
import { PlayerElement } from "../lib/player-element.js";

/** @import { Point } from "../lib/types.js" */

const NARROW_BELOW = 600;
/** What a halo adds to the radius of its node. */
const HALO = 8;
/** At a smaller scale letters are only noise. */
const UNREADABLE = 0.6;
/** By how much a press on a button zooms. */
const ZOOM = 1.4;
/** What A4 and letter have room for. */
const PAPER = "680px";
const USUAL_LETTERS = 16;

/**
 * A node that is drawn once and then changed.
 * @typedef {object} View
 * @property {HTMLElement} element
 * @property {HTMLElement} circle takes the focus
 */

/**
 * A drawing of a story at its step, in a frame, seen through a camera: the whole of it where that can be read, else the part
 * around the step, and the reader may zoom and pan. Its nodes are one tab stop. Subclasses say what is drawn, and draw it
 * in `show` and `layout`.
 */
export class Drawing extends PlayerElement {
  camera = new Camera();
  /** of the frame, measured when it changes */
  size = { width: 0, height: 0 };
  #focused = 0;
  #resize = new ResizeObserver(([entry]) => {
    this.size = entry.contentRect;
    this.layout();
  });

  /** @returns {{frame: string, whole: string, frameClass: string}} what it is called, what all of it is called, and its class */
  get words() {
    throw new Error("a drawing says what it is called");
  }

  /** What lies on the stage: a template. */
  parts() {
    throw new Error("a drawing has parts");
  }

  /** @returns {View[]} the nodes, in the order of the arrow keys */
  get views() {
    return [];
  }

  /** Whether there is anything to zoom. */
  get isDrawn() {
    return this.views.length > 0;
  }

  /** Draws the step that the Player is at. */
  show() {}

  /** Places what is drawn in the frame, whose size may be 0 as yet. */
  layout() {}

  /**
   * @param {View} _view
   * @returns {Point} on the stage
   */
  centreOf(_view) {
    return [0, 0];
  }

  /**
   * @param {KeyboardEvent} _event
   * @param {number} _at where focus is among the nodes
   * @returns {number} where it goes, or -1 for a key that does not move it
   */
  neighbourOf(_event, _at) {
    return -1;
  }

  /**
   * @param {View} _view
   * @returns {string | null} what is explained of a node
   */
  quantityOf(_view) {
    return null;
  }

  /** @param {MouseEvent & {target: Element}} _event */
  onClick(_event) {}

  /** @param {MouseEvent & {target: Element}} _event */
  onDoubleClick(_event) {}

  connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeprint", this.#fitToPaper);
    addEventListener("afterprint", this.#fitToScreen);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#fitToPaper);
    removeEventListener("afterprint", this.#fitToScreen);
    this.#resize.disconnect();
  }

  view() {
    const { frame, whole, frameClass } = this.words;
    return html`
      <div
        class=${frameClass}
        role="group"
        aria-label=${frame}
        @keydown=${this.#onKeydown}
        @mousedown=${this.#onMouseDown}
        @click=${this.onClick}
        @dblclick=${this.onDoubleClick}
      >
        <div class="graph-stage">${this.parts()}</div>
      </div>
      <div class="zoom" hidden>
        ${this.#zoomButton("Zoom out", "−", () => this.camera.zoom(1 / ZOOM))}
        ${this.#zoomButton("Zoom in", "+", () => this.camera.zoom(ZOOM))}
        ${this.#zoomButton(whole, "whole", () => this.camera.zoomToWhole())}
      </div>
    `;
  }

  #zoomButton(label, sign, act) {
    const zoom = () => this.#zoom(act);
    return html`<button type="button" class="zoom-button" aria-label=${label} title=${label} @click=${zoom}>${sign}</button>`;
  }

  updated() {
    const { player } = this;
    if (!player) {
      return;
    }
    if (!this.frame) {
      this.prepare();
    }
    this.classList.toggle("stale", player.stale);
    this.classList.toggle("scrubbing", player.scrubbing);
    this.show();
  }

  /** Takes hold of the parts, once. */
  prepare() {
    this.frame = /** @type {HTMLElement} */ (this.querySelector(".graph-frame"));
    this.stage = /** @type {HTMLElement} */ (this.querySelector(".graph-stage"));
    this.#resize.observe(this.frame);
    followGestures(this.frame, {
      swipe: (by) => this.player.go(this.player.index + by),
      pan: (dx, dy) => this.#zoom(() => this.camera.pan(dx, dy)),
      zoom: (factor, x, y) => this.#zoom(() => this.camera.zoom(factor, x, y)),
    });
  }

  #zoom(change) {
    if (this.isDrawn) {
      change();
      this.look(false);
    }
  }

  /**
   * Shows what the camera sees.
   * @param {boolean} smooth whether it glides there
   */
  look(smooth) {
    const { x, y, scale } = this.camera.view;
    this.stage.classList.toggle("smooth", smooth && !prefersStill());
    this.stage.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.classList.toggle("far", scale < UNREADABLE);
    this.querySelector(".zoom")?.toggleAttribute("hidden", this.camera.showsWhole);
  }

  /**
   * @param {Point} centre
   * @param {{radius: number, unit: number}} fit
   */
  haloAround([x, y], { radius, unit }) {
    const halo = svg("circle", "node-halo");
    halo.setAttribute("cx", String(x));
    halo.setAttribute("cy", String(y));
    halo.setAttribute("r", String(radius + HALO * unit));
    return halo;
  }

  /** A press leaves focus on the page, so that the arrow keys go on stepping. */
  #onMouseDown = (event) => {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
  };

  #onKeydown = (event) => {
    const view = this.viewAt(event.target);
    if (!view) {
      return;
    }
    const target = this.neighbourOf(event, this.views.indexOf(view));
    if (target >= 0) {
      event.preventDefault();
      this.#focusOn(target);
    } else if (asksWhy(event)) {
      this.#explain(view, event);
    }
  };

  #focusOn(target) {
    const view = this.views[target];
    this.offerFocus(target);
    view.circle.focus({ preventScroll: true });
    this.camera.show([this.centreOf(view)]);
    this.look(true);
  }

  #explain(view, event) {
    const address = this.quantityOf(view);
    if (address) {
      event.preventDefault();
      this.player.explain(address, event.target);
    }
  }

  /** @param {number} target the node that the tab key leads to from now on */
  offerFocus(target) {
    const { views } = this;
    views[this.#focused]?.circle.setAttribute("tabindex", "-1");
    views[target]?.circle.setAttribute("tabindex", "0");
    this.#focused = target;
  }

  /** @param {Element} target */
  viewAt(target) {
    const element = target.closest(".node");
    return element ? this.views.find((view) => view.element === element) : undefined;
  }

  #fitToPaper = () => this.#fitTo(PAPER);

  #fitToScreen = () => this.#fitTo("");

  #fitTo(width) {
    if (this.frame) {
      this.frame.style.width = width;
      this.layout();
    }
  }
}

/** Whether the page is as narrow as a phone. */
export function isNarrow() {
  return document.documentElement.clientWidth < NARROW_BELOW;
}

/** The size of the page's letters; 1 is the usual one. Presenter mode has larger ones. */
export function letterSize() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_LETTERS;
}
