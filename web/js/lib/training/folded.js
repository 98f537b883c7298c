/** Long lists of data in a program, folded away: the first rows are there, then a line says how many more there are. */

const SHOWN = 3;
const LEAST_FOLDED = 10;

/** A line of a list: a number, or numbers in brackets. */
const DATUM = /^\s*\[?-?\d[\d.,eE+\-\s]*\]?,?$/;

/**
 * @param {string} text of the program
 * @returns {{kind: "code" | "comment" | "fold", text: string}[]} its lines
 */
export function folded(text) {
  const lines = text.trimEnd().split("\n");
  const shown = [];
  for (let at = 0; at < lines.length; at++) {
    const end = endOfData(lines, at);
    if (end - at >= SHOWN + LEAST_FOLDED) {
      shown.push(...lines.slice(at, at + SHOWN).map(line), more(lines[at], end - at - SHOWN));
      at = end - 1;
    } else {
      shown.push(line(lines[at]));
    }
  }
  return shown;
}

function endOfData(lines, from) {
  let end = from;
  while (end < lines.length && DATUM.test(lines[end])) {
    end++;
  }
  return end;
}

function line(text) {
  return { kind: /^\s*#/.test(text) ? "comment" : "code", text };
}

function more(first, count) {
  return { kind: "fold", text: `${/^\s*/.exec(first)?.[0] ?? ""}… ${count} more rows` };
}
