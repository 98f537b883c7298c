import { html, nothing } from "lit";
import { dataOf, withExample, withInput, withTarget, withoutExample } from "../lib/network-edits.js";
import { reasonAt } from "../lib/problem-place.js";
import "./number-input.js";
import "../lib/math.js";

/** @import { Player } from "../lib/player.js" */

/** Of more examples than this only those around the current one are listed. */
const MOST_LISTED = 12;

/**
 * The examples as a table to edit.
 * @param {Player} player
 */
export function exampleFields(player) {
  const data = dataOf(player);
  if (data === null) {
    return nothing;
  }
  const { from, to } = listed(data.x.length, player.example);
  const inputs = data.x[0]?.length ?? 0;
  const outputs = data.y[0]?.length ?? 0;
  return html`
    <div class="example-table scrolling" tabindex="0" role="group" aria-label="Table of examples">
      <table>
        <thead>
          <tr>
            <th scope="col">example</th>
            ${Array.from({ length: inputs }, (_, i) => column("x", i + 1))}
            ${Array.from({ length: outputs }, (_, k) => column("y", outputs > 1 ? k + 1 : null))}
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${Array.from({ length: to - from + 1 }, (_, at) => exampleRow(player, data, from + at))}
        </tbody>
      </table>
    </div>
    ${to - from + 1 < data.x.length
      ? html`<p class="caption">Examples ${from} to ${to} of ${data.x.length}; the table follows the example that is looked at.</p>`
      : nothing}
    ${reasonAt(player.problem, "/data") ? html`<p class="field-reason">${reasonAt(player.problem, "/data")}</p>` : nothing}
    <div class="panel-row">
      <button class="link-button" type="button" @click=${() => player.edit(withExample(dataOf(player)))}>
        Add an example
      </button>
    </div>
  `;
}

function exampleRow(player, data, example) {
  const cell = (kind, row, value, at) => html`<td>
    <bs-number
      label="Example ${example}, ${kind} ${at + 1}"
      .value=${value}
      @bs-number=${(event) => player.edit(row(dataOf(player), example, at + 1, event.detail), `${kind} ${example} ${at}`)}
    ></bs-number>
  </td>`;
  const input = (data, ...place) => withInput({ data }, ...place);
  const target = (data, ...place) => withTarget({ data }, ...place);
  return html`<tr aria-current=${example === player.example ? "true" : nothing}>
    <th scope="row">${example}</th>
    ${data.x[example - 1].map((value, at) => cell("x", input, value, at))}
    ${data.y[example - 1].map((value, at) => cell("y", target, value, at))}
    <td>
      ${data.x.length > 1
        ? html`<button
            class="link-button"
            type="button"
            aria-label="Remove example ${example}"
            @click=${() => player.edit(withoutExample(dataOf(player), example))}
          >
            remove
          </button>`
        : nothing}
    </td>
  </tr>`;
}

function column(letter, number) {
  return html`<th scope="col">
    <span class="visually-hidden">${letter} ${number ?? ""}</span>
    <bs-math latex=${number === null ? letter : `${letter}_{${number}}`} aria-hidden="true" silent></bs-math>
  </th>`;
}

function listed(count, example) {
  if (count <= MOST_LISTED) {
    return { from: 1, to: count };
  }
  const from = Math.max(1, Math.min(example - MOST_LISTED / 2, count - MOST_LISTED + 1));
  return { from, to: from + MOST_LISTED - 1 };
}
