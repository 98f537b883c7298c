import { html, nothing } from "lit";
import { domainNote } from "../lib/domain-note.js";
import { writeNumber } from "../lib/number-field.js";
import { PlayerElement } from "../lib/player-element.js";
import "../lib/math.js";

/** `<bs-domain-note>`: says where a value leaves its domain, why, and offers the way back. */
export class DomainNote extends PlayerElement {
  view(player) {
    const { trace, problem, document } = player;
    const note = trace === null || problem !== null ? null : domainNote(trace, document.at);
    return html`<div role="status">${note === null ? nothing : this.#said(note, player)}</div>`;
  }

  #said({ line, verdict, stops, remedy }, player) {
    return html`
      <p class="domain-note">
        <span>
          <bs-math latex="${line.formula} = ${line.substituted}"></bs-math>
          <span class=${stops ? "err" : "secondary"}>${verdict}</span>
        </span>
        <span>${line.reason}</span>
        ${remedy === null ? this.#goThere(line, player) : this.#set(remedy, player)}
      </p>
    `;
  }

  #goThere(line, player) {
    return html`<button class="link-button" type="button" @click=${() => player.go(line.step)}>
      Go to step ${line.step + 1}
    </button>`;
  }

  #set({ name, value }, player) {
    return html`<button class="link-button" type="button" @click=${() => player.edit({ at: { [name]: value } })}>
      Set ${name} to ${writeNumber(value, player.settings.decimalMark)}
    </button>`;
  }
}

customElements.define("bs-domain-note", DomainNote);
