import { html, nothing } from "lit";
import { menu } from "../../lib/menu.js";
import { INITIALISATIONS } from "../../lib/network-choices.js";
import { TrainingElement } from "../../lib/training/element.js";
import { withSeed, withTraining } from "../../lib/training/experiment.js";
import { checkRow, menuRow, numberRow, row } from "../../lib/training/fields.js";
import { OPTIMIZERS, SCHEDULES, optimizerOf, scheduleOf } from "../../lib/training/optimizers.js";

const MOST_EPOCHS = 1_000_000;
/** More than any data set has: all of them are one batch. */
const FULL = 1_000_000;
const LARGEST_SEED = 2_147_483_647;
/** How fast a run may go, so that it can be watched. */
const PACES = Object.freeze([
  { value: null, text: "as fast as possible" },
  ...[1, 5, 20, 100].map((value) => ({ value, text: `${value} ${value === 1 ? "update" : "updates"} a second` })),
]);

const STOPPING = Object.freeze({ patience: 50, minDelta: 0 });

/** `<bs-training-setup>`: the optimizer and what it is given; less usual settings behind a disclosure. */
export class TrainingSetup extends TrainingElement {
  reads({ document, problem, run, pacing }) {
    return [document, problem, run, pacing.updatesPerSecond];
  }

  view({ document, problem, run, branch }) {
    const { training, lambda = 0 } = document;
    return html`
      <h2>Training</h2>
      ${menuRow({
        label: "Optimizer",
        options: Object.entries(OPTIMIZERS).map(([value, { text }]) => ({ value, text })),
        value: training.optimizer.type,
        choose: (type) => this.#train({ optimizer: optimizerOf(type) }),
        problem,
        pointer: "/training/optimizer/type",
      })}
      ${numberRow({
        label: "Learning rate",
        value: training.optimizer.learningRate,
        choose: (learningRate) => this.#optimizer({ learningRate }, "learning rate"),
        problem,
        pointer: "/training/optimizer/learningRate",
      })}
      ${this.#batch(training, run, problem)}
      ${this.#number("L2 penalty", lambda, "/lambda", (value) => this.playground.edit({ lambda: value }, "lambda"), { min: 0 })}
      ${this.#number("Epochs", training.epochs, "/training/epochs", (epochs) => this.#train({ epochs }, "epochs"), {
        whole: true,
        min: 1,
        max: MOST_EPOCHS,
      })}
      ${this.#number(
        "Seed",
        training.seed,
        "/training/seed",
        (seed) => this.playground.edit(branch ? withTraining(document, { seed }) : withSeed(this.playground.document, seed), "seed"),
        { whole: true, min: 0, max: LARGEST_SEED },
      )}
      ${row(
        "Pace",
        menu({ label: "Pace", options: [...PACES], value: this.playground.pacing.updatesPerSecond, choose: (pace) => this.playground.pacing.set(pace) }),
      )}
      <details class="setup-more">
        <summary class="opens">More settings</summary>
        ${this.#constants(training.optimizer, problem)} ${this.#schedule(training, problem)}
        ${this.#number("L1 penalty", document.l1 ?? 0, "/l1", (l1) => this.playground.edit({ l1 }, "l1"), { min: 0 })}
        ${this.#clipping(training, problem)} ${this.#stopping(training, problem)} ${this.#weights(document, problem)}
        ${checkRow("Shuffle", training.shuffle ?? true, (shuffle) => this.#train({ shuffle }))}
      </details>
    `;
  }

  #train(patch, field = "") {
    this.playground.edit(withTraining(this.playground.document, patch), field);
  }

  #optimizer(patch, field) {
    const { optimizer } = this.playground.document.training;
    this.#train({ optimizer: { ...optimizer, ...patch } }, field);
  }

  #number(label, value, pointer, choose, bounds) {
    return numberRow({ label, value, choose, problem: this.playground.problem, pointer, ...bounds });
  }

  #batch(training, run, problem) {
    const train = run?.data.train ?? null;
    const isFull = train !== null && training.batchSize >= train;
    return numberRow({
      label: "Batch",
      value: isFull ? train : training.batchSize,
      choose: (batchSize) => this.#train({ batchSize }, "batch"),
      problem,
      pointer: "/training/batchSize",
      whole: true,
      min: 1,
      max: FULL,
      unit: isFull
        ? html`<span class="setup-unit">full</span>`
        : html`<button class="link-button setup-unit" type="button" @click=${() => this.#train({ batchSize: FULL })}>full</button>`,
    });
  }

  #constants(optimizer, problem) {
    return OPTIMIZERS[optimizer.type]?.constants.map(({ name, text, label, usual }) =>
      typeof usual === "boolean"
        ? checkRow(text, optimizer[name] ?? usual, (on) => this.#optimizer({ [name]: on }, ""))
        : numberRow({
            name: text,
            label,
            value: optimizer[name] ?? usual,
            choose: (value) => this.#optimizer({ [name]: value }, name),
            problem,
            pointer: `/training/optimizer/${name}`,
          }),
    );
  }

  #schedule(training, problem) {
    const schedule = training.schedule ?? { type: "constant" };
    const set = (patch, field = "") => this.#train({ schedule: { ...schedule, ...patch } }, field);
    return html`
      ${menuRow({
        label: "Schedule",
        options: Object.entries(SCHEDULES).map(([value, { text }]) => ({ value, text })),
        value: schedule.type,
        choose: (type) => this.#train({ schedule: scheduleOf(type) }),
        problem,
        pointer: "/training/schedule/type",
      })}
      ${SCHEDULES[schedule.type]?.fields.map(({ name, label, usual, whole }) =>
        numberRow({
          label,
          value: schedule[name] ?? usual,
          choose: (value) => set({ [name]: value }, `schedule ${name}`),
          problem,
          pointer: `/training/schedule/${name}`,
          whole,
        }),
      )}
    `;
  }

  #clipping({ clipNorm }, problem) {
    return html`
      ${checkRow("Clip the gradient", clipNorm !== undefined, (on) => this.#train({ clipNorm: on ? 1 : undefined }))}
      ${clipNorm === undefined
        ? nothing
        : numberRow({
            label: "Largest norm",
            value: clipNorm,
            choose: (value) => this.#train({ clipNorm: value }, "clip"),
            problem,
            pointer: "/training/clipNorm",
          })}
    `;
  }

  #stopping({ earlyStopping }, problem) {
    const set = (patch) => this.#train({ earlyStopping: { ...earlyStopping, ...patch } }, "stopping");
    return html`
      ${checkRow("Stop early", earlyStopping !== undefined, (on) => this.#train({ earlyStopping: on ? STOPPING : undefined }))}
      ${earlyStopping === undefined
        ? nothing
        : numberRow({
            label: "Patience, epochs",
            value: earlyStopping.patience,
            choose: (patience) => set({ patience }),
            problem,
            pointer: "/training/earlyStopping/patience",
            whole: true,
            min: 1,
          })}
    `;
  }

  #weights({ theta }, problem) {
    if (Array.isArray(theta)) {
      return row("Weights", "as given");
    }
    return menuRow({
      label: "Weights",
      options: INITIALISATIONS.map((value) => ({ value, text: value })),
      value: theta.init,
      choose: (init) => this.playground.edit({ theta: { ...theta, init } }),
      problem,
      pointer: "/theta",
    });
  }
}

customElements.define("bs-training-setup", TrainingSetup);
