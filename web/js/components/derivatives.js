import { html, nothing } from "lit";
import { formatNumber, fullPrecision, signClass } from "../lib/format.js";
import { sizeLatex, verdictOf, verdictOfAll } from "../lib/gradient-check.js";
import { cross, tick } from "../lib/icons.js";
import { matrix } from "../lib/matrix.js";
import { PlayerElement } from "../lib/player-element.js";
import "../lib/math.js";

/**
 * `<bs-derivatives>`: all derivatives at this point. The gradient beside central differences, the Jacobian where there
 * are several outputs, the Hessian when it is asked for.
 */
export class Derivatives extends PlayerElement {
  static properties = { hessianShown: { state: true } };

  constructor() {
    super();
    this.hessianShown = false;
  }

  view(player) {
    const { trace, stale, settings } = player;
    if (trace === null || trace.inputs.length === 0) {
      return nothing;
    }
    const notation = { decimals: settings.decimals, mark: settings.decimalMark };
    return html`
      <section class="derivatives ${stale ? "stale" : ""}" aria-labelledby="derivatives">
        <h2 id="derivatives">Derivatives at this point</h2>
        <div class="derivatives-parts">
          ${gradient(trace, notation)}
          <div class="derivatives-matrices">
            ${trace.outputs.length > 1 ? jacobian(trace, notation) : nothing} ${this.#hessian(trace, notation)}
          </div>
        </div>
      </section>
    `;
  }

  #hessian(trace, notation) {
    const shown = this.hessianShown;
    return html`
      <p class="hessian-line">
        <button
          class="link-button"
          type="button"
          aria-expanded=${shown}
          @click=${() => {
            this.hessianShown = !shown;
          }}
        >
          ${shown ? "Hide the Hessian" : "Show the Hessian"}
        </button>
        <span class="caption">second derivatives, forward over reverse</span>
      </p>
      ${shown ? hessian(trace, notation) : nothing}
    `;
  }
}

function gradient(trace, notation) {
  const output = trace.outputs[trace.output];
  return html`
    <div class="gradient-check">
      <table>
        <caption class="visually-hidden">
          The gradient of ${output.name} beside central differences
        </caption>
        <thead>
          <tr>
            <th scope="col">derivative</th>
            <th scope="col" class="number">reverse mode</th>
            <th scope="col" class="number">central difference</th>
            <th scope="col" class="number">relative error</th>
            <th scope="col"><span class="visually-hidden">verdict</span></th>
          </tr>
        </thead>
        <tbody>
          ${trace.check.map((check, at) => checkRow(check, trace.inputs[at], output, notation))}
        </tbody>
      </table>
      ${summary(trace.check, notation)}
    </div>
  `;
}

function checkRow(check, input, output, notation) {
  return html`
    <tr data-q="vbar.${input.v.slice(1)}">
      <th scope="row">
        <span class="visually-hidden">${output.name} by ${input.name}</span>
        <bs-math aria-hidden="true" latex="\\partial ${output.latex}/\\partial ${input.latex}"></bs-math>
      </th>
      ${numberCell(check.derivative, notation)} ${numberCell(check.difference, notation)}
      <td class="number"><bs-math latex=${sizeLatex(check.relativeError)}></bs-math></td>
      <td>${mark(verdictOf(check))}</td>
    </tr>
  `;
}

function numberCell(value, notation) {
  const text = formatNumber(value, { ...notation, fixed: true });
  return html`<td class="number ${signClass(value)}" title=${fullPrecision(value)}>${text}</td>`;
}

function mark(verdict) {
  switch (verdict) {
    case "passes":
      return html`<span class="ok">${tick}<span class="visually-hidden">agrees</span></span>`;
    case "fails":
      return html`<span class="err">${cross}<span class="visually-hidden">differs</span></span>`;
    default:
      return html`<span class="caption">not comparable</span>`;
  }
}

function summary(checks, notation) {
  const { verdict, worst } = verdictOfAll(checks);
  switch (verdict) {
    case "passes":
      return html`<p class="verdict ok">
        ${tick} gradient check passes, <bs-math latex=${sizeLatex(worst.relativeError)}></bs-math>
      </p>`;
    case "fails":
      return html`<p class="verdict err">
        ${cross} gradient check fails at ${worst.input}: ${formatNumber(worst.derivative, notation)} against
        ${formatNumber(worst.difference, notation)}
      </p>`;
    default:
      return html`<p class="verdict secondary">
        ${worst ? `The derivative by ${worst.input} cannot be compared: a value is not finite here.` : nothing}
      </p>`;
  }
}

function jacobian(trace, notation) {
  return matrix(
    {
      latex: "J",
      label: "Jacobian: a row for each output, a column for each input",
      rows: trace.jacobian,
      rowNames: trace.outputs.map((output) => output.name),
      columnNames: trace.inputs.map((input) => input.name),
    },
    notation,
  );
}

function hessian(trace, notation) {
  const names = trace.inputs.map((input) => input.name);
  return matrix(
    {
      latex: "H",
      label: `Hessian of ${trace.outputs[trace.output].name}`,
      rows: trace.hessian,
      rowNames: names,
      columnNames: names,
    },
    notation,
  );
}

customElements.define("bs-derivatives", Derivatives);
