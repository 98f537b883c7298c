/** An experiment of the playground as a file: saved, and read again. */
import { completed } from "./link.js";
import { sizesOf } from "./experiment.js";

/** @import { Experiment } from "./experiment.js" */

const LARGEST = 50_000_000;

/** @param {Experiment} document */
export function fileOf(document) {
  return { name: `experiment-${sizesOf(document).join("-")}.json`, text: `${JSON.stringify(document, null, 2)}\n` };
}

/**
 * @param {File} file
 * @returns {Promise<{document: Experiment} | {csv: string} | {reason: string}>}
 */
export async function readFile(file) {
  if (file.size > LARGEST) {
    return { reason: `${file.name} is too large: ${Math.round(file.size / 1e6)} MB, and at most 50 MB are read.` };
  }
  const text = await file.text();
  if (/\.(csv|tsv|txt)$/i.test(file.name)) {
    return { csv: text };
  }
  try {
    const document = completed(JSON.parse(text));
    return document ? { document } : { reason: `${file.name} is JSON but no experiment: it has no "network" with "layers", or no "data".` };
  } catch (error) {
    return { reason: `${file.name} is not JSON: ${error.message}.` };
  }
}
