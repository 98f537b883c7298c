import { OPTIMIZERS } from "./optimizers.js";
import { architecture, hiddenActivationOf } from "./experiment.js";

/** @import { WatchedRun } from "./watched-run.js" */
/** @import { Experiment } from "./experiment.js" */

const MOST = 12;

/** The runs of this visit, so that they can be compared and gone back to. */
export class RunsOfSession {
  /** @type {readonly WatchedRun[]} the newest first */
  #runs = [];

  /** @param {WatchedRun} run */
  add(run) {
    if (!this.#runs.includes(run)) {
      this.#runs = [run, ...this.#runs].slice(0, MOST);
    }
  }

  /** @param {WatchedRun} run */
  drop(run) {
    this.#runs = this.#runs.filter((each) => each !== run);
  }

  /**
   * @param {WatchedRun | null} run
   * @returns {readonly WatchedRun[]} those beside it that have begun; those of a laboratory have their own place
   */
  others(run) {
    return this.#runs.filter((each) => each !== run && each.hasBegun && each.place === null);
  }

  /**
   * @param {Experiment} document
   * @returns {WatchedRun | undefined} the newest run of it
   */
  of(document) {
    const text = JSON.stringify(document);
    return this.#runs.find((run) => JSON.stringify(run.document) === text);
  }
}

/** What a run can be told from others by, in the order in which it is said. */
const TRAITS = /** @type {readonly ((run: WatchedRun) => string)[]} */ ([
  ({ document: { data } }) => data.dataset ?? (data.csv ? "table" : "own points"),
  ({ document: { data } }) => (data.noise === undefined ? "" : `noise ${data.noise}`),
  ({ document }) => architecture(document),
  ({ document }) => hiddenActivationOf(document) ?? "",
  ({ document: { network } }) => network.loss,
  ({ document: { training } }) => OPTIMIZERS[training.optimizer.type]?.text ?? training.optimizer.type,
  ({ document: { training } }) => `η ${training.optimizer.learningRate}`,
  ({ document: { training } }) => momentum(training.optimizer),
  ({ document: { training } }) => training.schedule?.type ?? "",
  ({ document: { training } }) => `batch ${training.batchSize}`,
  ({ document: { lambda } }) => (lambda ? `L2 ${lambda}` : "no L2"),
  ({ document: { l1 } }) => (l1 ? `L1 ${l1}` : "no L1"),
  ({ document: { training } }) => (training.clipNorm ? `clipped at ${training.clipNorm}` : "not clipped"),
  ({ document: { theta } }) => ("init" in theta ? theta.init : "given weights"),
  ({ document: { training } }) => `seed ${training.seed}`,
  ({ parent, perEpoch }) => (parent ? `from epoch ${Math.floor(parent.iteration / perEpoch)}` : ""),
]);

/**
 * Whether the losses of two runs can be compared.
 * @param {WatchedRun} one
 * @param {WatchedRun} other
 */
export function haveSameData({ document: one }, { document: other }) {
  return one.data === other.data || written(one.data) === written(other.data);
}

/** @type {WeakMap<object, string>} data as text: a table may be long, and is asked for with every frame */
const texts = new WeakMap();

function written(data) {
  const text = texts.get(data) ?? JSON.stringify(data);
  texts.set(data, text);
  return text;
}

/**
 * Names that say where runs differ.
 * @param {readonly WatchedRun[]} runs
 * @returns {Map<WatchedRun, string>}
 */
export function namesOf(runs) {
  const differing = TRAITS.filter((trait) => new Set(runs.map(trait)).size > 1);
  const names = new Map();
  for (const [at, run] of runs.entries()) {
    const told = run.place?.label ?? differing.map((trait) => trait(run)).filter(Boolean).join(", ");
    const taken = [...names.values()].filter((name) => name.replace(/ \(\d+\)$/, "") === told).length;
    names.set(run, told === "" ? `run ${runs.length - at}` : taken > 0 ? `${told} (${taken + 1})` : told);
  }
  return names;
}

function momentum({ momentum: mu, nesterov }) {
  return mu ? `momentum ${mu}${nesterov ? ", Nesterov" : ""}` : "";
}
