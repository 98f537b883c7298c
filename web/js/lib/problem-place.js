/**
 * What the server says of a field.
 */

/** @import { Problem } from "./types.js" */

/**
 * @param {Problem | null} problem
 * @param {string} pointer of the field
 * @returns {string | null} the reason, where the field or a part of it is to blame
 */
export function reasonAt(problem, pointer) {
  const blamed = problem?.pointer;
  const concerns = blamed !== undefined && (blamed === pointer || blamed.startsWith(`${pointer}/`));
  return concerns ? sentenceOf(problem) : null;
}

/**
 * What a problem says, as a sentence: the server's begins with the pointer, which tells nothing beside the field.
 * @param {Problem} problem
 * @returns {string}
 */
export function sentenceOf({ detail, pointer }) {
  const told = pointer && detail.startsWith(`${pointer}: `) ? detail.slice(pointer.length + 2) : detail;
  const sentence = told.charAt(0).toUpperCase() + told.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
