import { nothing } from "lit";
import { PlayerElement } from "../lib/player-element.js";

/** `<bs-position>`: where we are, in the top bar of a phone. The timeline says the same to a screen reader. */
export class Position extends PlayerElement {
  view({ count, index }) {
    this.setAttribute("aria-hidden", "true");
    return count === 0 ? nothing : `Step ${index + 1} of ${count}`;
  }
}

customElements.define("bs-position", Position);
