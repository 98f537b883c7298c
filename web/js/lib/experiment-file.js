/**
 * An experiment as a file: saved, and read again.
 */
import { ProblemError, postJson } from "./api.js";
import { begun, experimentOf } from "./network-document.js";
import { inPlainLetters } from "./layers/words.js";
import { sentenceOf } from "./problem-place.js";

/** @import { NetworkDocument } from "./network-document.js" */

const LARGEST = 50_000_000;

/**
 * @param {NetworkDocument} document
 * @returns {{name: string, text: string}}
 */
export function fileOf(document) {
  return { name: `network-${inPlainLetters(document.network)}.json`, text: `${JSON.stringify(experimentOf(document), null, 2)}\n` };
}

/**
 * Reads a file and lets the server try it, so that a wrong one changes nothing.
 * @param {File} file
 * @returns {Promise<{document: NetworkDocument} | {reason: string}>}
 */
export async function readFile(file) {
  if (file.size > LARGEST) {
    return { reason: `${file.name} is too large: ${Math.round(file.size / 1e6)} MB, and at most 50 MB are read.` };
  }
  const read = parsed(await file.text());
  if ("reason" in read) {
    return { reason: `${file.name} ${read.reason}` };
  }
  const document = begun(read.experiment);
  try {
    await postJson("/api/network/outline", experimentOf(document));
    return { document };
  } catch (error) {
    const said = error instanceof ProblemError ? sentenceAt(error.problem) : "The server cannot be reached, so it was not opened.";
    return { reason: `${file.name} was not opened. ${said}` };
  }
}

/** With the place, since a file has no fields on the page. */
function sentenceAt(problem) {
  return problem.pointer ? `At ${problem.pointer}: ${sentenceOf(problem)}` : sentenceOf(problem);
}

/** @param {string} text */
function parsed(text) {
  let experiment;
  try {
    experiment = JSON.parse(text);
  } catch (error) {
    return { reason: `is not JSON: ${error.message}.` };
  }
  const { network } = experiment ?? {};
  if (typeof network !== "object" || network === null || !Array.isArray(network.layers)) {
    return { reason: "is JSON but no experiment: it has no \"network\" with \"inputs\" and \"layers\"." };
  }
  if (typeof experiment.data !== "object" || experiment.data === null) {
    return { reason: "is no whole experiment: it has no \"data\" with \"x\" and \"y\"." };
  }
  return { experiment };
}

/**
 * Hands a text to the reader as a file.
 * @param {{name: string, text: string, type?: string}} file
 * @param {Document} document
 */
export function saveFile({ name, text, type = "application/json" }, document) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/**
 * A file may be dropped anywhere on the page.
 * @param {HTMLElement} target
 * @param {(file: File) => void} open
 */
export function followDrops(target, open) {
  const holdsFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const hint = (over) => target.classList.toggle("dropping", over);
  target.addEventListener("dragover", (event) => {
    if (holdsFile(event)) {
      event.preventDefault();
      hint(true);
    }
  });
  target.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      hint(false);
    }
  });
  target.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    hint(false);
    if (file) {
      event.preventDefault();
      open(file);
    }
  });
}
