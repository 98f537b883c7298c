/** What helps where a run diverged, as an edit of its experiment. */
import { outputOf, withLoss, withTraining } from "./experiment.js";
import { optimizerOf } from "./optimizers.js";

/** @import { Experiment } from "./experiment.js" */

const WARM_UP = 20;

/**
 * @param {string} name of a remedy
 * @param {Experiment} document
 * @returns {{text: string, patch: Partial<Experiment>} | null} null where it cannot be done by an edit of a setting
 */
export function remedyOf(name, document) {
  const { training, theta } = document;
  switch (name) {
    case "smaller-learning-rate": {
      const learningRate = Number((training.optimizer.learningRate / 10).toPrecision(12));
      const optimizer = { ...(training.optimizer ?? optimizerOf("sgd")), learningRate };
      return { text: `Try a learning rate of ${learningRate}`, patch: withTraining(document, { optimizer }) };
    }
    case "clip":
      return { text: "Clip the gradient at 1", patch: withTraining(document, { clipNorm: 1 }) };
    case "warm-up":
      return {
        text: "Let the learning rate rise slowly",
        patch: withTraining(document, { schedule: { type: "warmup-cosine", warmup: Math.min(WARM_UP, training.epochs), etaMin: 0 } }),
      };
    case "smaller-start":
      return Array.isArray(theta)
        ? null
        : { text: "Start with smaller weights", patch: { theta: { init: "xavier-uniform", seed: theta.seed ?? 7 } } };
    case "matched-loss": {
      const loss = { sigmoid: "binary-cross-entropy", softmax: "cross-entropy" }[outputOf(document).activation];
      return loss ? { text: "Take the loss that belongs to the output", patch: withLoss(document, loss) } : null;
    }
    default:
      return null;
  }
}
