/**
 * Names and numbers as a screen reader should say them.
 */
import { formatNumber, isShape } from "./format.js";
import { partsOf, spokenName } from "./network-names.js";

/** @import { JsonNumber } from "./types.js" */

const ACCENTS = { v: "v", vbar: "v-bar", vdot: "v-dot" };
const MOST_SPOKEN = 6;

/** An operation of an expression, or what an optimizer remembers of a whole layer. */
const EITHER = /^v\.-?\d+$/;

/**
 * "v 2", "v-bar 0", "v minus 1"; of a network "delta, layer 2, unit 1".
 * @param {string} address
 * @param {JsonNumber | JsonNumber[] | JsonNumber[][]} [value] rows where v.2 is a matrix
 */
export function spokenAddress(address, value) {
  const isOperation = EITHER.test(address) && !Array.isArray(value) && !isShape(value);
  if (!isOperation && partsOf(address) !== null) {
    return spokenName(address);
  }
  const parts = address.split(".");
  const number = parts.at(-1) ?? "";
  return `${ACCENTS[parts[0]] ?? parts[0]} ${number.replace("-", "minus ")}`;
}

/**
 * A number; of a vector its numbers while they are few; of a matrix its shape.
 * @param {JsonNumber | JsonNumber[] | JsonNumber[][]} value
 * @param {{decimals?: number, mark?: "point" | "comma"}} [format]
 */
export function spokenValue(value, format) {
  if (isShape(value)) {
    const [rows, columns] = /** @type {any} */ (value).shape;
    return columns === undefined ? `a vector of ${rows}` : `a matrix of ${rows} by ${columns}`;
  }
  if (!Array.isArray(value)) {
    return spokenNumber(value, format);
  }
  if (Array.isArray(value[0])) {
    return `a matrix of ${value.length} by ${value[0].length}`;
  }
  return value.length > MOST_SPOKEN
    ? `a vector of ${value.length}`
    : value.map((number) => spokenNumber(number, format)).join(format?.mark === "comma" ? "; " : ", ");
}

/**
 * @param {JsonNumber} value
 * @param {{decimals?: number, mark?: "point" | "comma"}} [format]
 */
export function spokenNumber(value, format) {
  return formatNumber(value, format)
    .replace(/^\u2212/, "minus ")
    .replace(/ × 10(.*)$/, (_, power) => ` times 10 to the ${spokenPower(power)}`);
}

function spokenPower(power) {
  const digits = [...power].map((mark) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(mark)).filter((digit) => digit >= 0);
  return (power.startsWith("⁻") ? "minus " : "") + digits.join("");
}
