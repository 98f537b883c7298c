import { OfflineError, ProblemError, isAbort, isReachable } from "./api.js";

/** @import { Problem } from "./types.js" */

const REJOIN_EVERY = 2000;

/** Whether the server can be reached. While it cannot, it is tried again and again. */
export class Connection {
  #offline = false;
  #rejoining = 0;
  #changed;
  #rejoined;

  /**
   * @param {() => void} changed
   * @param {() => void} rejoined called when the server is back
   */
  constructor(changed, rejoined) {
    this.#changed = changed;
    this.#rejoined = rejoined;
    globalThis.addEventListener("online", () => this.#rejoin());
  }

  get offline() {
    return this.#offline;
  }

  /** The server has answered. */
  answered() {
    this.#offline = false;
  }

  /**
   * @param {unknown} error
   * @returns {Problem | null} what to say of a failure; null where the answer is only not wanted any more, or where there is
   *     no connection
   */
  problemOf(error) {
    if (isAbort(error)) {
      return null;
    }
    if (error instanceof OfflineError) {
      this.#lose();
      return null;
    }
    return error instanceof ProblemError ? error.problem : UNREADABLE;
  }

  #lose() {
    this.#offline = true;
    this.#changed();
    this.#rejoinLater();
  }

  #rejoinLater() {
    globalThis.clearTimeout(this.#rejoining);
    this.#rejoining = globalThis.setTimeout(() => this.#rejoin(), REJOIN_EVERY);
  }

  async #rejoin() {
    if (!this.#offline) {
      return;
    }
    if (!(await isReachable())) {
      this.#rejoinLater();
      return;
    }
    this.#offline = false;
    this.#changed();
    this.#rejoined();
  }
}

const UNREADABLE = Object.freeze({ title: "No answer", status: 0, detail: "The answer of the server could not be read." });
