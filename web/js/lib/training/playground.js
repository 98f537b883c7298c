import { OfflineError, ProblemError, getJson, postJson } from "../api.js";
import { Connection } from "../connection.js";
import { debounced } from "../debounce.js";
import { Draft } from "../draft.js";
import { OPENING, canBranch, edited, nameOf, replacing } from "./experiment.js";
import { Replay } from "./replay.js";
import { RunsOfSession } from "./runs-of-session.js";
import { WatchedRun } from "./watched-run.js";

/** @import { Problem } from "../types.js" */
/** @import { Experiment } from "./experiment.js" */

const RUNS = "/api/training/runs";
const PAUSE_IN_EDITING = 200;
const NONE = Object.freeze([]);

/** How documents are edited; see lib/subject.js. */
const EXPERIMENTS = /** @type {any} */ (Object.freeze({ opening: OPENING, edited }));

/**
 * Holds the experiment, its run, and the moment of it that is looked at: the only thing on the page that changes. Fires
 * "change" once for all that changed together. What others read here is never changed in place.
 */
export class Playground extends EventTarget {
  /** @type {Draft<Experiment>} */
  #draft = new Draft(EXPERIMENTS);
  #session = new RunsOfSession();
  /** @type {WatchedRun | null} */
  #run = null;
  /** @type {"live" | number} */
  #shown = "live";
  /** @type {{run: string, iteration: number, name: string} | null} what a run to come branches off */
  #branch = null;
  /** @type {Problem | null} */
  #problem = null;
  #stale = true;
  #startsWhenReady = false;
  #asking = new AbortController();
  #announced = false;
  #scrubbing = false;
  /** @type {{layer: number, unit: number} | null} */
  #enlarged = null;
  /** @type {0 | 1} */
  #pointClass = 1;

