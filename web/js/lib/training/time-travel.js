import { Looking } from "./looking.js";
import { Replay } from "./replay.js";

/** @import { WatchedRun } from "./watched-run.js" */

const NONE = Object.freeze([]);

/** The moment of a run that is looked at: the newest, whatever it is, or one that has passed. */
export class TimeTravel extends Looking {
  /** @type {"live" | number} */
  #shown = "live";
  #replay = new Replay(/** @type {any} */ (this), () => this.changed());

  /** @returns {WatchedRun | null} said by the subclass */
  get run() {
    return null;
  }

  /** @returns {"live" | number} the moment that is asked for */
  get shown() {
    return this.#shown;
  }

  /** The iteration of the knob. */
  get at() {
    return this.#shown === "live" ? (this.run?.newest ?? 0) : this.#shown;
  }

  get frame() {
    return this.run?.frame ?? null;
  }

  get points() {
    return this.run?.points ?? NONE;
  }

  /** For the address: what is looked at, -1 for the newest moment. */
  get index() {
    return this.#shown === "live" ? -1 : this.#shown;
  }

  /** Whether the moments of the run are shown once more. */
  get replaying() {
    return this.#replay.on;
  }

  replay() {
    this.#replay.toggle();
  }

  /** @param {"live" | number} moment */
  seek(moment) {
    const { run } = this;
    if (run) {
      const within = moment === "live" ? run.newest : Math.min(Math.max(moment, run.first), run.newest);
      this.#shown = within === run.newest ? "live" : within;
      run.show(this.#shown);
      this.changed();
    }
  }

  /**
   * @param {number} by
   * @param {"epoch" | "update"} [unit]
   */
  move(by, unit = "epoch") {
    const { run, at } = this;
    if (run) {
      const each = unit === "epoch" ? run.perEpoch : 1;
      this.seek(((by > 0 ? Math.floor(at / each) : Math.ceil(at / each)) + by) * each);
    }
  }

  /**
   * Another run is there to be looked at.
   * @protected
   * @param {"live" | number} shown
   */
  begin(shown) {
    this.#shown = shown;
  }
}
