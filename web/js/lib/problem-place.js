/**
 * What the server says of a field.
 */

/** @import { Problem } from "./types.js" */

/**
 * @param {Problem | null} problem
 * @param {string} pointer of the field
 * @returns {string | null} the reason, where the field or a part of it is to blame
 */
export function reasonAt(problem, pointer) {
  const blamed = problem?.pointer;
  const concerns = blamed !== undefined && (blamed === pointer || blamed.startsWith(`${pointer}/`));
  return concerns ? sentenceOf(problem) : null;
}

/**
 * What a problem says, as a sentence: the server's begins with the pointer, which tells nothing beside the field.
 * @param {Problem} problem
 * @returns {string}
 */
export function sentenceOf({ detail, pointer }) {
  const told = pointer && detail.startsWith(`${pointer}: `) ? detail.slice(pointer.length + 2) : detail;
  return sentence(told);
}

/**
 * The same where it does not stand beside its field: it begins with the name of the field.
 * @param {Problem} problem
 * @returns {string}
 */
export function namedSentenceOf(problem) {
  const told = sentenceOf(problem);
  const name = problem.pointer?.split("/").findLast((part) => /[a-z]/i.test(part));
  return name && told.startsWith("Must ") ? sentence(`${inWords(name)} must ${told.slice("Must ".length)}`) : told;
}

/** What begins with a formula, as "x+: expected a number", keeps it as it was typed. */
function sentence(told) {
  const said = /^[a-z]{2,}([ ,:]|(-[a-z]{2,})+ )/.test(told) ? told.charAt(0).toUpperCase() + told.slice(1) : told;
  return plain(/[.!?]$/.test(said) ? said : `${said}.`);
}

/** "learningRate" as "learning rate" */
function inWords(name) {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The server's -1.0 and 1.0E99 as a reader writes them. */
function plain(text) {
  return text.replace(/(?<![\w.])-?\d+\.\d+(E-?\d+)?(?![\w])/g, (number) => String(Number(number)).replace(/^-/, "−").replace("e+", "e"));
}
