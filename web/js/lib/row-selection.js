import { fullPrecision } from "./format.js";

/** Whether the reader is marking text of a table and not pressing a row. */
export function isSelecting(table) {
  const selection = getSelection();
  return !selection.isCollapsed && table.contains(selection.anchorNode);
}

/** Of the rows of a trace those that are marked are copied with all digits, for a spreadsheet, if they are several. */
export function copyMarked(event, rows) {
  const selection = getSelection();
  const marked = rows.filter((row) => selection.containsNode(row.element, true));
  if (marked.length > 1) {
    event.preventDefault();
    const known = marked.map(({ step, line, number }) => [step + 1, line.v, number.disabled ? "" : fullPrecision(line.value)]);
    event.clipboardData.setData("text/plain", known.map((cells) => cells.join("\t")).join("\n"));
  }
}
