import { html, nothing } from "lit";
import { menu } from "../../lib/menu.js";
import { reasonAt } from "../../lib/problem-place.js";
import { MOST_LISTED, chosenIn, isNumeric, shapeOfCsv, tableOf } from "../../lib/training/csv-shape.js";
import { fitted, withData } from "../../lib/training/experiment.js";
import { row } from "../../lib/training/fields.js";

/**
 * Which column of a table is the target, and which ones are inputs.
 * @param {import("../../lib/training/playground.js").Playground} playground
 */
export function csvColumns(playground) {
  const { document, problem } = playground;
  const { data } = document;
  const table = tableOf(data.csv);
  const { target, inputs } = chosenIn(table, data);
  const choose = (choice) => playground.edit(withColumns(playground.document, choice));
  const others = table.names.filter((name) => name !== target);
  return html`
    ${row(
      "Target",
      menu({
        label: "Target column",
        options: table.names.map((name) => ({ value: name, text: name })),
        value: target,
        choose: (name) => choose({ targets: [name], inputs: kept(table, inputs, name, target) }),
      }),
      reasonAt(problem, "/data/targets"),
    )}
    <fieldset class="csv-inputs">
      <legend class="label">Inputs</legend>
      ${others.length > MOST_LISTED
        ? html`<p class="caption">All ${others.length} other columns.</p>`
        : others.map((name) => inputBox(name, inputs.includes(name), (on) => choose({ targets: [target], inputs: toggled(others, inputs, name, on) })))}
      ${reasonAt(problem, "/data/inputs") ? html`<span class="field-reason" role="status">${reasonAt(problem, "/data/inputs")}</span>` : nothing}
    </fieldset>
  `;
}

function inputBox(name, on, choose) {
  return html`<label class="csv-input">
    <input type="checkbox" .checked=${on} @change=${(event) => choose(event.target.checked)} />
    ${name}
  </label>`;
}

/** The inputs where another column becomes the target: the old target is one of them, where it holds numbers. */
function kept(table, inputs, target, before) {
  const next = table.names.filter((name) => name !== target && (name === before ? isNumeric(table, name) : inputs.includes(name)));
  return next.length === 0 ? table.names.filter((name) => name !== target) : next;
}

/** In the order of the table; the last input stays. */
function toggled(others, inputs, name, on) {
  const next = others.filter((each) => (each === name ? on : inputs.includes(each)));
  return next.length === 0 ? inputs : next;
}

/** A table with other columns, and a network that takes them. */
function withColumns(document, { targets, inputs }) {
  const { data } = withData(document, { targets, inputs });
  return { data, ...fitted(document, shapeOfCsv(data.csv, { targets, inputs })) };
}