  #connection = new Connection(
    () => this.#changed(),
    () => this.#rejoin(),
  );
  #replay = new Replay(this, () => this.#changed());
  #makeLater = debounced(() => this.#make(), PAUSE_IN_EDITING);

  /** @param {import("../settings.js").Settings} settings */
  constructor(settings) {
    super();
    this.settings = settings;
    settings.addEventListener("change", () => this.#changed());
  }

  get document() {
    return this.#draft.document;
  }

  get name() {
    return nameOf(this.document);
  }

  get canUndo() {
    return this.#draft.canUndo;
  }

  get canRedo() {
    return this.#draft.canRedo;
  }

  get run() {
    return this.#run;
  }

  /** Whether the run belongs to an older edit. */
  get stale() {
    return this.#stale;
  }

  get problem() {
    return this.#problem;
  }

  get offline() {
    return this.#connection.offline;
  }

  get branch() {
    return this.#branch;
  }

  /** The other runs of this visit, the newest first. */
  get others() {
    return this.#session.others(this.#run);
  }

  /** @returns {"live" | number} the moment that is asked for */
  get shown() {
    return this.#shown;
  }

  /** The iteration of the knob. */
  get at() {
    return this.#shown === "live" ? (this.#run?.newest ?? 0) : this.#shown;
  }

  get frame() {
    return this.#run?.frame ?? null;
  }

  get points() {
    return this.#run?.points ?? NONE;
  }

  /** For the address: what is looked at, -1 for the newest moment. */
  get index() {
    return this.#shown === "live" ? -1 : this.#shown;
  }

  /** For the address: there is a place to write once there is a run. */
  get trace() {
    return this.#run;
  }

  get scrubbing() {
    return this.#scrubbing;
  }

  /** The unit whose map lies over the main map. */
  get enlarged() {
    return this.#enlarged;
  }

  /** The class of the next point that is placed by hand. */
  get pointClass() {
    return this.#pointClass;
  }

  get notation() {
    return { decimals: this.settings.decimals, mark: this.settings.decimalMark };
  }

  /**
   * Opens what a link names: an experiment, and its run where the server still has it.
   * @param {{document: Experiment, index?: number, run?: string | null}} moment
   */
  async open({ document, index = -1, run = null }) {
    this.#draft.set(document);
    this.#shown = index < 0 ? "live" : index;
    this.#stale = true;
    this.#changed();
    const found = run === null ? null : await this.#found(run);
    if (found === null) {
      this.#shown = "live";
      this.#make();
    } else {
      this.#attach(new WatchedRun(found, document));
    }
  }

  /** Goes back to a place that the browser's history names. */
  restore(document, index) {
    const known = this.#session.of(document);
    this.#draft.set(document);
    if (known) {
      this.#shown = index < 0 ? "live" : index;
      this.#attach(known);
    } else {
      this.#edited();
    }
  }

  /**
   * @param {Partial<Experiment>} patch
   * @param {string} [field] edits of one field that follow each other quickly are one edit
   */
  edit(patch, field = "") {
    if (this.#draft.has(patch)) {
      return;
    }
    const before = this.document;
    this.#draft.edit(patch, field);
    this.#keepBranch(before);
    this.#edited();
  }

  undo() {
    const before = this.document;
    if (this.#draft.undo()) {
      this.#keepBranch(before);
      this.#edited();
    }
  }

  redo() {
    const before = this.document;
    if (this.#draft.redo()) {
      this.#keepBranch(before);
      this.#edited();
    }
  }

  /** A branch goes on from weights of its parent, so it lasts while data and sizes do. */
  #keepBranch(before) {
    if (this.#branch && !canBranch(before, this.document)) {
      this.#branch = null;
    }
  }

  /** Starts or goes on; a run at its end starts again. */
  start() {
    if (this.#stale || this.#run === null) {
      this.#startsWhenReady = true;
      this.#makeLater.flush();
    } else if (this.#run.isFinal) {
      this.startOver(true);
    } else {
      this.#shown = "live";
      this.#run.show("live");
      this.#tell("resume");
    }
  }

  pause() {
    this.#tell("pause");
  }

  /** Starts or pauses; a run at its end is shown once more. */
  toggle() {
    if (this.#run?.isGoing) {
      this.pause();
    } else if (this.#run?.isFinal && !this.#stale) {
      this.replay();
    } else {
      this.start();
    }
  }

  /** Whether the moments of the run are shown once more. */
  get replaying() {
    return this.#replay.on;
  }

  replay() {
    this.#replay.toggle();
  }

  /** One update. */
  async step() {
    if (this.#run && !this.#run.isGoing && !this.#run.isFinal) {
      this.seek("live");
      await this.#tell("step");
    }
  }

  /** Ends the run; the next one begins at the same start, and the ended one stays for comparison. */
  startOver(atOnce = false) {
    if (this.#run?.isGoing) {
      this.#tell("pause");
    }
    this.#startsWhenReady = atOnce;
    this.#edited();
    this.#makeLater.flush();
  }

  /** From now on edits belong to a run that goes on from the moment that is shown. */
  branchHere() {
    const run = this.#run;
    if (run) {
      this.#branch = { run: run.id, iteration: this.at, name: nameOf(run.document) };
      this.#edited();
      this.#makeLater.flush();
    }
  }

  /** @param {WatchedRun} run another one of this visit */
  select(run) {
    this.#draft.edit(replacing(this.document, run.document), "");
    this.#shown = "live";
    this.#attach(run);
  }

  /** @param {"live" | number} moment */
  seek(moment) {
    const run = this.#run;
    if (run) {
      const within = moment === "live" ? "live" : Math.min(Math.max(moment, run.first), run.newest);
      this.#shown = within === run.newest ? "live" : within;
      run.show(this.#shown);
      this.#changed();
    }
  }

  /** @param {number} by epochs, or updates */
  move(by, unit = "epoch") {
    const run = this.#run;
    if (run) {
      const each = unit === "epoch" ? run.perEpoch : 1;
      this.seek(by > 0 ? (Math.floor(this.at / each) + by) * each : (Math.ceil(this.at / each) + by) * each);
    }
  }

  /** @param {boolean} on whether the reader drags the knob */
  scrub(on) {
    this.#scrubbing = on;
    this.#changed();
  }

  /** @param {{layer: number, unit: number} | null} unit */
  enlarge(unit) {
    this.#enlarged = unit;
    this.#changed();
  }

  /** @param {0 | 1} name */
  choosePointClass(name) {
    this.#pointClass = name;
    this.#changed();
  }

  #edited() {
    this.#stale = true;
    this.#changed();
    this.#makeLater();
  }

  /** Has the server make the run of the document; it waits at its start. */
  async #make() {
    this.#asking.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const { document } = this;
    const parent = this.#branch;
    const branch = parent ? { branch: { run: parent.run, iteration: parent.iteration } } : {};
    try {
      const answer = await postJson(RUNS, { ...document, ...branch, start: "paused" }, asking.signal);
      if (asking === this.#asking) {
        this.#connection.answered();
        this.#shown = "live";
        this.#attach(new WatchedRun(answer, document, parent));
      }
    } catch (error) {
      if (asking === this.#asking) {
        this.#startsWhenReady = false;
        this.#problem = this.#connection.problemOf(error);
        this.#changed();
      }
    }
  }

  #attach(run) {
    this.#leave(this.#run, run);
    this.#makeLater.cancel();
    this.#run = run;
    this.#branch = run.parent;
    this.#session.add(run);
    this.#problem = null;
    this.#stale = false;
    run.watch(this.#shown, {
      changed: () => this.#changed(),
      lost: () => this.#connection.problemOf(new OfflineError("the socket closed")),
      found: () => this.#connection.answered(),
      gone: () => this.#gone(run),
    });
    this.#changed();
    if (this.#startsWhenReady) {
      this.#startsWhenReady = false;
      this.start();
    }
  }

  /** A run that never began is of no use to anybody; one that goes on is paused, since nobody sees it. */
  #leave(before, next) {
    if (before === null || before === next) {
      return;
    }
    before.unwatch();
    if (!before.hasBegun) {
      this.#session.drop(before);
      fetch(`${RUNS}/${before.id}`, { method: "DELETE", keepalive: true }).catch(() => {});
    } else if (before.isGoing) {
      postJson(`${RUNS}/${before.id}/pause`, {}).then((summary) => before.told(summary), () => {});
    }
  }

  /** The server has forgotten the run: its setup starts another one. */
  #gone(run) {
    this.#session.drop(run);
    if (run === this.#run) {
      this.#branch = null;
      this.#edited();
    }
  }

  async #tell(what) {
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
    this.#changed();
  }

  #refused(run, error) {
    const problem = this.#connection.problemOf(error);
    if (problem?.status === 404) {
      this.#gone(run);
    } else if (problem?.status !== 409) {
      this.#problem = problem;
    }
  }

  async #found(id) {
    try {
      return await getJson(`${RUNS}/${encodeURIComponent(id)}`);
    } catch (error) {
      if (!(error instanceof ProblemError)) {
        this.#connection.problemOf(error);
      }
      return null;
    }
  }

  #rejoin() {
    if (this.#stale) {
      this.#make();
    }
  }

  #changed() {
    if (!this.#announced) {
      this.#announced = true;
      queueMicrotask(() => {
        this.#announced = false;
        this.dispatchEvent(new Event("change"));
      });
    }
  }
}
