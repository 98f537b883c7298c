import { html, nothing } from "lit";
import { PlayerElement } from "../lib/player-element.js";
import { sameInExample } from "../lib/schedule.js";

/**
 * `<bs-example-chooser>`: which example the numbers belong to. The arrows lead to the same number of the one before or
 * after; after all examples they change only which one is looked at; the derivation is told of the first.
 */
export class ExampleChooser extends PlayerElement {
  view(player) {
    const { schedule, example } = player;
    if (schedule === null) {
      return nothing;
    }
    const { examples } = schedule;
    const free = player.document.story === "pass";
    return html`<span class="example-chooser" role="group" aria-label="Example">
      <span aria-live="off">Example <strong>${example}</strong> of ${examples}</span>
      ${this.#arrow("Previous example", "‹", free && example > 1, () => this.#look(player, example - 1))}
      ${this.#arrow("Next example", "›", free && example < examples, () => this.#look(player, example + 1))}
    </span>`;
  }

  #arrow(label, text, on, act) {
    return html`<button class="plain-button" type="button" aria-label=${label} title=${label} aria-disabled=${!on} @click=${() => on && act()}>
      ${text}
    </button>`;
  }

  #look(player, example) {
    const step = sameInExample(player.schedule, player.index, example);
    if (step === null) {
      player.edit({ example });
    } else {
      player.go(step);
    }
  }
}

customElements.define("bs-example-chooser", ExampleChooser);
