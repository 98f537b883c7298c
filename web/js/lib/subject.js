/** @import { Answer } from "./answer.js" */

/**
 * What a story is about: an expression or a network. It knows the documents and how they are asked; the Player knows
 * none of this.
 * @template D the document
 * @typedef {object} Subject
 * @property {D} opening what a page opens with
 * @property {readonly string[]} notation the preferences that change what the server writes
 * @property {(moment: any, document: D) => {document: D, index: number}} opened the document of a link
 * @property {(document: D, patch: object) => D} edited
 * @property {(patch: object) => string} fieldOf what a patch edits, where that is not said; empty for an edit by itself
 * @property {(patch: object) => boolean} isLook whether a patch asks for nothing new
 * @property {(asked: Question<D>, signal: AbortSignal, does: (doing: string) => void) => Promise<Answer>} ask where it takes longer
 *     than a moment, it says what it does
 * @property {(document: D) => string} nameOf the document in a few words
 */

/**
 * @template D
 * @typedef {object} Question
 * @property {D} document
 * @property {import("./types.js").Notation} notation
 * @property {number} index of the step to begin at
 * @property {Answer | null} before the last good answer
 * @property {boolean} counted whether the index counts the steps of the answer before, not of the one that is asked for
 */

export {};
