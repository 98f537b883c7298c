/**
 * How the page is looked at, beside its run: which unit is enlarged, of which class the next point is, whether the knob is
 * dragged. Fires "change" once for all that changed together.
 */
export class Looking extends EventTarget {
  #announced = false;
  #scrubbing = false;
  /** @type {{layer: number, unit: number} | null} */
  #enlarged = null;
  /** @type {0 | 1} */
  #pointClass = 1;

  /** @param {import("../settings.js").Settings} settings */
  constructor(settings) {
    super();
    this.settings = settings;
    settings.addEventListener("change", () => this.changed());
  }

  /** How numbers are written. */
  get notation() {
    return { decimals: this.settings.decimals, mark: this.settings.decimalMark };
  }

  get scrubbing() {
    return this.#scrubbing;
  }

  /** @param {boolean} on whether the reader drags the knob */
  scrub(on) {
    this.#scrubbing = on;
    this.changed();
  }

  /** The unit whose map lies over the main map. */
  get enlarged() {
    return this.#enlarged;
  }

  /** @param {{layer: number, unit: number} | null} unit */
  enlarge(unit) {
    this.#enlarged = unit;
    this.changed();
  }

  /** The class of the next point that is placed by hand. */
  get pointClass() {
    return this.#pointClass;
  }

  /** @param {0 | 1} name */
  choosePointClass(name) {
    this.#pointClass = name;
    this.changed();
  }

  /** @protected */
  changed() {
    if (!this.#announced) {
      this.#announced = true;
      queueMicrotask(() => {
        this.#announced = false;
        this.dispatchEvent(new Event("change"));
      });
    }
  }
}
