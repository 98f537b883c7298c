import { laboratories } from "./laboratories.js";
import { Laboratory } from "./laboratory.js";
import { TimeTravel } from "./time-travel.js";

/** @import { RunKeeper } from "./run-keeper.js" */

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
   * Opens a laboratory and starts its runs, if it is not open.
   * @protected
   * @param {string | null} slug null for none
   * @param {RunKeeper} keeper
   * @returns {Promise<boolean>} whether it is still wanted, and there
   */
  async enter(slug, keeper) {
    const visit = ++this.#visit;
    if (slug === (this.#laboratory?.slug ?? null)) {
      return true;
    }
    this.#laboratory = null;
    this.changed();
    if (slug === null) {
      return true;
    }
    const text = await textOf(slug);
    if (visit !== this.#visit) {
      return false;
    }
    if (text === undefined) {
      document.dispatchEvent(new CustomEvent("bs-say", { detail: `There is no laboratory "${slug}". Choose one of the list.` }));
      return false;
    }
    const laboratory = new Laboratory(text, keeper);
    this.#laboratory = laboratory;
    this.changed();
    await laboratory.begin();
    return visit === this.#visit;
  }
}

async function textOf(slug) {
  try {
    return (await laboratories()).find((each) => each.slug === slug);
  } catch {
    return undefined;
  }
}
