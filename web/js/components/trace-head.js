import { html } from "lit";

/** @import { Kind } from "../lib/story-lines.js" */

const COLUMNS = ["step", "name", "operation", "numbers", "value"];

/** @type {Record<Kind, {title: string, value: string, hue: string}>} */
export const KINDS = {
  primal: { title: "Forward primal trace", value: "value", hue: "fwd" },
  adjoint: { title: "Reverse adjoint trace", value: "adjoint", hue: "bwd" },
  tangent: { title: "Forward tangent trace", value: "tangent", hue: "fwd" },
};

/**
 * The names of the columns of a trace.
 *
 * @param {Kind} kind
 */
export function traceHead(kind) {
  return html`
    <thead role="rowgroup">
      <tr role="row">
        ${COLUMNS.map((name) => html`<th scope="col" role="columnheader" class=${name}>${headingOf(name, KINDS[kind].value)}</th>`)}
      </tr>
    </thead>
  `;
}

/** The names of the quantities need no heading for the eye. */
function headingOf(column, value) {
  switch (column) {
    case "name":
      return html`<span class="visually-hidden">name</span>`;
    case "value":
      return value;
    default:
      return column;
  }
}
