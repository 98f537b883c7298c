/**
 * Names and numbers as a screen reader should say them.
 */
import { formatNumber } from "./format.js";

/** @import { JsonNumber } from "./types.js" */

const ACCENTS = { v: "v", vbar: "v-bar", vdot: "v-dot" };

/**
 * "v 2", "v-bar 0", "v minus 1".
 * @param {string} address
 */
export function spokenAddress(address) {
  const parts = address.split(".");
  const number = parts.at(-1) ?? "";
  return `${ACCENTS[parts[0]] ?? parts[0]} ${number.replace("-", "minus ")}`;
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
