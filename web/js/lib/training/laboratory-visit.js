import { laboratories } from "./laboratories.js";
import { Laboratory } from "./laboratory.js";
import { TimeTravel } from "./time-travel.js";

/** @import { LabPlace } from "./link.js" */
/** @import { RunKeeper } from "./run-keeper.js" */
/** @import { WatchedRun } from "./watched-run.js" */

/** Which laboratory is open, if any. */
export class LaboratoryVisit extends TimeTravel {
  /** @type {Laboratory | null} */
  #laboratory = null;
  /** Counts what is opened, since the newest wish holds. */
  #visit = 0;

  get laboratory() {
    return this.#laboratory;
  }

  /**
   * Opens a laboratory and starts its runs, if it is not open, and waits for the one that is to be shown.
   * @protected
   * @param {LabPlace | null} place null for no laboratory
   * @param {RunKeeper} keeper
   * @returns {Promise<{run: WatchedRun | null} | null>} null where another place is wanted meanwhile
   */
  async enter(place, keeper) {
    const visit = ++this.#visit;
    const slug = place?.slug ?? null;
    if (slug !== (this.#laboratory?.slug ?? null)) {
      this.#laboratory = null;
      this.changed();
      const text = slug === null ? null : await textOf(slug);
      if (visit !== this.#visit) {
        return null;
      }
      if (text !== null) {
        this.#open(text, keeper);
      }
    }
    const run = (await this.#laboratory?.made(place?.at ?? -1)) ?? null;
    return visit === this.#visit ? { run } : null;
  }

  #open(text, keeper) {
    const laboratory = new Laboratory(text, keeper, {
      changed: () => this.changed(),
      isOpen: () => this.#laboratory === laboratory,
    });
    this.#laboratory = laboratory;
    this.changed();
    laboratory.begin();
  }
}

/** @returns {Promise<import("./laboratories.js").LaboratoryText | null>} null where there is none, which is said */
async function textOf(slug) {
  try {
    const text = (await laboratories()).find((each) => each.slug === slug);
    return text ?? said(`There is no laboratory "${slug}". Choose one of the list.`);
  } catch {
    return said("The laboratories could not be fetched. Load the page again once the server can be reached.");
  }
}

function said(detail) {
  document.dispatchEvent(new CustomEvent("bs-say", { detail }));
  return null;
}
