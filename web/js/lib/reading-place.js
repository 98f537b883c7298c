/** The step at which we are, and the one around which the phases are told; the latter stays while the reader drags. */
export class ReadingPlace {
  #index = 0;
  #focus = 0;
  #scrubbing = false;
  #counted = false;

  get index() {
    return this.#index;
  }

  get focus() {
    return this.#focus;
  }

  get scrubbing() {
    return this.#scrubbing;
  }

  /** Whether the index counts the steps of the answer that is here; one of a link counts those of the answer to come. */
  get counted() {
    return this.#counted;
  }

  /**
   * Before the answer is here whose steps it counts.
   * @param {number} index
   */
  await(index) {
    this.#index = index;
    this.#counted = false;
  }

  /**
   * With a new answer.
   * @param {number} index
   */
  arrive(index) {
    this.#index = index;
    this.#focus = index;
    this.#counted = true;
  }

  /** @param {number} index */
  go(index) {
    this.#index = index;
    this.#refocus();
  }

  /** @param {boolean} dragging */
  scrub(dragging) {
    this.#scrubbing = dragging;
    this.#refocus();
  }

  #refocus() {
    if (!this.#scrubbing) {
      this.#focus = this.#index;
    }
  }
}
