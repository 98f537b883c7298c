/**
 * Where the steps of a story lie on its timeline: phases side by side, every step as wide as every other, but for
 * phases that stand aside and share less room.
 */

/** @import { Phase } from "./types.js" */

const GAP = 24;
const MOST_TICKS = 60;
const ROUND_STEPS = [1, 2, 5];

/**
 * @typedef {object} Stretch one phase on the line
 * @property {Phase} phase
 * @property {number} left
 * @property {number} width
 *
 * @typedef {object} Scale
 * @property {Stretch[]} stretches
 * @property {number} gap between two phases
 * @property {(phase: Phase) => number} likeCount how many steps a story has whose steps all are as wide as those of a phase
 * @property {(index: number) => number} x
 * @property {(x: number) => number} indexAt the step nearest to a place
 */

/**
 * @param {Phase[]} phases
 * @param {number} width
 * @returns {Scale}
 */
export function timelineScale(phases, width) {
  const filled = phases.filter((phase) => phase.count > 0);
  const room = filled.reduce((sum, phase) => sum + roomOf(phase), 0);
  const gap = Math.min(GAP, width / (4 * Math.max(1, filled.length)));
  const unit = Math.max(0, width - gap * Math.max(0, filled.length - 1)) / Math.max(1, room);
  let left = 0;
  const stretches = filled.map((phase) => {
    const stretch = { phase, left, width: roomOf(phase) * unit };
    left += stretch.width + gap;
    return stretch;
  });
  const x = (index) => {
    const { phase, left: start, width: wide } = stretchOf(stretches, index);
    return start + ((index - phase.from + 0.5) * wide) / phase.count;
  };
  const indexAt = (place) => {
    const stretch = stretches.findLast(({ left: start }) => place >= start - gap / 2) ?? stretches[0];
    const within = Math.floor(((place - stretch.left) * stretch.phase.count) / stretch.width);
    return stretch.phase.from + Math.max(0, Math.min(within, stretch.phase.count - 1));
  };
  const likeCount = (phase) => (room * phase.count) / roomOf(phase);
  return { stretches, gap, x, indexAt, likeCount };
}

/** In steps of a phase that does not stand aside. */
function roomOf({ count, room = count }) {
  return room;
}

/**
 * The steps that have a tick: all of them up to 60, else each second, fifth, tenth, …, and the first of a phase.
 * @param {Phase} phase
 * @param {number} count of all steps
 * @returns {number[]}
 */
export function ticksOf(phase, count) {
  const every = tickEvery(count);
  return Array.from({ length: Math.ceil(phase.count / every) }, (_, at) => phase.from + at * every);
}

/** @param {number} count of all steps */
function tickEvery(count) {
  for (let power = 1; ; power *= 10) {
    const fitting = ROUND_STEPS.find((step) => count / (step * power) <= MOST_TICKS);
    if (fitting) {
      return fitting * power;
    }
  }
}

/**
 * The steps whose names stand below the line: the first and last of each phase and those that reach an input, as far as
 * there is room. The earlier ones in this order win.
 * @param {{from: number, count: number}[]} phases
 * @param {number[]} milestones steps of interest between them
 * @param {(index: number) => number} x
 * @param {number} room a name needs
 * @returns {number[]} in order
 */
export function namedSteps(phases, milestones, x, room) {
  const ends = phases.flatMap(({ from, count }) => [from, from + count - 1]);
  const named = [];
  for (const index of [...ends, ...[...milestones].reverse()]) {
    if (named.every((other) => other !== index && Math.abs(x(other) - x(index)) >= room)) {
      named.push(index);
    }
  }
  return named.sort((one, other) => one - other);
}

function stretchOf(stretches, index) {
  return stretches.findLast(({ phase }) => phase.from <= index) ?? stretches[0] ?? NOWHERE;
}

const NOWHERE = Object.freeze({ phase: { from: 0, count: 1 }, left: 0, width: 0 });
