import { joiningLine } from "../lib/explain-place.js";

const WIDE_FROM = 900;

/** The hairline from a number to its explanation, on screens with room for it. */
export class Joint {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * @param {HTMLElement | null} number
   * @param {HTMLElement} card
   */
  draw(number, card) {
    const joint = this.host.querySelector(".explain-joint");
    const line = this.#line(number, card);
    joint.toggleAttribute("hidden", line === null);
    if (line) {
      joint.querySelector("path").setAttribute("d", `M${line.from.join()}L${line.to.join()}`);
      joint.querySelector("circle").setAttribute("cx", String(line.from[0]));
      joint.querySelector("circle").setAttribute("cy", String(line.from[1]));
    }
  }

  #line(number, card) {
    if (!number?.isConnected || innerWidth < WIDE_FROM) {
      return null;
    }
    const cardBox = card.getBoundingClientRect();
    const box = startOf(number, cardBox).getBoundingClientRect();
    const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return seen ? joiningLine(box, cardBox) : null;
  }
}

/** A number at the end of a row is joined from the start of the row, where the line would cross all of it. */
function startOf(number, cardBox) {
  const row = number.closest("tr");
  return row && cardBox.right < row.getBoundingClientRect().left ? row : number;
}
