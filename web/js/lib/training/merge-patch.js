/**
 * A document after a JSON merge patch (RFC 7396): objects are merged, null takes a field away, all else replaces it.
 * @param {any} document
 * @param {any} patch
 * @returns {any}
 */
export function merged(document, patch) {
  if (!isObject(patch)) {
    return patch;
  }
  const result = isObject(document) ? { ...document } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      result[name] = merged(result[name], value);
    }
  }
  return result;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
