/**
 * A name on one line: where it is a fraction, with a stroke between its two parts.
 * @param {string} latex
 * @returns {string}
 */
export function onOneLine(latex) {
  const at = latex.indexOf("\\frac{");
  if (at < 0) {
    return latex;
  }
  const above = groupAt(latex, at + "\\frac".length);
  const below = groupAt(latex, above.end);
  return `${latex.slice(0, at)}${above.inner}/${below.inner}${onOneLine(latex.slice(below.end))}`;
}

/** What stands between a brace and the one that closes it. */
function groupAt(latex, start) {
  let depth = 0;
  for (let at = start; at < latex.length; at++) {
    depth += latex[at] === "{" ? 1 : latex[at] === "}" ? -1 : 0;
    if (depth === 0) {
      return { inner: latex.slice(start + 1, at), end: at + 1 };
    }
  }
  return { inner: latex.slice(start + 1), end: latex.length };
}
