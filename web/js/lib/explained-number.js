import { formatNumber, fullPrecision, signClass } from "./format.js";
import { spokenNumber } from "./speech.js";

/** @import { Format } from "./moment.js" */
/** @import { JsonNumber } from "./types.js" */

/**
 * Shows a number in the button that asks where it comes from.
 * @param {HTMLButtonElement} button
 * @param {string} name of the quantity as it is said
 * @param {JsonNumber | null} value null while it is not computed
 * @param {Format} format
 * @param {string} [unknown] stands in the place of a number that is not computed
 */
export function showNumber(button, name, value, format, unknown = "·") {
  const known = value !== null;
  button.className = `number ${known ? signClass(value) : ""}`;
  button.disabled = !known;
  button.textContent = known ? formatNumber(value, format) : unknown;
  button.title = known ? fullPrecision(value) : "";
  button.ariaLabel = known ? `${name} is ${spokenNumber(value, format)}, explain` : `${name}, not computed yet`;
}
