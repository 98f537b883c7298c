import { postJson } from "../api.js";
import { completed } from "./link.js";

/** @import { LaboratoryText } from "./laboratories.js" */
/** @import { RunKeeper } from "./run-keeper.js" */
/** @import { WatchedRun } from "./watched-run.js" */

/** What the server takes where a document has no seed of its training. */
const USUAL_SEED = 1;

/** A laboratory that is open: its text, and its runs side by side. */
export class Laboratory {
  /** @type {readonly WatchedRun[]} */
  #runs = [];
  #keeper;

  /**
   * @param {LaboratoryText} text
   * @param {RunKeeper} keeper
   */
  constructor(text, keeper) {
    this.text = text;
    this.#keeper = keeper;
  }

  get slug() {
    return this.text.slug;
  }

  /** In the order of the laboratory. */
  get runs() {
    return this.#runs;
  }

  get areAllFinal() {
    return this.#runs.length === this.text.runs.length && this.#runs.every((run) => run.isFinal);
  }

  /** Whether some neither go nor are done: the page was away for longer. */
  get someWait() {
    return this.#runs.some((run) => !run.isGoing && !run.isFinal);
  }

  /** Starts the runs, or finds those that this visit has started. */
  async begin() {
    const ids = remembered(this.slug);
    for (const [at, { label, experiment }] of this.text.runs.entries()) {
      const document = completed({ ...experiment, training: { seed: USUAL_SEED, ...experiment.training } });
      const run = await this.#keeper.beside(document, { laboratory: this.slug, at, label }, ids[at] ?? null);
      if (run === null) {
        return;
      }
      this.#runs = [...this.#runs, run];
      remember(this.slug, this.#runs.map(({ id }) => id));
    }
    await this.resume();
  }

  /** The runs that wait go on; one that cannot goes on waiting. */
  async resume() {
    const waiting = this.#runs.filter((run) => !run.isGoing && !run.isFinal);
    await Promise.allSettled(waiting.map(resumed));
  }
}

async function resumed(run) {
  run.told(await postJson(`/api/training/runs/${run.id}/resume`, {}));
}

function keyOf(slug) {
  return `backstep-laboratory-${slug}`;
}

/** @returns {string[]} the ids of the runs that this visit has started */
function remembered(slug) {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(slug)) ?? "[]");
  } catch {
    return [];
  }
}

function remember(slug, ids) {
  try {
    sessionStorage.setItem(keyOf(slug), JSON.stringify(ids));
  } catch {
    // Without a place to remember them in, a reload starts them anew.
  }
}
