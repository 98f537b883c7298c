import { OfflineError, ProblemError, getJson, postJson } from "../api.js";

/** @import { Problem } from "../types.js" */
/** @import { Axis, Setting } from "./sweep-axis.js" */
/** @import { Cell } from "./sweep-score.js" */

/**
 * @typedef {{id: string, rows: Axis, columns: Axis, done: number, of: number, cells: Cell[][], experiment: any}} Sweep
 */

const SWEEPS = "/api/training/sweeps";
const EVERY = 1000;

/** Has the server make a sweep, and asks how it is doing while it goes on. Fires "change". */
export class SweepKeeper extends EventTarget {
  /** @type {readonly Setting[]} what can be varied */
  settings = [];
  /** @type {Sweep | null} */
  sweep = null;
  /** @type {Problem | null} why the server makes none */
  problem = null;
  /** @type {string | null} what happened to the sweep */
  said = null;
  starting = false;
  offline = false;
  /** Cells whose runs the reader opened: a run that is left is paused, yet belongs to a sweep that goes on. */
  #opened = new Set();
  #timer = 0;

  get id() {
    return this.sweep?.id ?? null;
  }

  get isDone() {
    return this.sweep !== null && this.sweep.done === this.sweep.of;
  }

  /** Whether it waits to be resumed. */
  get isPaused() {
    const states = this.sweep?.cells.flat().map(({ state }) => state) ?? [];
    return states.includes("paused") && !states.includes("running") && !states.includes("queued");
  }

  async load() {
    if (this.settings.length === 0) {
      await this.#try(async () => {
        this.settings = await getJson(`${SWEEPS}/settings`);
      });
    }
  }

  /** @param {string} id of a sweep that a link names */
  async open(id) {
    await this.#ask(() => getJson(`${SWEEPS}/${encodeURIComponent(id)}`), "The sweep of this link is forgotten: the server keeps it only for a while.");
  }

  /** @param {object} body the experiment, with its rows and columns */
  async start(body) {
    this.starting = true;
    this.#fire();
    await this.#try(async () => {
      const before = this.isDone ? null : this.id;
      this.#take(await postJson(SWEEPS, body));
      this.#opened.clear();
      if (before !== null) {
        drop(before);
      }
    });
    this.starting = false;
    this.#fire();
  }

  /** @param {"pause" | "resume"} what */
  tell(what) {
    return this.#ask(() => postJson(`${SWEEPS}/${this.id}/${what}`, {}), GONE);
  }

  delete() {
    if (this.id !== null) {
      drop(this.id);
      this.#forget(null);
    }
  }

  /** @param {string} run that the reader looks at from now on */
  opened(run) {
    this.#opened.add(run);
  }

  /**
   * Lets runs go on that were paused because the reader left them for another one.
   * @param {string | null} current the run that is looked at
   */
  goOn(current) {
    for (const { run, state, reason } of this.sweep?.cells.flat() ?? []) {
      if (run && run !== current && state === "paused" && !reason && this.#opened.delete(run)) {
        postJson(`/api/training/runs/${run}/resume`, {}).catch(() => {});
      }
    }
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #ask(question, gone) {
    const id = this.id;
    clearTimeout(this.#timer);
    await this.#try(async () => {
      const answer = await question();
      if (id === this.id) {
        this.#take(answer);
      }
    }, gone);
  }

  async #try(action, gone = GONE) {
    try {
      await action();
      this.problem = null;
      this.offline = false;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) {
        this.#forget(gone);
      } else if (error instanceof OfflineError) {
        this.offline = true;
        this.#askLater();
      } else {
        this.problem = error instanceof ProblemError ? error.problem : null;
      }
    }
    this.#fire();
  }

  #take(sweep) {
    this.sweep = sweep;
    this.said = null;
    if (!this.isDone) {
      this.#askLater();
    }
  }

  #askLater() {
    clearTimeout(this.#timer);
    if (this.id !== null) {
      this.#timer = setTimeout(() => this.#ask(() => getJson(`${SWEEPS}/${this.id}`), GONE), EVERY);
    }
  }

  #forget(said) {
    clearTimeout(this.#timer);
    this.sweep = null;
    this.said = said;
    this.#fire();
  }

  #fire() {
    this.dispatchEvent(new Event("change"));
  }
}

const GONE = "The server keeps this sweep no longer.";

function drop(id) {
  fetch(`${SWEEPS}/${id}`, { method: "DELETE", keepalive: true }).catch(() => {});
}
