/** Numbers as a reader types them, and the ways to change one by hand. */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * @typedef {{value: number}} Read
 * @typedef {{reason: string}} Refused
 */

/**
 * Reads `2`, `-.5`, `1e-3`, and with a decimal comma `2,5`; a true minus sign counts as one.
 *
 * @param {string} text
 * @param {"point" | "comma"} mark
 * @returns {Read | Refused}
 */
export function readNumber(text, mark) {
  const typed = text.trim().replaceAll("−", "-");
  if (typed === "") {
    return { reason: "A number is missing" };
  }
  if (mark === "point" && /^[+-]?\d*,\d+$/.test(typed)) {
    return { reason: `Write ${typed.replace(",", ".")}, or choose the decimal comma in Settings` };
  }
  const plain = mark === "comma" ? typed.replace(",", ".") : typed;
  if (!NUMBER.test(plain)) {
    return { reason: `“${shortened(text.trim())}” is no number` };
  }
  const value = Number(plain);
  return Number.isFinite(value) ? { value } : { reason: "This number is too large" };
}

/**
 * @param {number} value
 * @param {"point" | "comma"} mark
 * @returns {string} what reads back as the same number
 */
export function writeNumber(value, mark) {
  const text = String(value === 0 ? 0 : value).replace("-", "−").replace("e−", "e-").replace("e+", "e");
  return mark === "comma" ? text.replace(".", ",") : text;
}

/**
 * The value one step further: a tenth of its power of ten, ten times that for a large step.
 *
 * @param {number} value
 * @param {1 | -1} direction
 * @param {boolean} large
 * @returns {number}
 */
export function nudge(value, direction, large) {
  const power = Math.floor(Math.log10(Math.max(Math.abs(value), 1)));
  const step = 10 ** (power - 1) * (large ? 10 : 1);
  const moved = Number((value + direction * step).toPrecision(12));
  return Math.abs(moved) < step * 1e-9 ? 0 : moved;
}

/**
 * A range for a slider around a value: symmetric about zero, wide enough to double it, with a round end.
 *
 * @param {number} value
 * @returns {{min: number, max: number, step: number}}
 */
export function sliderRange(value) {
  const wanted = Math.max(2 * Math.abs(value), 1);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5, 10].find((each) => each * power >= wanted * (1 - 1e-12)) ?? 10;
  const max = Number((factor * power).toPrecision(12));
  return { min: -max, max, step: Number((max / 100).toPrecision(12)) };
}

/** @param {string} text */
function shortened(text) {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
