import { LitElement, html, nothing } from "lit";
import { readPlace } from "../lib/last-place.js";
import { localStore } from "../lib/settings.js";

const MOST_CHARACTERS = 48;

/** `<bs-continue>`: one line for readers who come back. */
export class ContinueLink extends LitElement {
  createRenderRoot() {
    return this;
  }

  render() {
    const place = readPlace(localStore());
    return place === null
      ? nothing
      : html`<p class="continue">
          <a href=${place.href}>Continue: <code>${shortened(place.expression)}</code>, ${whereIn(place)}</a>
        </p>`;
  }
}

/** @param {import("../lib/last-place.js").Place} place */
function whereIn({ step, epoch }) {
  return step === undefined ? `epoch ${epoch}` : `step ${step}`;
}

/** @param {string} text */
function shortened(text) {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}

customElements.define("bs-continue", ContinueLink);
