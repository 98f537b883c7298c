/**
 * Where a trace leaves what is defined, and the way back.
 *
 * @import { Line, Trace } from "./types.js"
 *
 * @typedef {object} DomainNote
 * @property {Line} line                the first line that is flagged
 * @property {string} verdict           two or three words
 * @property {boolean} stops            what depends on the line is not finite
 * @property {{name: string, value: number} | null} remedy   an input to set
 */

const VERDICTS = Object.freeze({
  domain: "not defined",
  overflow: "too large",
  "not-differentiable": "no derivative here",
});

/**
 * @param {Trace} trace
 * @param {Record<string, number>} at
 * @returns {DomainNote | null} null where every line is as it should be
 */
export function domainNote(trace, at) {
  const lines = [...trace.primal, ...trace.adjoint];
  const line = lines.find((each) => each.flag === "domain" || each.flag === "overflow") ?? lines.find((each) => each.flag);
  if (!line) {
    return null;
  }
  const stops = line.flag !== "not-differentiable";
  return { line, verdict: VERDICTS[line.flag] ?? line.flag, stops, remedy: stops ? remedyFor(line, trace, at) : null };
}

/**
 * An input that is below zero where a positive one is needed is offered with its sign changed; a zero becomes one.
 * It holds only where the flagged line reads that input and no other.
 *
 * @param {Line} line
 * @param {Trace} trace
 * @param {Record<string, number>} at
 */
function remedyFor(line, trace, at) {
  const read = trace.inputs.filter((input) => line.reads.includes(input.v));
  if (line.flag !== "domain" || line.reads.length !== 1 || read.length !== 1) {
    return null;
  }
  const { name } = read[0];
  const value = at[name];
  return value > 0 ? null : { name, value: value === 0 ? 1 : -value };
}
