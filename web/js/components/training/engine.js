import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";
import { grouped } from "../../lib/training/words.js";

const ENGINES = Object.freeze([
  { name: "ejml", text: "CPU (EJML)" },
  { name: "jcuda", text: "GPU (JCuda)" },
]);

/** `<bs-engine>`: what computes the run, why, and how fast. */
export class Engine extends TrainingElement {
  reads({ run }) {
    return [run, run && Math.round(run.pace)];
  }

  view({ run }) {
    const used = run?.engine.name?.toLowerCase() ?? "";
    const pace = run && run.pace > 0 ? `${grouped(run.pace)} examples a second.` : "";
    return html`
      <h2>Engine</h2>
      <ul class="engines">
        ${ENGINES.map(
          ({ name, text }) =>
            html`<li aria-current=${used.startsWith(name) ? "true" : nothing}>${text}</li>`,
        )}
      </ul>
      <p class="caption">${run ? sentence(run.engine) : nothing} ${pace}</p>
    `;
  }
}

function sentence({ why, kernel }) {
  const told = why === "asked for" ? "Asked for." : `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
  return kernel ? `${told} Products by ${kernel}.` : told;
}

customElements.define("bs-engine", Engine);
