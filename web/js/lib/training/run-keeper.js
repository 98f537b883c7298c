import { OfflineError, ProblemError, getJson, postJson } from "../api.js";
import { Connection } from "../connection.js";
import { giveBack } from "./farewell.js";
import { RunsOfSession } from "./runs-of-session.js";
import { ASIDE } from "./watch.js";
import { WatchedRun } from "./watched-run.js";

/** @import { Problem } from "../types.js" */
/** @import { Experiment } from "./experiment.js" */
/** @import { Place } from "./watched-run.js" */

/**
 * @typedef {{run: string, iteration: number}} Branch what a run branches off
 */

const RUNS = "/api/training/runs";

/** Has the server make runs, watches one of them, and remembers those of this visit. */
export class RunKeeper {
  #session = new RunsOfSession();
  /** @type {WatchedRun | null} */
  #run = null;
  /** @type {Problem | null} */
  #problem = null;
  #stale = true;
  /** Which edit the run that is asked for belongs to. */
  #edition = 0;
  #connection;
  #hears;

  /** @param {{changed: () => void, rejoined: () => void, gone: () => void}} hears */
  constructor(hears) {
    this.#hears = hears;
    this.#connection = new Connection(hears.changed, hears.rejoined);
  }

  get run() {
    return this.#run;
  }

  /** Whether the run belongs to an older edit. */
  get stale() {
    return this.#stale;
  }

  /** Why the server makes no run of the experiment. */
  get problem() {
    return this.#problem;
  }

  get offline() {
    return this.#connection.offline;
  }

  /** The other runs of this visit, the newest first. */
  get others() {
    return this.#session.others(this.#run);
  }

  /** @param {Experiment} document */
  runOf(document) {
    return this.#session.of(document);
  }

  /** The experiment was edited: what is on its way belongs to the past. */
  outdate() {
    this.#edition++;
    this.#stale = true;
    this.#hears.changed();
  }

  /**
   * Has the server make the run of an experiment; it waits at its start. A run of an older edit is given back.
   * @param {Experiment} document
   * @param {Branch | null} parent
   * @returns {Promise<WatchedRun | null>} null where it is no longer wanted, or refused
   */
  async make(document, parent, within = null) {
    const edition = ++this.#edition;
    try {
      const answer = await postJson(RUNS, { ...branched(document, parent), start: "paused" });
      this.#connection.answered();
      if (edition === this.#edition) {
        return new WatchedRun(answer, document, parent, null, within);
      }
      giveBack(answer.id);
    } catch (error) {
      if (edition === this.#edition) {
        this.#problem = this.#connection.problemOf(error);
        this.#hears.changed();
      }
    }
    return null;
  }

  /**
   * Finds a run that a link names.
   * @param {string} id
   * @param {Experiment} document
   * @param {Branch | null} parent
   * @param {Place} [place]
   * @param {string | null} [within] which laboratory is open
   * @returns {Promise<WatchedRun | null>} null where the server has it no more
   */
  async find(id, document, parent, place = null, within = null) {
    try {
      return new WatchedRun(await getJson(`${RUNS}/${encodeURIComponent(id)}`), document, parent, place, within);
    } catch (error) {
      if (!(error instanceof ProblemError)) {
        this.#connection.problemOf(error);
      }
      return null;
    }
  }

  /**
   * Starts a run beside the one of the page, or finds it again.
   * @param {Experiment} document
   * @param {Place} place
   * @param {string | null} id of the run where it was started before
   * @returns {Promise<WatchedRun | null>} null where the server refuses
   */
  async beside(document, place, id) {
    try {
      const found = id === null ? null : await this.find(id, document, null, place);
      const run = found ?? new WatchedRun(await postJson(RUNS, document), document, null, place);
      this.#watchAside(run);
      return run;
    } catch (error) {
      this.#problem = this.#connection.problemOf(error);
      this.#hears.changed();
      return null;
    }
  }

  #watchAside(run) {
    const { changed } = this.#hears;
    run.watch("live", { changed, lost: () => {}, found: () => {}, gone: () => {} }, ASIDE);
  }

  /**
   * From now on this is the run of the page.
   * @param {WatchedRun} run
   * @param {"live" | number} shown
   */
  attach(run, shown) {
    this.#edition++;
    this.#leave(this.#run, run);
    this.#run = run;
    this.#session.add(run);
    this.#problem = null;
    this.#stale = false;
    run.watch(shown, {
      changed: this.#hears.changed,
      lost: () => this.#connection.problemOf(new OfflineError("the socket closed")),
      found: () => this.#connection.answered(),
      gone: () => this.#gone(run),
    });
    this.#hears.changed();
  }

  /** @param {"pause" | "resume" | "step"} what */
  async tell(what) {
    const run = this.#run;
    if (run === null) {
      return;
    }
    try {
      run.told(await postJson(`${RUNS}/${run.id}/${what}`, {}));
      this.#connection.answered();
    } catch (error) {
      this.#refused(run, error);
    }
    this.#hears.changed();
  }

  /**
   * Lets the run go at another pace.
   * @param {number | null} updatesPerSecond null for as fast as it can
   */
  async setPace(updatesPerSecond) {
    const run = this.#run;
    if (run === null || run.isFinal) {
      return;
    }
    try {
      await postJson(`${RUNS}/${run.id}/pace`, updatesPerSecond === null ? {} : { updatesPerSecond });
    } catch (error) {
      this.#refused(run, error);
    }
  }

  /** A run that never began is of no use to anybody; one that goes on is paused, since nobody sees it; not so in a laboratory. */
  #leave(before, next) {
    if (before === null || before === next) {
      return;
    }
    if (before.place) {
      this.#watchAside(before);
      return;
    }
    before.unwatch();
    if (!before.hasBegun && !before.isFinal) {
      this.#session.drop(before);
      giveBack(before.id);
    } else if (before.isGoing) {
      postJson(`${RUNS}/${before.id}/pause`, {}).then(
        (summary) => before.told(summary),
        () => {},
      );
    }
  }

  /** A conflict only says that the run did by itself what it was told. */
  #refused(run, error) {
    const problem = this.#connection.problemOf(error);
    if (problem?.status === 404) {
      this.#gone(run);
    } else if (problem?.status !== 409) {
      this.#problem = problem;
    }
  }

  /** The server has forgotten the run. */
  #gone(run) {
    this.#session.drop(run);
    if (run === this.#run) {
      this.#hears.gone();
    }
  }
}

/**
 * An experiment as the server is asked about it, with the moment of another run that it goes on from.
 * @param {Experiment} document
 * @param {Branch | null} parent
 */
export function branched(document, parent) {
  return parent === null ? document : { ...document, branch: { run: parent.run, iteration: parent.iteration } };
}
