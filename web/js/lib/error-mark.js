/**
 * Where an error stands in an expression.
 *
 * @typedef {{before: string, marked: string, after: string}} MarkedText
 */

/**
 * Splits a text at the place that an error names; an error at the end marks one blank behind it.
 *
 * @param {string} text
 * @param {{position?: number, length?: number}} error  position counts from 1
 * @returns {MarkedText}
 */
export function markError(text, { position, length = 1 }) {
  if (position === undefined) {
    return { before: text, marked: "", after: "" };
  }
  const from = Math.min(Math.max(position - 1, 0), text.length);
  const to = Math.min(from + Math.max(length, 1), text.length);
  return { before: text.slice(0, from), marked: text.slice(from, to) || "\u00a0", after: text.slice(to) };
}

/**
 * What a problem says about an expression, beginning with the place. The server's sentence stands alone and therefore
 * repeats the expression and ends with the position; below the field the one is seen and the other comes first.
 *
 * @param {{detail: string, position?: number}} problem
 * @param {string} text  the expression
 * @returns {string}
 */
export function sentenceOf({ detail, position }, text) {
  const told = detail.startsWith(`${text}: `) ? detail.slice(text.length + 2) : detail;
  if (position === undefined) {
    return withStop(told);
  }
  return withStop(`Position ${position}: ${told.replace(`, position ${position}`, "")}`);
}

/** @param {string} sentence */
function withStop(sentence) {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
