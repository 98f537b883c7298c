import { latexNumber, plainLatex, signClass } from "./format.js";

/** @import { Format } from "./moment.js" */
/** @import { Explanation } from "./types.js" */

/**
 * @param {Explanation} line of an explanation
 * @param {Format} format
 * @returns {string[]} name and rule, numbers and value in LaTeX, each of which may begin a new line; what only repeats is left out
 */
export function formulaParts({ formula, substituted, value }, format) {
  if (Array.isArray(value)) {
    return [formula, `= ${substituted}`];
  }
  const number = latexNumber(value, format);
  const repeatsRule = isAlike(substituted, formula.slice(formula.lastIndexOf("=") + 1));
  return [
    formula,
    ...(repeatsRule ? [] : [`= ${substituted}`]),
    ...(isAlike(substituted, number) ? [] : [`= \\htmlClass{num ${signClass(value)}}{${number}}`]),
  ];
}

function isAlike(one, other) {
  const [first, second] = [one, other].map((latex) => plainLatex(latex).replace(/\s/g, ""));
  return first === second;
}
