import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";
import { className } from "../../lib/training/points.js";

const FEW = 4;

/**
 * `<bs-confusion>`: how many examples of each class, a row, were taken for which class, a column. Of the test set, or of the
 * training set where nothing is held back.
 */
export class Confusion extends TrainingElement {
  static properties = { large: { type: Boolean } };

  constructor() {
    super();
    this.large = false;
  }

  view({ run, frame }) {
    const counts = frame?.header.confusion;
    if (!counts) {
      return nothing;
    }
    const names = namesOf(run.data.outputs);
    const most = Math.max(...counts.flat(), 1);
    const set = run.data.test > 0 ? "test" : "training";
    return html`
      <p class="caption">Examples of the ${set} set: rows are what they are, columns what the network takes them for.</p>
      <div class="scrolling confusion-frame" tabindex="0" role="group" aria-label="Confusion matrix, scrolls">
        <table class="confusion ${this.large ? "large" : ""}" aria-label="Confusion matrix">
          <thead>
            <tr>
              <td></td>
              ${names.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${counts.map(
              (row, i) => html`<tr>
                <th scope="row">${names[i]}</th>
                ${row.map((count, j) => cell(count, i === j, count / most))}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  updated() {
    super.updated();
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("td[data-share]"))) {
      each.style.setProperty("--share", `${each.dataset.share}%`);
    }
  }
}

/** Many classes that are numbers, such as digits, need no word before each. */
function namesOf(outputs) {
  return outputs.length > FEW ? outputs : outputs.map(className);
}

function cell(count, right, share) {
  const kind = count === 0 ? "none" : right ? "right" : "wrong";
  return html`<td class=${kind} data-share=${Math.round(20 + 55 * share)}>${count === 0 ? "·" : count}</td>`;
}

customElements.define("bs-confusion", Confusion);
