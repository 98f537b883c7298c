import { element } from "../lib/dom.js";
import { placeInKernel } from "../lib/heat-plan.js";

/** @import { MatrixState } from "../lib/matrix-state.js" */

/** @typedef {(row: number, column: number) => HTMLElement} CellMaker */

/**
 * The table of a small matrix; of a convolution one for each filter and channel.
 * @param {MatrixState} state
 * @param {string} name as it is said
 * @param {CellMaker} cell
 * @returns {HTMLElement[]}
 */
export function tablesOf(state, name, cell) {
  const { rows } = state;
  if (state.kernel === null) {
    return [plainTable(state, name, cell)];
  }
  return Array.from({ length: rows }, (_, at) => filterOf(state, name, at + 1, cell));
}

function plainTable({ rows, columns, scales }, name, cell) {
  const heads = Array.from({ length: columns }, (_, at) => columnName(at, scales));
  return table(
    name,
    heads,
    Array.from({ length: rows }, (_, at) => ({
      name: `row ${at + 1}`,
      cells: Array.from({ length: columns }, (_, j) => cell(at + 1, j)),
    })),
  );
}

/**
 * A filter: its bias and a kernel for each channel.
 * @param {MatrixState} state
 * @param {string} name of the matrix as it is said
 * @param {number} row
 * @param {CellMaker} cell
 */
export function filterOf({ kernel: { channels, size } }, name, row, cell) {
  const filter = element("div", "filter");
  const caption = element("span", "caption filter-name");
  caption.textContent = `filter ${row}: bias, ${channels === 1 ? "kernel" : "kernels by channel"}`;
  caption.ariaHidden = "true";
  const lines = (channel) =>
    Array.from({ length: size }, (_, u) => ({
      name: `row ${u + 1}`,
      cells: Array.from({ length: size }, (_, v) => cell(row, 1 + ((channel - 1) * size + u) * size + v)),
    }));
  const heads = Array.from({ length: size }, (_, v) => `column ${v + 1}`);
  const bias = table(`${name}, filter ${row}, bias`, ["bias"], [{ name: `filter ${row}`, cells: [cell(row, 0)] }]);
  bias.classList.add("bias");
  const kernels = Array.from({ length: channels }, (_, at) => {
    const made = table(`${name}, filter ${row}, channel ${at + 1}`, heads, lines(at + 1));
    made.classList.add("kernel");
    return made;
  });
  filter.append(caption, bias, ...kernels);
  return filter;
}

function table(name, heads, rows) {
  const made = element("table", "");
  made.ariaLabel = name;
  const head = element("thead", "visually-hidden");
  const names = element("tr", "");
  names.append(element("td", ""), ...heads.map((each) => heading(each, "col")));
  head.append(names);
  const body = element("tbody", "");
  for (const { name: rowName, cells } of rows) {
    const row = element("tr", "");
    row.append(heading(rowName, "row"), ...cells);
    body.append(row);
  }
  made.append(head, body);
  return made;
}

function heading(text, scope) {
  const made = element("th", "visually-hidden");
  made.setAttribute("scope", scope);
  made.textContent = text;
  return made;
}

/** @param {number} column 0 holds the bias weights, or γ of a batch normalisation */
function columnName(column, scales) {
  if (scales) {
    return column === 0 ? "gamma" : "beta";
  }
  return column === 0 ? "column 0, bias" : `column ${column}`;
}

/**
 * Where an entry stands, in words.
 * @param {MatrixState} state
 * @param {number} row
 * @param {number} column
 */
export function entryName({ kernel, scales }, row, column) {
  if (kernel === null) {
    return `row ${row}, ${columnName(column, scales)}`;
  }
  if (column === 0) {
    return `filter ${row}, bias`;
  }
  const place = placeInKernel(column, kernel.size);
  return `filter ${row}, channel ${place.channel}, row ${place.row}, column ${place.column}`;
}
