/**
 * Numbers as they are shown on every page: rounded on the screen, never in the arithmetic. Whole numbers stay whole,
 * others keep their decimals; very small and very large ones are written as 4 × 10⁻¹⁰.
 */

/** @import { JsonNumber } from "./types.js" */

const MINUS = "\u2212";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LARGEST_PLAIN = 99999;
const MOST_IN_VECTOR = 4;

/**
 * The number behind a value of the API, where NaN and the infinities travel as strings.
 * @param {JsonNumber | null | undefined} value
 * @returns {number}
 */
export function toNumber(value) {
  return value === null || value === undefined ? NaN : Number(value);
}

/** Whether a vector or matrix is too large to come along, and its shape stands in its place. */
export function isShape(value) {
  return Array.isArray(/** @type {any} */ (value)?.shape);
}

/**
 * The class that carries the sign: "pos", "neg", "zero" or, for what is not finite, "undefined-value".
 * @param {JsonNumber} value
 */
export function signClass(value) {
  const number = toNumber(value);
  if (!Number.isFinite(number)) return "undefined-value";
  if (number === 0) return "zero";
  return number > 0 ? "pos" : "neg";
}

/**
 * @param {JsonNumber} value
 * @param {{decimals?: number, mark?: "point" | "comma", fixed?: boolean}} [options] fixed keeps all decimals, for columns
 * @returns {string}
 */
export function formatNumber(value, { decimals = 3, mark = "point", fixed = false } = {}) {
  const number = toNumber(value);
  if (Number.isNaN(number)) return "not a number";
  if (!Number.isFinite(number)) return number > 0 ? "infinity" : "minus infinity";
  const size = Math.abs(number);
  const text = isScientific(size, decimals) ? scientific(size, decimals) : plain(size, decimals, fixed);
  return (number < 0 ? MINUS : "") + (mark === "comma" ? text.replace(".", ",") : text);
}

/**
 * A number, a short vector number by number, a long one or a matrix by its shape.
 * @param {JsonNumber | JsonNumber[] | JsonNumber[][]} value
 * @param {{decimals?: number, mark?: "point" | "comma"}} [options]
 * @returns {string}
 */
export function formatValue(value, options = {}) {
  if (isShape(value)) return value.shape.length > 1 ? value.shape.join(" × ") : `${value.shape[0]} numbers`;
  if (!Array.isArray(value)) return formatNumber(value, options);
  if (Array.isArray(value[0])) return `${value.length} × ${value[0].length}`;
  if (value.length > MOST_IN_VECTOR) return `${value.length} numbers`;
  const separator = options.mark === "comma" ? "; " : ", ";
  return `(${value.map((number) => formatNumber(number, options)).join(separator)})`;
}

/**
 * The shortest text that reads back as the same number, for hover and copy; of vectors and matrices one row a line.
 * @param {JsonNumber | JsonNumber[] | JsonNumber[][]} value
 * @returns {string}
 */
export function fullPrecision(value) {
  if (isShape(value)) return "";
  if (Array.isArray(value)) {
    return value.map((each) => fullPrecision(each)).join(Array.isArray(value[0]) ? "\n" : ", ");
  }
  const number = toNumber(value);
  return Number.isFinite(number) ? String(number === 0 ? 0 : number) : formatNumber(value);
}

/**
 * The number as LaTeX, by the same rules.
 * @param {JsonNumber} value
 * @param {{decimals?: number, mark?: "point" | "comma"}} [options]
 */
export function latexNumber(value, options = {}) {
  if (!Number.isFinite(toNumber(value))) return `\\text{${formatNumber(value)}}`;
  return formatNumber(value, options)
    .replace(MINUS, "-")
    .replace(",", "{,}")
    .replace(/ × 10(.*)$/, (_, power) => ` \\times 10^{${fromSuperscript(power)}}`);
}

/**
 * LaTeX without the marks of sign and identity, and without braces: what is alike looks alike.
 * @param {string} latex
 */
export function plainLatex(latex) {
  return latex.replace(/\\html(?:Class|Data)\{[^{}]*\}/g, "").replace(/[{}]/g, "");
}

/**
 * A power of ten as on the axis of a chart: 10⁻⁵. Other numbers as they always are.
 * @param {number} value
 */
export function powerOfTen(value) {
  const exponent = Math.log10(Math.abs(value));
  return Number.isInteger(exponent) && value > 0 ? `10${toSuperscript(exponent)}` : formatNumber(value, { decimals: 1 });
}

function isScientific(size, decimals) {
  return size > LARGEST_PLAIN || (size !== 0 && size < 0.5 * 10 ** -decimals);
}

function plain(size, decimals, fixed) {
  return Number.isInteger(size) && !fixed ? String(size) : size.toFixed(decimals);
}

function scientific(size, decimals) {
  const [mantissa, exponent] = size.toExponential(decimals - 1).split("e");
  return `${Number(mantissa)} × 10${toSuperscript(Number(exponent))}`;
}

function toSuperscript(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return (exponent < 0 ? "⁻" : "") + digits;
}

function fromSuperscript(power) {
  return [...power].map((mark) => (mark === "⁻" ? "-" : SUPERSCRIPTS.indexOf(mark))).join("");
}
