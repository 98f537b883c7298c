/** How an experiment is looked at on the page /network, and how an address says it. */

/** @import { NetworkDocument } from "./network-document.js" */

/** Fields that say how the experiment is looked at. */
export const LOOKS = Object.freeze(["grain", "story", "example", "unfolded", "start", "init", "origin"]);

export const GRAINS = Object.freeze(["layer", "unit", "term"]);
const STORIES = Object.freeze(["pass", "derivation"]);

/** How a document is looked at where it does not say. */
export const AS_FIRST_SEEN = Object.freeze({ grain: "unit", story: "pass", example: null, unfolded: Object.freeze([]) });

/**
 * How an address says that a document is looked at.
 * @param {URLSearchParams} fields
 */
export function looksOf(fields) {
  const example = Number(fields.get("e") ?? NaN);
  return {
    grain: GRAINS.includes(fields.get("g") ?? "") ? fields.get("g") : AS_FIRST_SEEN.grain,
    story: STORIES.includes(fields.get("t") ?? "") ? fields.get("t") : AS_FIRST_SEEN.story,
    example: Number.isInteger(example) && example >= 1 ? example : null,
  };
}

/**
 * The same as it stands in an address; what is as at first is left out.
 * @param {NetworkDocument} document
 */
export function writtenLooks({ grain, story, example }) {
  return [grain === "unit" ? "" : `g=${grain}`, story === "pass" ? "" : `t=${story}`, example === null ? "" : `e=${example}`];
}

/**
 * A layer drawn whole of which a part is only counted.
 * @param {NetworkDocument} document
 * @param {number} layer
 */
export function withUnfolded(document, layer) {
  return { unfolded: [...withFolded(document, layer).unfolded, layer] };
}

/**
 * A layer of which a part is only counted again, where it is wide.
 * @param {NetworkDocument} document
 * @param {number} layer
 */
export function withFolded({ unfolded }, layer) {
  return { unfolded: unfolded.filter((each) => each !== layer) };
}
