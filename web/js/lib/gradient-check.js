/**
 * Whether the gradient agrees with central differences.
 *
 * @import { JsonNumber } from "./types.js"
 *
 * @typedef {{input: string, derivative: JsonNumber, difference: JsonNumber, relativeError: JsonNumber}} Check
 * @typedef {"passes" | "fails" | "unknown"} Verdict
 */

/** Central differences of a smooth function come within about 1e-10; a wrong derivative misses by far more than this. */
const TOLERANCE = 1e-6;

/**
 * @param {Check} check
 * @returns {Verdict} unknown where a value is not finite
 */
export function verdictOf({ relativeError }) {
  const error = Number(relativeError);
  if (!Number.isFinite(error)) {
    return "unknown";
  }
  return error <= TOLERANCE ? "passes" : "fails";
}

/**
 * @param {Check[]} checks
 * @returns {{verdict: Verdict, worst: Check | null}} of all entries together, and the entry that decides
 */
export function verdictOfAll(checks) {
  const known = checks.filter((check) => verdictOf(check) !== "unknown");
  if (known.length < checks.length || checks.length === 0) {
    return { verdict: "unknown", worst: checks.find((check) => verdictOf(check) === "unknown") ?? null };
  }
  const worst = known.reduce((a, b) => (Number(b.relativeError) > Number(a.relativeError) ? b : a));
  return { verdict: verdictOf(worst), worst };
}

/**
 * A small number by its first digit: 3 × 10⁻¹⁰.
 *
 * @param {JsonNumber} value
 * @returns {string} LaTeX
 */
export function sizeLatex(value) {
  const number = Number(value);
  if (!Number.isFinite(number)) {
    return "\\text{not a number}";
  }
  if (number === 0) {
    return "0";
  }
  const [digit, exponent] = number.toExponential(0).split("e");
  return `${digit} \\times 10^{${Number(exponent)}}`;
}
