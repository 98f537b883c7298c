import { getJson, isAbort, postJson } from "../api.js";

/**
 * Something that is asked for again and again: the answer to an older question is dropped when it comes late, the last one
 * stays until the next one is there.
 *
 * @template A
 */
export class Question {
  /** @type {AbortController | null} */
  #asking = null;
  #answered;

  /** @param {(answer: A | null, error: unknown) => void} answered */
  constructor(answered) {
    this.#answered = answered;
  }

  /**
   * @param {string} path
   * @param {object} [body] for a POST
   */
  async ask(path, body) {
    this.cancel();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const answer = body === undefined ? await getJson(path, asking.signal) : await postJson(path, body, asking.signal);
      this.#tell(asking, answer, null);
    } catch (error) {
      if (!isAbort(error)) {
        this.#tell(asking, null, error);
      }
    }
  }

  cancel() {
    this.#asking?.abort();
    this.#asking = null;
  }

  #tell(asking, answer, error) {
    if (asking === this.#asking) {
      this.#asking = null;
      this.#answered(answer, error);
    }
  }
}
