/**
 * The lines of a trace in the order of the story: one line for each step.
 */

/** @import { Line, Trace } from "./types.js" */

/**
 * @typedef {"primal" | "adjoint" | "tangent"} Kind
 * @typedef {{line: Line, kind: Kind, name: string, outputs: string[]}} StoryLine name is the LaTeX of what the line
 *     writes, outputs that of the outputs which it gives their value
 */

/**
 * The second pass over the list, after the primal one.
 * @param {Trace} trace
 * @param {"reverse" | "forward"} mode
 * @param {string | null} seed
 * @returns {{kind: Kind, lines: Line[]}}
 */
export function secondPass(trace, mode, seed) {
  if (mode === "reverse") {
    return { kind: "adjoint", lines: trace.adjoint };
  }
  const input = seed ?? trace.inputs[0]?.name;
  return { kind: "tangent", lines: trace.tangents[input] ?? [] };
}

/**
 * @param {Trace} trace
 * @param {"reverse" | "forward"} mode
 * @param {string | null} seed
 * @returns {StoryLine[]} the line of step k at index k
 */
export function storyLines(trace, mode, seed) {
  const second = secondPass(trace, mode, seed);
  const told = [];
  const outputsOf = (line) => trace.outputs.filter(({ v }) => v === line.v).map(({ latex }) => latex);
  trace.primal.forEach((line) => (told[line.step] = { line, kind: "primal", name: nameOf(line), outputs: outputsOf(line) }));
  second.lines.forEach((line) => (told[line.step] = { line, kind: second.kind, name: nameOf(line), outputs: [] }));
  return told;
}

/**
 * The LaTeX of what a line writes: the left side of its formula.
 * @param {Line} line
 */
export function nameOf(line) {
  const right = line.formula.lastIndexOf(line.operation);
  return line.formula.slice(0, right < 0 ? undefined : right).replace(/\s*=\s*$/, "");
}
