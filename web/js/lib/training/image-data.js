/** Data sets of pictures: as a row of pixels for dense layers, or as an image for convolutions; and networks to begin with. */

/** @import { DataSetEntry } from "./datasets.js" */
/** @import { Experiment } from "./experiment.js" */
/** @import { Layer } from "../layers/kinds.js" */

const LARGE = 32;
const DENSE_UNITS = 32;

/** @param {DataSetEntry | undefined} entry */
export function hasPictures(entry) {
  return entry?.image !== undefined;
}

/** Whether the network reads images. */
export function readsImages({ network }) {
  return Array.isArray(network.inputs);
}

/**
 * How many pixels high and wide the pictures may be.
 * @param {DataSetEntry} entry
 */
export function sidesOf({ image, takes }) {
  const usual = image?.height ?? 0;
  return takes.includes("size") ? [usual, LARGE] : [usual];
}

/**
 * @param {DataSetEntry} entry
 * @param {Experiment} document
 */
export function sideOf({ image }, { data }) {
  return data.size ?? image?.height ?? 0;
}

/**
 * The edit that has a network read pictures in another way, by a network that learns them so.
 * @param {DataSetEntry} entry
 * @param {Experiment} document
 * @param {{asImage: boolean, side: number}} way
 */
export function withPictures(entry, document, { asImage, side }) {
  const { size: _, ...data } = document.data;
  const { layers, loss } = entry.experiment.network;
  const output = layers.at(-1);
  const usual = entry.experiment.training;
  const training = { ...document.training, batchSize: usual.batchSize };
  return {
    data: side === entry.image?.height ? data : { ...data, size: side },
    ...(asImage
      ? {
          network: { inputs: [1, side, side], layers: [...convolutions(side), output], loss },
          theta: { init: "he-normal", seed: seedOf(document) },
          training: { ...training, optimizer: { type: "adam", learningRate: 0.002 }, epochs: side === LARGE ? 6 : 30 },
        }
      : {
          network: { inputs: side * side, layers: [{ type: "dense", units: DENSE_UNITS, activation: "tanh" }, output], loss },
          theta: { init: "xavier-uniform", seed: seedOf(document) },
          training: { ...training, optimizer: usual.optimizer, epochs: usual.epochs },
        }),
  };
}

function seedOf({ theta, training }) {
  return theta.seed ?? training.seed ?? 1;
}

/**
 * The network of the lecture for large pictures; one convolution for small ones.
 * @returns {Layer[]}
 */
function convolutions(side) {
  const activation = "relu";
  const dense = (units) => ({ type: "dense", units, activation });
  const convolved = (filters) => [
    { type: "conv2d", filters, kernel: 3, activation },
    { type: "max-pool2d", size: 2 },
  ];
  return side < LARGE
    ? [...convolved(8), { type: "flatten" }, dense(DENSE_UNITS)]
    : [...convolved(6), ...convolved(16), { type: "flatten" }, dense(120), dense(84)];
}
