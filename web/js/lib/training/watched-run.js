import { toNumber } from "../format.js";
import { CLOSELY, Watch } from "./watch.js";

/** @import { Frame } from "./frame.js" */
/** @import { Experiment } from "./experiment.js" */
/** @import { Closeness } from "./watch.js" */

/**
 * @typedef {{laboratory: string, at: number, label: string} | null} Place which run of which laboratory a run is
 */

const MOST_POINTS = 4000;

/** States in which a run makes no update any more. */
const FINAL = new Set(["done", "diverged", "failed"]);

/**
 * A run of the server as this page knows it: what the server answered at first, and what frames have told since.
 */
export class WatchedRun {
  #answer;
  /** @type {Frame | null} */
  #frame = null;
  /** @type {any[]} points of the curves, in the order of updates */
  #points;
  /** @type {Watch | null} */
  #watch = null;
  #state;
  #newest;
  #frames = 0;
  /** When the run went on, for the first seconds in which its pace is not known yet. */
  #since = 0;

  /**
   * @param {any} answer of the server
   * @param {Experiment} document that it was made from
   * @param {import("./run-keeper.js").Branch | null} parent what it branches off
   * @param {Place} place null where it belongs to no laboratory
   * @param {string | null} within which laboratory it was made, beside the runs of its own
   */
  constructor(answer, document, parent = null, place = null, within = null) {
    this.#answer = answer;
    this.#points = answer.metrics ?? [];
    this.#state = answer.state;
    this.#newest = answer.iteration;
    this.document = document;
    this.parent = parent;
    this.place = place;
    this.within = within;
  }

  /**
   * @param {"live" | number} shown
   * @param {{changed: () => void, lost: () => void, found: () => void, gone: () => void}} hears
   * @param {Closeness} closeness
   */
  watch(shown, hears, closeness = CLOSELY) {
    if (this.#watch?.closeness === closeness) {
      return;
    }
    this.unwatch();
    const frame = (each) => {
      this.#take(each, closeness === CLOSELY);
      hears.changed();
    };
    this.#watch = new Watch(this.id, shown, { ...hears, frame }, closeness);
  }

  unwatch() {
    this.#watch?.close();
    this.#watch = null;
  }

  /** @param {"live" | number} shown */
  show(shown) {
    this.#watch?.show(shown);
  }

  /**
   * What is over stays over: the answer to "resume" may come later than the last frame.
   * @param {{state: string, iteration: number}} summary what the server says of the run when it is told to do something
   */
  told({ state, iteration }) {
    if (this.isFinal) {
      return;
    }
    if (state === "running" && this.#state !== "running") {
      this.#since = performance.now();
    }
    this.#state = state;
    this.#newest = Math.max(this.#newest, iteration);
  }

  get id() {
    return this.#answer.id;
  }

  get network() {
    return this.#answer.network;
  }

  get data() {
    return this.#answer.data;
  }

  get engine() {
    return this.#answer.engine;
  }

  get state() {
    return this.#state;
  }

  get isFinal() {
    return FINAL.has(this.#state);
  }

  get isGoing() {
    return this.#state === "running" || this.#state === "queued";
  }

  /** Whether it has made any update of its own. */
  get hasBegun() {
    return this.#newest > this.first;
  }

  /** The first moment: 0, or the one that a branch starts from. */
  get first() {
    return this.#answer.start ?? 0;
  }

  /** How many updates are done. */
  get newest() {
    return this.#newest;
  }

  /** How many updates are planned. */
  get planned() {
    return this.#answer.iterations;
  }

  get epochs() {
    return this.#answer.epochs;
  }

  get perEpoch() {
    return Math.max(1, this.#answer.iterationsPerEpoch);
  }

  get points() {
    return this.#points;
  }

  get frame() {
    return this.#frame;
  }

  /** How many frames have come. */
  get frames() {
    return this.#frames;
  }

  /** The moment on the page, null before the first frame. */
  get moment() {
    return this.#frame?.header.now ?? this.#points.at(-1) ?? null;
  }

  get divergence() {
    return this.#frame?.header.divergence ?? this.#answer.divergence ?? null;
  }

  get reason() {
    return this.#frame?.header.reason ?? this.#answer.reason ?? null;
  }

  get pace() {
    return toNumber(this.#frame?.header.examplesPerSecond ?? 0);
  }

  /** Seconds to go, once that can be said: after the first two. */
  get secondsLeft() {
    const known = this.#state === "running" && performance.now() - this.#since > 2000;
    return known ? (this.#frame?.header.secondsLeft ?? null) : null;
  }

  /** @param {number} iteration */
  epochOf(iteration) {
    return Math.floor(iteration / this.perEpoch);
  }

  /** Frames of a run that is watched aside have no picture worth showing. */
  #take(frame, whole) {
    const { header } = frame;
    this.#frame = whole ? frame : this.#frame;
    this.#frames++;
    this.told({ state: header.state, iteration: header.last ?? header.iteration });
    const last = this.#points.at(-1)?.iteration ?? -1;
    const added = header.metrics.filter((point) => point.iteration > last);
    if (added.length > 0) {
      this.#points = halved([...this.#points, ...added]);
    }
  }
}

/** Of very many points every second one is kept, and the newest. */
function halved(points) {
  return points.length <= MOST_POINTS ? points : points.filter((_, at) => at % 2 === 0 || at === points.length - 1);
}
