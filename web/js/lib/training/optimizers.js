/** Optimizers, schedules and initialisations as the page offers them, with the constants that each takes. */

/**
 * @typedef {{name: string, text: string, usual: number | boolean, label: string}} Constant
 */

const EPS = (usual) => ({ name: "eps", text: "ε", label: "Epsilon", usual });
const BETAS = [
  { name: "beta1", text: "β₁", label: "Beta 1", usual: 0.9 },
  { name: "beta2", text: "β₂", label: "Beta 2", usual: 0.999 },
];
const DECAY = (usual) => ({ name: "weightDecay", text: "weight decay", label: "Weight decay", usual });

/** @type {Readonly<Record<string, {text: string, rate: number, constants: readonly Constant[]}>>} */
export const OPTIMIZERS = Object.freeze({
  sgd: {
    text: "gradient descent",
    rate: 0.1,
    constants: [
      { name: "momentum", text: "momentum", label: "Momentum", usual: 0 },
      { name: "nesterov", text: "Nesterov", label: "Nesterov", usual: false },
    ],
  },
  adagrad: { text: "Adagrad", rate: 0.05, constants: [EPS(1e-10)] },
  rmsprop: {
    text: "RMSProp",
    rate: 0.005,
    constants: [{ name: "alpha", text: "α", label: "Alpha", usual: 0.99 }, EPS(1e-8)],
  },
  adam: { text: "Adam", rate: 0.008, constants: [...BETAS, EPS(1e-8)] },
  adamw: { text: "AdamW", rate: 0.008, constants: [...BETAS, EPS(1e-8), DECAY(0.01)] },
  lamb: { text: "LAMB", rate: 0.01, constants: [...BETAS, EPS(1e-6), DECAY(0)] },
});

/** @type {Readonly<Record<string, {text: string, fields: readonly {name: string, label: string, usual: number, whole?: boolean}[]}>>} */
export const SCHEDULES = Object.freeze({
  constant: { text: "constant", fields: [] },
  step: {
    text: "in steps",
    fields: [
      { name: "stepSize", label: "Epochs of a step", usual: 100, whole: true },
      { name: "gamma", label: "Factor", usual: 0.5 },
    ],
  },
  exponential: { text: "exponential", fields: [{ name: "gamma", label: "Factor of an epoch", usual: 0.995 }] },
  cosine: { text: "cosine", fields: [{ name: "etaMin", label: "Least rate", usual: 0 }] },
  "warmup-cosine": {
    text: "warm-up, cosine",
    fields: [
      { name: "warmup", label: "Epochs of warm-up", usual: 20, whole: true },
      { name: "etaMin", label: "Least rate", usual: 0 },
    ],
  },
});

/**
 * Another optimizer, with its own constants and a learning rate that suits it.
 * @param {string} type
 */
export function optimizerOf(type) {
  return { type, learningRate: OPTIMIZERS[type].rate };
}

/** @param {string} type */
export function scheduleOf(type) {
  const fields = SCHEDULES[type].fields.map(({ name, usual }) => [name, usual]);
  return { type, ...Object.fromEntries(fields) };
}

/** What an optimizer's numbers of one weight are called. */
export const QUANTITIES = Object.freeze({
  theta: "Θ before",
  slope: "D, the slope",
  b: "b, the velocity",
  s: "s, the sum of squares",
  m: "m, the mean of slopes",
  v: "v, the mean of squares",
  mHat: "m̂, corrected",
  vHat: "v̂, corrected",
  decayed: "Θ after weight decay",
  u: "u, the direction",
  trustRatio: "trust ratio",
  step: "the step",
  next: "Θ after",
});
