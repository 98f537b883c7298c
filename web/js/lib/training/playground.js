import { debounced } from "../debounce.js";
import { DraftedVisit } from "./drafted-visit.js";
import { canBranch, replacing, withMoreEpochs } from "./experiment.js";
import { Pacing } from "./pacing.js";
import { RunKeeper } from "./run-keeper.js";

/** @import { Experiment } from "./experiment.js" */
/** @import { Branch } from "./run-keeper.js" */
/** @import { WatchedRun } from "./watched-run.js" */

const PAUSE_IN_EDITING = 200;

/**
 * Holds the experiment, its run, and the moment of it that is looked at: the only thing on the page that changes. What others
 * read here is never changed in place.
 */
export class Playground extends DraftedVisit {
  #keeper = new RunKeeper({
    changed: () => this.changed(),
    rejoined: () => this.#rejoin(),
    gone: () => this.#startAfresh(),
  });
  /** @type {Branch | null} what the run, or the one to come, branches off */
  #branch = null;
  #startsWhenReady = false;
  /** How fast the runs of the page may go. */
  pacing = new Pacing(this.#keeper, () => this.changed());
  #makeLater = debounced(() => this.#make(), PAUSE_IN_EDITING);

  get run() {
    return this.#keeper.run;
  }

  /** Whether the run belongs to an older edit. */
  get stale() {
    return this.#keeper.stale;
  }

  get problem() {
    return this.#keeper.problem;
  }

  get offline() {
    return this.#keeper.offline;
  }

  /** The other runs of this visit, the newest first. */
  get others() {
    return this.#keeper.others;
  }

  get branch() {
    return this.#branch;
  }

  /** For the address: there is a place to write once there is a run. */
  get trace() {
    return this.run;
  }

  /**
   * Opens what a link names: an experiment, and its run where the server still has it; or a laboratory.
   * @param {import("./link.js").Moment} moment
   */
  async open({ document, index = -1, run = null, branch = null, laboratory = null }) {
    const before = this.document;
    const entered = await this.enter(laboratory, this.#keeper);
    if (entered === null || this.document !== before) {
      return;
    }
    if (entered.run) {
      this.draft.set(entered.run.document);
      return this.#attach(entered.run, index < 0 ? "live" : index);
    }
    this.draft.set(document);
    this.#keeper.outdate();
    const found = run === null ? null : await this.#keeper.find(run, document, branch, null, laboratory?.slug);
    if (document !== this.document) {
      return;
    }
    if (found) {
      this.#attach(found, index < 0 ? "live" : index);
    } else {
      // A branch whose run is forgotten has a parent that most likely is, too: it starts afresh.
      this.#branch = run === null ? branch : null;
      this.#make();
    }
  }

  /** Goes back to a place that the browser's history names. */
  restore(document, index) {
    this.draft.set(document);
    this.#goTo(this.#keeper.runOf(document), index < 0 ? "live" : index);
  }

  /** Starts or goes on; a run at its end starts again. */
  async start() {
    const { run } = this;
    if (this.stale || run === null) {
      this.#startsWhenReady = true;
      this.#makeLater.flush();
    } else if (run.isFinal) {
      this.startOver(true);
    } else {
      this.seek("live");
      await this.pacing.tell();
      this.#keeper.tell("resume");
    }
  }

  pause() {
    return this.#keeper.tell("pause");
  }

  /** Whether the run of this very experiment goes; one of an older edit may go meanwhile, until its successor is there. */
  get going() {
    return !this.stale && (this.run?.isGoing ?? false);
  }

  /** Starts or pauses; a run at its end is shown once more. */
  toggle() {
    if (this.going) {
      this.pause();
    } else if (this.run?.isFinal && !this.stale) {
      this.replay();
    } else {
      this.start();
    }
  }

  /** One update. */
  async step() {
    const { run } = this;
    if (run && !run.isGoing && !run.isFinal && !this.stale) {
      this.seek("live");
      await this.#keeper.tell("step");
    }
  }

  /** Ends the run; the next one begins at the same start, and the ended one stays for comparison. */
  startOver(atOnce = false) {
    if (this.run?.isGoing) {
      this.pause();
    }
    this.#startsWhenReady = atOnce;
    this.#keeper.outdate();
    this.#make();
  }

  /** From now on edits belong to a run that goes on from the moment that is shown; from its end, for as many epochs again. */
  branchHere() {
    const { run, at } = this;
    if (!run) {
      return;
    }
    if (at >= run.planned) {
      this.draft.edit(withMoreEpochs(this.document, run.epochs), "");
    }
    this.#branch = { run: run.id, iteration: at };
    this.startOver();
  }

  /** Goes on at once with another experiment: as a branch, or, where that is null, from the start. */
  carryOn(document, branch) {
    this.draft.edit(replacing(this.document, document), "");
    this.#branch = branch;
    this.startOver(true);
  }

  /** @param {WatchedRun} run another one of this visit, or of a sweep */
  select(run) {
    this.draft.edit(replacing(this.document, run.document), "");
    this.#goTo(run, "live");
  }

  /**
   * A branch goes on from weights of its parent, so it lasts while data and sizes do.
   * @protected
   * @param {Experiment} before
   */
  wasEdited(before) {
    if (this.#branch && !canBranch(before, this.document)) {
      this.#branch = null;
    }
    this.#outdated();
  }

  #outdated() {
    this.#keeper.outdate();
    this.#makeLater();
  }

  async #make() {
    this.#makeLater.cancel();
    const run = await this.#keeper.make(this.document, this.#branch, this.laboratory?.slug);
    if (run) {
      this.#attach(run, "live");
    } else if (this.problem !== null) {
      this.#startsWhenReady = false;
    }
  }

  #goTo(run, shown) {
    if (run) {
      this.#makeLater.cancel();
      this.#attach(run, shown);
    } else {
      this.#branch = null;
      this.#outdated();
    }
  }

  #attach(run, shown) {
    this.begin(shown);
    this.#branch = run.parent;
    this.#keeper.attach(run, shown);
    if (this.#startsWhenReady) {
      this.#startsWhenReady = false;
      this.start();
    }
  }

  /** What could not be made without the server is made now. */
  #rejoin() {
    if (this.laboratory?.lacksRuns) {
      this.laboratory.begin();
    }
    if (this.stale) {
      this.#make();
    }
  }

  /** The server has forgotten the run: the setup starts another one. */
  #startAfresh() {
    if (this.run?.hasBegun) {
      const told = "The server does not have this run any more. This is a new one, from the same start.";
      document.dispatchEvent(new CustomEvent("bs-say", { detail: told }));
    }
    this.#branch = null;
    this.#outdated();
  }
}
