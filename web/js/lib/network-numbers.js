import { ofWeights } from "./network-optimizer.js";

/**
 * The vectors and matrices of a trace, by example and layer. A trace that came whole has them all; of a large one they are fetched
 * when they are looked at, and until they are here they are empty.
 *
 * @import { JsonNumber } from "./types.js"
 *
 * @typedef {"a" | "z" | "delta" | "xHat" | "maximum"} VectorKind
 *
 * @typedef {object} Numbers
 * @property {boolean} arriving whether numbers are fetched when they are looked at
 * @property {number} loaded grows with what arrives
 * @property {(kind: VectorKind, layer: number, example: number) => JsonNumber[]} vector of a layer in an example, from 1
 * @property {(example: number) => JsonNumber[]} targets
 * @property {(address: string) => JsonNumber[][] | null} matrix such as Theta.1, Theta.1~1, Delta.1, D.1, m.1~1 or vHat.1
 * @property {(layer: number) => {rows: number, columns: number} | null} shape of Θ of a layer; null where it has none
 * @property {JsonNumber[][][] | null} theta of all layers, empty where a layer has none
 * @property {{x: number[][], y: number[][]} | null} data all examples
 */

const EMPTY = Object.freeze([]);

/** So many weights are fetched before anybody edits one. */
const MOST_AHEAD = 300_000;

/** @implements {Numbers} */
export class WholeNumbers {
  arriving = false;
  loaded = 0;
  #trace;
  /** @type {Map<string, JsonNumber[][]>} */
  #matrices;

  /** @param {any} trace as the server answered, with an entry for each layer */
  constructor(trace) {
    this.#trace = trace;
    this.#matrices = new Map(matricesOf(trace));
  }

  vector(kind, layer, example) {
    return this.#trace.layers[layer - 1][kind]?.[example - 1] ?? EMPTY;
  }

  targets(example) {
    return this.#trace.data.y[example - 1];
  }

  matrix(address) {
    return this.#matrices.get(address) ?? null;
  }

  shape(layer) {
    const rows = this.#trace.theta[layer - 1];
    return rows.length > 0 ? { rows: rows.length, columns: rows[0].length } : null;
  }

  get theta() {
    return this.#trace.theta;
  }

  get data() {
    return this.#trace.data;
  }
}

/** @returns {[string, JsonNumber[][]][]} */
function matricesOf({ theta, gradients, updated, update }) {
  const named = (name, matrices, tail = "") => matrices.map((rows, at) => [`${name}.${at + 1}${tail}`, rows]);
  return [
    ...named("Theta", theta),
    ...named("Theta", updated?.theta ?? [], "~1"),
    ...named("Delta", gradients.map(({ Delta }) => Delta)),
    ...named("D", gradients.map(({ D }) => D)),
    ...(update?.memories ?? []).flatMap(({ name, before, after }) => [...named(name, before), ...named(name, after, "~1")]),
    ...(update?.made ?? []).flatMap(({ name, values }) => named(name, values)),
  ];
}

/** @implements {Numbers} */
export class ArrivingNumbers {
  arriving = true;
  loaded = 0;
  /** @type {any} */
  #outline;
  /** @type {Map<string, any>} null for what is on its way */
  #here = new Map();
  /** @type {string[]} looked at, and not asked for yet */
  #wanted = [];
  #follows = false;
  #fetch;
  #arrived = () => {};
  #failed = (_error) => {};

  /**
   * @param {any} outline of the trace
   * @param {any} document what it gives is not fetched
   * @param {(addresses: string[]) => Promise<{address: string, value: any}[]>} fetch
   */
  constructor(outline, document, fetch) {
    this.#outline = outline;
    this.#fetch = fetch;
    this.#give(document);
  }

  /**
   * Says to whom it matters that something has arrived, or could not be fetched.
   * @param {() => void} arrived
   * @param {(error: unknown) => void} failed
   */
  whenArrived(arrived, failed) {
    this.#arrived = arrived;
    this.#failed = failed;
    this.#follows = true;
    this.#lookAhead();
    this.askAgain();
  }

  /** What every edit of a weight needs. */
  #lookAhead() {
    const weights = this.#outline.matrices.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    return weights <= MOST_AHEAD ? this.theta : null;
  }

  /** Asks for what could not be fetched. */
  askAgain() {
    this.#ask();
  }

  #give({ theta, data, training }) {
    const { matrices, update, n } = this.#outline;
    const give = (name, given) =>
      given.length === matrices.length && matrices.forEach(({ layer }, at) => this.#here.set(`${name}.${layer}`, given[at]));
    give("Theta", Array.isArray(theta) ? theta : []);
    const { first = [], second = [] } = training?.state ?? {};
    update.memories.forEach((name, at) => give(name, ofWeights(at === 0 ? first : second)));
    if (data?.x?.length === n) {
      data.x.forEach((row, at) => this.#here.set(`a.1@${at + 1}`, row));
      data.y.forEach((row, at) => this.#here.set(`y@${at + 1}`, row));
    }
  }

  vector(kind, layer, example) {
    return this.#look(`${kind}.${layer}@${example}`) ?? EMPTY;
  }

  targets(example) {
    return this.#look(`y@${example}`) ?? EMPTY;
  }

  matrix(address) {
    return this.#look(address);
  }

  shape(layer) {
    return this.#outline.matrices.find((each) => each.layer === layer) ?? null;
  }

  get theta() {
    const all = this.#outline.layers.slice(1).map((_, at) => (this.shape(at + 1) === null ? [] : this.matrix(`Theta.${at + 1}`)));
    return all.includes(null) ? null : all;
  }

  get data() {
    const all = Array.from({ length: this.#outline.n }, (_, at) => [this.#look(`a.1@${at + 1}`), this.#look(`y@${at + 1}`)]);
    return all.some(([x, y]) => x === null || y === null) ? null : { x: all.map(([x]) => x), y: all.map(([, y]) => y) };
  }

  #look(address) {
    const found = this.#here.get(address);
    if (found === undefined) {
      this.#here.set(address, null);
      this.#wanted.push(address);
      queueMicrotask(() => this.#ask());
    }
    return found ?? null;
  }

  /** What was looked at together is asked for together; matrices, which are large, one by one. */
  #ask() {
    if (this.#follows) {
      groupsOf(this.#wanted.splice(0)).forEach((addresses) => this.#askFor(addresses));
    }
  }

  async #askFor(addresses) {
    try {
      const numbers = await this.#fetch(addresses);
      numbers.forEach(({ address, value }) => this.#here.set(address, value));
      this.loaded += 1;
      this.#arrived();
    } catch (error) {
      this.#wanted.push(...addresses);
      this.#failed(error);
    }
  }
}

/** @param {string[]} addresses */
function groupsOf(addresses) {
  const vectors = addresses.filter((address) => VECTOR.test(address));
  const matrices = addresses.filter((address) => !VECTOR.test(address)).map((address) => [address]);
  const count = Math.ceil(vectors.length / MOST_VECTORS);
  return [...Array.from({ length: count }, (_, at) => vectors.slice(at * MOST_VECTORS, (at + 1) * MOST_VECTORS)), ...matrices];
}

const VECTOR = /^(a|z|delta|xHat|maximum)\.\d+@|^y@/;
const MOST_VECTORS = 64;
