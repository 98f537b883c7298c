/** Scales and ticks of charts. */

/**
 * @typedef {object} Axis
 * @property {(value: number) => number} place share of the axis, 0 to 1
 * @property {number[]} ticks
 */

/** Where nothing is known yet. */
const DECADE = [0.1, 1];
const MOST_DECADES = 5;

/**
 * A logarithmic axis over whole powers of ten; where there are many, only some are named.
 * @param {Iterable<number>} values what is not positive is left out
 * @returns {Axis}
 */
export function logAxis(values) {
  const [least, most] = extremes(values, (value) => value > 0);
  const low = Math.floor(Math.log10(least) + 1e-9);
  const high = Math.max(Math.ceil(Math.log10(most) - 1e-9), low + 1);
  const each = Math.ceil((high - low) / MOST_DECADES);
  const ticks = Array.from({ length: Math.floor((high - low) / each) + 1 }, (_, at) => 10 ** (high - at * each)).reverse();
  return { place: (value) => (Math.log10(value) - low) / (high - low), ticks };
}

/**
 * A linear axis with round ends.
 * @param {Iterable<number>} values
 * @param {[number, number]} [least] what it must reach over
 * @returns {Axis}
 */
export function linearAxis(values, least) {
  const [low, high] = extremes([...values, ...(least ?? [])], () => true);
  const step = roundStep((high - low || Math.abs(high) || 1) / 4);
  const from = Math.floor(low / step + 1e-9) * step;
  const to = Math.max(Math.ceil(high / step - 1e-9) * step, from + step);
  const count = Math.round((to - from) / step);
  return {
    place: (value) => (value - from) / (to - from),
    ticks: Array.from({ length: count + 1 }, (_, at) => Number((from + at * step).toPrecision(12))),
  };
}

/** The part of all points that may lie below the axis of shares, as those of the first epochs do. */
const CUT_OFF = 0.1;
const LEAST_RANGE = 0.02;

/**
 * A linear axis for shares: from where most of the points lie up to the largest, with round ends and 1 as the last of all.
 * What lies below is at its foot.
 * @param {Iterable<number>} values
 * @returns {Axis}
 */
export function shareAxis(values) {
  const sorted = [...values].filter(Number.isFinite).sort((one, other) => one - other);
  const high = sorted.at(-1) ?? 1;
  const low = Math.min(sorted[Math.floor(CUT_OFF * sorted.length)] ?? 0, high - LEAST_RANGE);
  const { place, ticks } = linearAxis([Math.max(0, low), high]);
  const within = ticks.filter((tick) => tick <= 1 + 1e-9);
  const top = place(within.at(-1) ?? 1);
  return { place: (value) => Math.max(0, place(value) / top), ticks: within };
}

/**
 * Ticks of a timeline: round numbers from 0 to the last, about a dozen.
 * @param {number} last
 * @param {number} most
 */
export function roundTicks(last, most = 10) {
  const step = Math.max(1, roundStep(last / most));
  return Array.from({ length: Math.floor(last / step + 1e-9) + 1 }, (_, at) => at * step);
}

/** The next number of 1, 2, 5, 10 … that is at least as large. */
function roundStep(wanted) {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5, 10].find((each) => each * power >= wanted * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function extremes(values, counts) {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (Number.isFinite(value) && counts(value)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return least <= most ? [least, most] : DECADE;
}

/**
 * Heights of labels that would lie over each other, pushed apart.
 * @param {number[]} heights
 * @param {number} room between two
 * @param {number} lowest
 */
export function apart(heights, room, lowest) {
  const order = heights.map((height, at) => ({ height, at })).sort((one, other) => one.height - other.height);
  for (let i = 1; i < order.length; i++) {
    order[i].height = Math.max(order[i].height, order[i - 1].height + room);
  }
  let limit = lowest;
  for (let i = order.length - 1; i >= 0; i--) {
    order[i].height = Math.min(order[i].height, limit);
    limit = order[i].height - room;
  }
  const placed = [...heights];
  for (const { height, at } of order) placed[at] = height;
  return placed;
}
