/** The rows of the table of a batch: a mean and a variance for each unit or channel; of many the first, a count and the last. */
import { partsOf } from "./network-names.js";
import { shown } from "./network-state.js";

/** @import { NetworkMoment } from "./network-moment.js" */
/** @import { Shown } from "./network-state.js" */

const MOST = 12;
const FIRST = 5;
const LAST = 2;

/**
 * @param {NetworkMoment} moment
 * @returns {{name: string, more: number, mean?: Shown, variance?: Shown}[]} more counts the channels that the row stands for
 */
export function momentRows(moment) {
  return moment.trace.layers.filter(({ mean }) => mean !== undefined).flatMap((layer) => rowsOf(moment, layer));
}

function rowsOf(moment, { layer, shape, mean, variance }) {
  const kind = shape ? "channel" : "unit";
  const row = (channel) => ({
    name: `layer ${layer}, ${kind} ${channel}`,
    more: 0,
    mean: shown(moment, `mean.${layer}.${channel}`, mean[channel - 1]),
    variance: shown(moment, `variance.${layer}.${channel}`, variance[channel - 1]),
  });
  const all = Array.from({ length: mean.length }, (_, at) => at + 1);
  if (all.length <= MOST) {
    return all.map(row);
  }
  const between = currentIn(moment, layer, all.length);
  const hidden = all.length - FIRST - LAST - between.length;
  return [
    ...all.slice(0, FIRST).map(row),
    ...between.map(row),
    { name: `layer ${layer}, ${hidden} more`, more: hidden },
    ...all.slice(-LAST).map(row),
  ];
}

/** The channel that the step is about, where it is one of those that are only counted. */
function currentIn({ quantity }, layer, count) {
  const parts = partsOf(quantity);
  const isHere = parts !== null && ["mean", "variance"].includes(parts.kind) && parts.layer === layer && parts.row !== null;
  return isHere && parts.row > FIRST && parts.row <= count - LAST ? [parts.row] : [];
}
