import { OfflineError } from "../api.js";
import { Question } from "./question.js";

/** @import { Playground } from "./playground.js" */

const AT_REST = 300;
const WHILE_GOING = 4000;

/**
 * @typedef {{name: string, title: string, why: string, from: "moment" | "start", changes: any}} Remedy
 * @typedef {{topic: string, name: string, sign: string, remedies: Remedy[]}} Finding
 * @typedef {{iteration: number, verdict: string, findings: Finding[]}} Diagnosis
 */

/**
 * Asks what ails the run at the moment that is looked at: soon after the reader came to rest there, and every few seconds
 * while the run goes on.
 */
export class Diagnosing {
  /** @type {Diagnosis | null} */
  diagnosis = null;
  /** @type {string | null} the run that it is of */
  of = null;
  #moment = "";
  #timer = 0;
  #question = new Question((answer, error) => this.#take(answer, error));
  #changed;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {Playground} playground as it is now */
  follow({ run, stale, shown, at, scrubbing, replaying }) {
    if (run === null || stale || !run.hasBegun) {
      this.stop();
      return;
    }
    const goes = run.isGoing && shown === "live";
    const moment = goes ? `${run.id} live` : `${run.id} ${at} ${run.state}`;
    if (scrubbing || replaying || moment === this.#moment) {
      return;
    }
    this.stop();
    this.#moment = moment;
    this.#askIn(AT_REST, run.id, goes ? null : at);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#question.cancel();
    this.#moment = "";
  }

  #askIn(milliseconds, run, iteration) {
    this.#timer = setTimeout(async () => {
      const path = `/api/training/runs/${run}/diagnosis`;
      await this.#question.ask(iteration === null ? path : `${path}?iteration=${iteration}`);
      if (iteration === null && this.#moment === `${run} live`) {
        this.#askIn(WHILE_GOING, run, null);
      }
    }, milliseconds);
  }

  /** A run that cannot be diagnosed, since the server forgot it, has no findings; one that waits for the server keeps its own. */
  #take(answer, error) {
    if (error instanceof OfflineError) {
      this.#moment = "";
      return;
    }
    this.diagnosis = answer;
    this.of = this.#moment.split(" ")[0];
    this.#changed();
  }
}
