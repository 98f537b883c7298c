/**
 * What a table of comma-separated values holds, read roughly: enough to fit a network to it. The server reads it properly
 * and says what is wrong with it.
 */

const MOST_CLASSES = 20;
const LOOKS = 100;

/** More columns than this are not listed one by one. */
export const MOST_LISTED = 40;

/**
 * @typedef {{names: string[], rows: string[][]}} Table
 *
 * @typedef {{targets?: string[], inputs?: string[]}} Choice the names of columns; the last one is the target where none is
 *     chosen, and all others are inputs
 */

/** @type {{text: string, table: Table} | null} the table that was read last */
let last = null;

/**
 * @param {string} text
 * @returns {Table}
 */
export function tableOf(text) {
  if (last?.text !== text) {
    last = { text, table: read(text) };
  }
  return last.table;
}

function read(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const separator = ["\t", ";", ","].find((each) => outsideQuotes(lines[0] ?? "").includes(each)) ?? ",";
  const rows = lines.map((line) => cellsOf(line, separator));
  const first = rows[0] ?? [];
  const headed = first.every((cell) => !isNumber(cell));
  const names = first.map((cell, at) => (headed && cell !== "" ? cell : `column ${at + 1}`));
  return { names, rows: headed ? rows.slice(1) : rows };
}

function outsideQuotes(line) {
  return line.replace(/"[^"]*"/g, "");
}

/** The cells of a line; one with a separator inside stands in quotation marks. */
function cellsOf(line, separator) {
  const cells = [""];
  let quoted = false;
  for (const character of line) {
    if (character === '"') {
      quoted = !quoted;
    } else if (character === separator && !quoted) {
      cells.push("");
    } else {
      cells[cells.length - 1] += character;
    }
  }
  return cells.map((cell) => cell.trim());
}

function isNumber(cell) {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell);
}

/**
 * Whether a column holds numbers and can be an input, as far as its first cells say.
 * @param {Table} table
 * @param {string} name
 */
export function isNumeric({ names, rows }, name) {
  const column = names.indexOf(name);
  return rows.slice(0, LOOKS).every((row) => isNumber(row[column] ?? ""));
}

/**
 * Which columns are what, as the server takes it.
 * @param {Table} table
 * @param {Choice} choice
 * @returns {{target: string, inputs: string[]}}
 */
export function chosenIn({ names }, { targets, inputs }) {
  const target = targets?.[0] ?? names.at(-1) ?? "";
  return { target, inputs: inputs ?? names.filter((name) => name !== target) };
}

/**
 * @param {string} text
 * @param {Choice} [choice]
 * @returns {{inputs: number, outputs: number, kind: "binary" | "classes" | "regression"}}
 */
export function shapeOfCsv(text, choice = {}) {
  const table = tableOf(text);
  const chosen = chosenIn(table, choice);
  const column = table.names.indexOf(chosen.target);
  const classes = classesIn(table.rows.map((row) => row[column] ?? ""));
  const inputs = Math.max(1, chosen.inputs.length);
  if (classes === 0) {
    return { inputs, outputs: 1, kind: "regression" };
  }
  return classes === 2 ? { inputs, outputs: 1, kind: "binary" } : { inputs, outputs: classes, kind: "classes" };
}

/** How many classes the targets name; 0 where they are numbers. */
function classesIn(targets) {
  const distinct = [...new Set(targets)];
  const numbers = distinct.map(Number);
  if (numbers.filter(Number.isNaN).length > distinct.length / 2) {
    return distinct.length;
  }
  const whole = distinct.every((cell) => /^\d+$/.test(cell));
  const least = Math.min(...numbers);
  const gapless = Math.max(...numbers) - least === distinct.length - 1;
  return whole && least <= 1 && gapless && distinct.length >= 2 && distinct.length <= MOST_CLASSES ? distinct.length : 0;
}
