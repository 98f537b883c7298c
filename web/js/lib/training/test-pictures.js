import { Question } from "./question.js";

/** @import { Playground } from "./playground.js" */

const AT_REST = 250;
const WHILE_GOING = 1500;

/**
 * @typedef {{row: number, target: number, prediction: number, probability: number, pixels: number[]}} Picture
 * @typedef {{iteration: number, set: "test" | "training", size: number, wrong: number, channels: number, height: number, width: number, classes: string[], pictures: Picture[]}} Pictures
 */

/** Asks what the run takes pictures for: soon after the reader came to rest, and now and then while the run goes on. */
export class TestPictures {
  /** @type {Pictures | null} */
  pictures = null;
  /** @type {string | null} the run that they are of */
  of = null;
  #wanted = "";
  #timer = 0;
  #question = new Question((answer) => this.#take(answer));
  #changed;
  #count;

  /**
   * @param {() => void} changed
   * @param {number} count how many pictures are wanted
   */
  constructor(changed, count) {
    this.#changed = changed;
    this.#count = count;
  }

  /** @param {Playground} playground as it is now */
  follow({ run, stale, shown, at, scrubbing }) {
    if (run === null || stale || !run.data.image || run.data.kind === "regression") {
      this.stop();
      return;
    }
    const goes = run.isGoing && shown === "live";
    const wanted = `${run.id} ${at}`;
    if (scrubbing || wanted === this.#wanted || (goes && this.#timer !== 0)) {
      return;
    }
    clearTimeout(this.#timer);
    this.#wanted = wanted;
    this.#timer = setTimeout(() => this.#ask(run.id, at), goes ? WHILE_GOING : AT_REST);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#question.cancel();
    this.#wanted = "";
  }

  #ask(run, iteration) {
    this.#timer = 0;
    this.of = run;
    this.#question.ask(`/api/training/runs/${run}/iterations/${iteration}/pictures?count=${this.#count}`);
  }

  #take(answer) {
    this.pictures = answer ?? this.pictures;
    this.#changed();
  }
}
