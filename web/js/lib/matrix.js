import { html, nothing } from "lit";
import { fullPrecision, formatNumber, signClass, toNumber } from "./format.js";

/** @import { JsonNumber } from "./types.js" */

/** From this many rows or columns on, colours take the place of numbers. */
const MOST_NUMBERS = 8;

/**
 * A matrix in brackets, named by a formula, with its shape; a large one as a heat map.
 *
 * @param {object} matrix
 * @param {string} matrix.latex     its name
 * @param {string} matrix.label     its name as it is spoken
 * @param {JsonNumber[][]} matrix.rows
 * @param {string[]} matrix.rowNames
 * @param {string[]} matrix.columnNames
 * @param {{decimals: number, mark: "point" | "comma"}} notation
 */
export function matrix({ latex, label, rows, rowNames, columnNames }, notation) {
  const width = rows[0]?.length ?? 0;
  const large = Math.max(rows.length, width) > MOST_NUMBERS;
  const body = large ? heatCells(rows) : numberCells(notation);
  return html`
    <div class="matrix ${large ? "heat" : ""}">
      <bs-math latex="${latex} ="></bs-math>
      <div class="matrix-frame" tabindex="0" role="group" aria-label=${label}>
        <table aria-label=${label}>
          <thead class="visually-hidden">
            <tr>
              <td></td>
              ${columnNames.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row, r) => html`<tr>
                <th class="visually-hidden" scope="row">${rowNames[r]}</th>
                ${row.map((value, c) => body(value, `${rowNames[r]}, ${columnNames[c]}`))}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <span class="caption">
        ${rows.length} × ${width}
        ${large ? scale(largestOf(rows), notation) : nothing}
      </span>
    </div>
  `;
}

function numberCells(notation) {
  return (value, place) => html`
    <td class=${signClass(value)} title="${place}: ${fullPrecision(value)}">
      ${formatNumber(value, { ...notation, fixed: true })}
    </td>
  `;
}

/** Colour by sign and size; nine shades, so that no style has to be computed for a cell. */
function heatCells(rows) {
  const largest = largestOf(rows);
  return (value, place) => {
    const share = largest > 0 ? Math.abs(toNumber(value)) / largest : 0;
    const shade = Number.isFinite(share) ? Math.ceil(share * 8) : 0;
    return html`<td class="${signClass(value)} shade-${shade}" title="${place}: ${fullPrecision(value)}">
      <span class="visually-hidden">${fullPrecision(value)}</span>
    </td>`;
  };
}

/** @param {JsonNumber[][]} rows */
function largestOf(rows) {
  const sizes = rows.flat().map((value) => Math.abs(toNumber(value)));
  return Math.max(...sizes.filter(Number.isFinite), 0);
}

/** What the colours stand for: the end values beside them. */
function scale(largest, notation) {
  return html`<span class="heat-scale">
    ${formatNumber(-largest, notation)}<span class="heat-ramp" aria-hidden="true"></span>${formatNumber(largest, notation)}
  </span>`;
}
