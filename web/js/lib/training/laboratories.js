/** The laboratories that the server has: text, and the runs of each. */
import { getJson } from "../api.js";

/**
 * @typedef {object} LaboratoryText
 * @property {string} slug
 * @property {string} topic
 * @property {string} title
 * @property {"loss" | "accuracy" | "gradient" | "surface"} chart what to watch
 * @property {string} question
 * @property {string[]} look
 * @property {string} why
 * @property {{label: string, experiment: any}[]} runs
 */

/** @type {Promise<LaboratoryText[]> | null} */
let asked = null;

/** @returns {Promise<LaboratoryText[]>} */
export function laboratories() {
  asked ??= getJson("/api/training/laboratories").catch((error) => {
    asked = null;
    throw error;
  });
  return asked;
}

/**
 * @param {readonly LaboratoryText[]} all
 * @returns {[string, LaboratoryText[]][]} by topic, in their order
 */
export function byTopic(all) {
  return [...Map.groupBy(all, ({ topic }) => topic)];
}

/** @param {string} slug */
export function linkOf(slug) {
  return `/playground?lab=${encodeURIComponent(slug)}`;
}
