/**
 * What a table of comma-separated values holds, read roughly: enough to fit a network to it. The server reads it properly
 * and says what is wrong with it.
 */

const MOST_CLASSES = 20;

/**
 * @param {string} text
 * @returns {{inputs: number, outputs: number, kind: "binary" | "classes" | "regression"}} with the last column as the target
 */
export function shapeOfCsv(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const separator = [";", "\t", ","].find((each) => lines[0]?.includes(each)) ?? ",";
  const rows = lines.map((line) => line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, "")));
  const headed = rows[0]?.some((cell) => cell !== "" && Number.isNaN(Number(cell)) && !Number.isNaN(Number(rows[1]?.[0])));
  const targets = rows.slice(headed ? 1 : 0).map((row) => row.at(-1) ?? "");
  const classes = classesIn(targets);
  const inputs = Math.max(1, (rows[0]?.length ?? 2) - 1);
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
