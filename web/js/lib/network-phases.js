/**
 * The stretches of a network's timeline: the current example at length, the others and what comes after them beside it.
 */

import { phasesOf, startOfExample } from "./schedule.js";

/** @import { Phase } from "./types.js" */
/** @import { Schedule, SchedulePhase } from "./schedule.js" */

/** More examples than this share one stretch on each side of the current one. */
const MOST_STRETCHES = 8;

/** Room for an example that stands aside, for many of them and for what comes after, beside 1 for the current one. */
const OF_ONE = 0.14;
const OF_MANY = 0.3;
const OF_AFTER = 0.1;

/**
 * @param {Schedule} schedule
 * @param {number | null} current the example that is told at length; null for what comes after them all
 * @returns {Phase[]}
 */
export function networkPhases(schedule, current) {
  const { examples } = schedule;
  const end = current === null ? schedule.count : startOfExample(schedule, current + 1);
  const full = end - startOfExample(schedule, current ?? examples + 1);
  const before = asides(schedule, 1, (current ?? examples + 1) - 1, full);
  const after = current === null ? [] : asides(schedule, current + 1, examples, full);
  const last = schedule.after.map((phase) => lastPhase(phase, current === null ? phase.count : full * OF_AFTER));
  return captioned([...before, ...(current === null ? [] : atLength(schedule, current)), ...after, ...last]);
}

/** There with the loss, and back with what is accumulated. */
function atLength(schedule, current) {
  const base = startOfExample(schedule, current);
  const length = startOfExample(schedule, current + 1) - base;
  const back = phasesOf(schedule, current).find(({ phase }) => phase === "backward")?.from ?? length;
  return [
    stretch("forward", `example ${current}, forward`, base, back, back, {
      caption: `Example ${current}, forward`,
      short: "forward",
    }),
    stretch("backward", `example ${current}, backward`, base + back, length - back, length - back, { caption: "backward" }),
  ];
}

/** Examples that are not told at length. */
function asides(schedule, from, to, full) {
  if (from > to) {
    return [];
  }
  const spanOf = (first, last) => {
    const start = startOfExample(schedule, first);
    return /** @type {const} */ ([start, startOfExample(schedule, last + 1) - start]);
  };
  if (schedule.examples <= MOST_STRETCHES) {
    const one = (_, at) => aside(`example ${from + at}`, ...spanOf(from + at, from + at), full * OF_ONE);
    return Array.from({ length: to - from + 1 }, one);
  }
  const title = from === to ? `example ${from}` : `examples ${from} to ${to}`;
  return [aside(title, ...spanOf(from, to), full * OF_MANY)];
}

function aside(title, from, count, room) {
  return stretch("forward", title, from, count, room, { aside: true });
}

/** @param {SchedulePhase} phase */
function lastPhase({ phase, from, count }, room) {
  const caption = phase === "gradient" ? "D" : "update";
  return stretch(phase, phase, from, count, room, { aside: room < count, caption });
}

/** The first of the examples that stand aside says what its number counts. */
function captioned(phases) {
  let said = false;
  return phases.map((phase) => {
    const first = !said;
    said ||= phase.aside && phase.title.startsWith("example");
    const short = phase.short ?? phase.title.replace(/^examples? /, "");
    return { ...phase, short, caption: phase.caption ?? (first ? phase.title.replace(/^e/, "E") : short) };
  });
}

function stretch(phase, title, from, count, room, more) {
  return { phase, title, from, count, room: Math.min(room, count), ...more };
}
