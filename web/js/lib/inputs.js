/**
 * Which inputs an expression has is known to the server alone. An expression that was just typed is asked for with the
 * inputs that there were; where the server misses one or does not know one, the document is put right and asked again.
 */
import { ProblemError } from "./api.js";

/** @import { Document } from "./types.js" */

const MOST_CORRECTIONS = 130;

/**
 * @template T
 * @param {Document} document
 * @param {(name: string) => number} valueFor the value of an input that the document lacks
 * @param {(document: Document) => Promise<T>} ask
 * @returns {Promise<{document: Document, answer: T}>}
 */
export async function askWithInputs(document, valueFor, ask) {
  const corrected = new Set();
  for (;;) {
    try {
      return { document, answer: await ask(document) };
    } catch (error) {
      const pointer = error instanceof ProblemError ? error.problem.pointer : undefined;
      const better = pointer && correct(document, pointer, valueFor);
      if (!better || corrected.has(pointer) || corrected.size > MOST_CORRECTIONS) {
        throw error;
      }
      corrected.add(pointer);
      document = better;
    }
  }
}

function correct(document, pointer, valueFor) {
  if (pointer === "/output" && document.output > 0) {
    return { ...document, output: 0 };
  }
  if (pointer === "/seed" && document.seed !== null) {
    return { ...document, seed: null };
  }
  if (pointer === "/tangents" && document.seed === null) {
    return { ...document, seed: Object.keys(document.at)[0] };
  }
  if (!pointer.startsWith("/at/")) {
    return null;
  }
  const name = pointer.slice("/at/".length).replaceAll("~1", "/").replaceAll("~0", "~");
  const { [name]: known, ...others } = document.at;
  return { ...document, at: known === undefined ? { ...document.at, [name]: valueFor(name) } : others };
}
