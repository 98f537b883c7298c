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
  return blamed !== undefined && (blamed === pointer || blamed.startsWith(`${pointer}/`)) ? (problem?.detail ?? null) : null;
}
