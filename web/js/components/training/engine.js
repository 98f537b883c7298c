import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";
import { withTraining } from "../../lib/training/experiment.js";
import { menuRow } from "../../lib/training/fields.js";
import { flops, grouped } from "../../lib/training/words.js";

const CHOICES = Object.freeze([
  { value: "auto", text: "automatic" },
  { value: "ejml", text: "CPU (EJML)" },
  { value: "jcuda", text: "GPU (JCuda)" },
]);

const PRECISIONS = Object.freeze([
  { value: "float64", text: "double, 16 digits" },
  { value: "float32", text: "single, 7 digits" },
]);

/** `<bs-engine>`: what computes the run, why, and how fast; what should, and how precisely. */
export class Engine extends TrainingElement {
  reads({ run, document, problem }) {
    return [run, run && Math.round(run.pace), document, problem];
  }

  view({ run, document: { training }, problem }) {
    const engine = run?.engine;
    const pace = run && run.pace > 0 ? `${grouped(run.pace)} examples a second.` : "";
    return html`
      <h2>Engine</h2>
      <ul class="engines">
        ${mark("CPU (EJML)", engine?.name === "ejml", cpuTitle(engine))}
        ${mark("GPU (JCuda)", engine?.name === "jcuda", engine?.gpu ?? engine?.missing, Boolean(engine?.missing))}
      </ul>
      ${engine?.fellBack ? html`<p class="fell-back" role="status">Fell back to the CPU.</p>` : nothing}
      <p class="caption">${engine ? sentence(engine) : nothing} ${pace}</p>
      ${menuRow({
        label: "Compute on",
        options: [...CHOICES],
        value: training.engine ?? "auto",
        choose: (value) => this.#train({ engine: value === "auto" ? undefined : value }),
        problem,
        pointer: "/training/engine",
      })}
      ${menuRow({
        label: "Precision",
        options: [...PRECISIONS],
        value: training.precision ?? "float64",
        choose: (value) => this.#train({ precision: value === "float64" ? undefined : value }),
        problem,
        pointer: "/training/precision",
      })}
      <p class="caption">
        ${training.precision === "float32"
          ? "Numbers keep about 7 digits and take half the memory. Steps are recomputed in double precision."
          : "Single precision takes half the memory and is faster on a GPU; the last digits differ."}
      </p>
    `;
  }

  #train(patch) {
    this.playground.edit(withTraining(this.playground.document, patch));
  }
}

function mark(text, isUsed, title, isMissing = false) {
  return html`<li aria-current=${isUsed ? "true" : nothing} title=${title ?? nothing} ?data-missing=${isMissing}>
    ${text}${isMissing ? html`<span class="visually-hidden">, none here</span>` : nothing}
  </li>`;
}

function cpuTitle(engine) {
  return engine?.name === "ejml" ? `Products by ${engine.kernel}, ${engine.precision}` : undefined;
}

/** Why it was chosen, then what computes: the card, its products, the work of an update. */
function sentence({ why, kernel, name, gpu, precision, work }) {
  const told = why === "asked for" ? "Asked for." : `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
  const where = name === "jcuda" && gpu ? `${gpu}, ` : "";
  const update = work && !why.startsWith("an update here") ? ` An update here is ${flops(work.flops)}.` : "";
  return `${told} ${where ? `${where}products` : "Products"} by ${kernel}, ${precision}.${update}`;
}

customElements.define("bs-engine", Engine);
