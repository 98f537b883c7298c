/** @import { Answer } from "./answer.js" */

/** The question that is on its way. The next one drops it: an answer to an older edit is never heard. */
export class Asking {
  #now = new AbortController();

  /**
   * @param {(signal: AbortSignal) => Promise<Answer>} question
   * @param {(answer: Answer) => void} answered
   * @param {(error: unknown) => void} failed
   */
  async ask(question, answered, failed) {
    this.#now.abort();
    const asking = new AbortController();
    this.#now = asking;
    try {
      const answer = await question(asking.signal);
      if (asking === this.#now) {
        answered(answer);
      }
    } catch (error) {
      if (asking === this.#now) {
        failed(error);
      }
    }
  }
}
