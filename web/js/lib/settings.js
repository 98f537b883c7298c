/**
 * What the reader prefers, kept on this machine. Nothing here belongs to a trace: a link never carries it.
 *
 * @typedef {object} Preferences
 * @property {"light" | "dark" | "system"} theme
 * @property {number} decimals         digits after the point on the screen, 2 to 6
 * @property {"point" | "comma"} decimalMark
 * @property {"bar" | "partial"} adjoint   v̄ or ∂y/∂v
 * @property {"execution" | "printed"} adjointOrder   reverse trace downwards as it ran, or bottom-up as printed
 * @property {boolean} letters         single-letter keys are on
 * @property {number} speed            of playing, 1 is one step each 1.6 s
 */

const KEY = "backstep.settings";

/** What each preference may be; the first value is the default. */
const ALLOWED = Object.freeze({
  theme: ["system", "light", "dark"],
  decimals: [3, 2, 4, 5, 6],
  decimalMark: ["point", "comma"],
  adjoint: ["bar", "partial"],
  adjointOrder: ["execution", "printed"],
  letters: [true, false],
  speed: [1, 0.25, 0.5, 2, 4],
});

/** @type {Readonly<Preferences>} */
const DEFAULTS = Object.freeze(
  /** @type {Preferences} */ (Object.fromEntries(Object.entries(ALLOWED).map(([name, values]) => [name, values[0]]))),
);

/**
 * Keeps the known preferences that have an allowed value and fills the rest with defaults.
 *
 * @param {unknown} stored
 * @returns {Preferences}
 */
function sanitize(stored) {
  const given = typeof stored === "object" && stored !== null ? stored : {};
  const valid = Object.entries(given).filter(([name, value]) => ALLOWED[name]?.includes(value));
  return { ...DEFAULTS, ...Object.fromEntries(valid) };
}

/** Fires "change" with `detail.names`, the preferences that changed. */
export class Settings extends EventTarget {
  /** @type {Storage | null} */
  #storage;
  /** @type {Preferences} */
  #values;

  /** @param {Storage | null} storage */
  constructor(storage) {
    super();
    this.#storage = storage;
    this.#values = read(storage);
  }

  get theme() {
    return this.#values.theme;
  }

  get decimals() {
    return this.#values.decimals;
  }

  get decimalMark() {
    return this.#values.decimalMark;
  }

  get adjoint() {
    return this.#values.adjoint;
  }

  get adjointOrder() {
    return this.#values.adjointOrder;
  }

  get letters() {
    return this.#values.letters;
  }

  get speed() {
    return this.#values.speed;
  }

  /** @param {Partial<Preferences>} patch */
  set(patch) {
    this.#accept(sanitize({ ...this.#values, ...patch }));
    write(this.#storage, this.#values);
  }

  /** Takes over what another tab has stored. */
  reload() {
    this.#accept(read(this.#storage));
  }

  /** @param {Preferences} next */
  #accept(next) {
    const names = Object.keys(next).filter((name) => next[name] !== this.#values[name]);
    this.#values = next;
    if (names.length > 0) {
      this.dispatchEvent(new CustomEvent("change", { detail: { names } }));
    }
  }
}

/**
 * @param {Storage | null} storage
 * @returns {Preferences}
 */
function read(storage) {
  try {
    return sanitize(JSON.parse(storage?.getItem(KEY) ?? "{}"));
  } catch {
    return { ...DEFAULTS };
  }
}

/**
 * @param {Storage | null} storage
 * @param {Preferences} values
 */
function write(storage, values) {
  try {
    storage?.setItem(KEY, JSON.stringify(values));
  } catch {
    // A full or closed storage loses the preference at the end of the visit, and nothing else.
  }
}

/** @returns {Storage | null} the storage of this machine, null where the browser closes it to us */
export function localStore() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** @returns {Storage | null} what lasts as long as the visit; null where the browser keeps nothing */
export function visitStore() {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

export const settings = new Settings(localStore());

globalThis.addEventListener?.("storage", (event) => {
  if (event.key === KEY) {
    settings.reload();
  }
});
