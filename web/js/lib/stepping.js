/**
 * Going through a story step by step and phase by phase: each way of going is a `go(index)`. A subclass says where we are
 * (`index`), how long the story is (`count`), what its phases are and how to go.
 */
export class Stepping extends EventTarget {
  get index() {
    return 0;
  }

  get count() {
    return 0;
  }

  /** @returns {readonly import("./types.js").Phase[]} */
  get phases() {
    return [];
  }

  /** @param {number} _index */
  go(_index) {}

  next() {
    this.go(this.index + 1);
  }

  previous() {
    this.go(this.index - 1);
  }

  first() {
    this.go(0);
  }

  last() {
    this.go(this.count - 1);
  }

  nextPhase() {
    const next = this.phases.find((phase) => phase.from > this.index);
    this.go(next ? next.from : this.count - 1);
  }

  previousPhase() {
    const earlier = this.phases.filter((phase) => phase.from < this.index);
    this.go(earlier.at(-1)?.from ?? 0);
  }

  /**
   * @param {number} index
   * @returns {number} the nearest step that there is
   */
  clamp(index) {
    return Math.max(0, Math.min(index, this.count - 1));
  }
}
