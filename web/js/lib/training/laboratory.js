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
  /** One for each run: it is settled once the run is made, or cannot be. */
  #makings;
  #keeper;
  #hears;
  #isMaking = false;

  /**
   * @param {LaboratoryText} text
   * @param {RunKeeper} keeper
   * @param {{changed: () => void, isOpen: () => boolean}} hears when there is another run, and whether more are wanted
   */
  constructor(text, keeper, hears) {
    this.text = text;
    this.#makings = text.runs.map(() => Promise.withResolvers());
    this.#keeper = keeper;
    this.#hears = hears;
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

  /** Whether there are runs to come. */
  get isMaking() {
    return this.#isMaking;
  }

  /** Whether some of its runs could not be made. */
  get lacksRuns() {
    return !this.#isMaking && this.#runs.length < this.text.runs.length;
  }

  /**
   * @param {number} at which run
   * @returns {Promise<WatchedRun | null>} null where it cannot be made, or there is none
   */
  async made(at) {
    return (await this.#makings[at]?.promise) ?? null;
  }

  /** Starts the runs one after the other, or finds those that this visit has started. */
  async begin() {
    const ids = remembered(this.slug);
    this.#isMaking = true;
    for (let at = this.#runs.length; at < this.text.runs.length && this.#hears.isOpen(); at++) {
      const run = await this.#make(at, ids[at] ?? null);
      if (run === null) {
        break;
      }
      ids[at] = run.id;
      remember(this.slug, ids);
      this.#runs = [...this.#runs, run];
      this.#makings[at].resolve(run);
      this.#hears.changed();
    }
    this.#isMaking = false;
    this.#makings.forEach(({ resolve }) => resolve(null));
    await this.resume();
    this.#hears.changed();
  }

  #make(at, id) {
    const { label, experiment } = this.text.runs[at];
    const document = completed({ ...experiment, training: { seed: USUAL_SEED, ...experiment.training } });
    return this.#keeper.beside(document, { laboratory: this.slug, at, label }, id);
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
