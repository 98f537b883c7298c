import { html, nothing } from "lit";
import { followDrops, readFile } from "../lib/experiment-file.js";
import { PlayerElement } from "../lib/player-element.js";
import { sentenceOf } from "../lib/problem-place.js";

/**
 * `<bs-network-notice>`: one line below the setup row. It says why the server refuses an edit, with the way back; why a
 * file or a link was not opened; and where a value leaves what can be computed.
 */
export class NetworkNotice extends PlayerElement {
  static properties = { said: { state: true }, waits: { state: true } };

  #saidFor = null;

  constructor() {
    super();
    /** @type {string | null} why a file or a link was not opened */
    this.said = null;
    /** @type {string | null} what is being done before there is a document */
    this.waits = null;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("bs-open-file", (event) => this.#open(/** @type {CustomEvent<File>} */ (event).detail));
    followDrops(document.body, (file) => this.#open(file));
  }

  /**
   * Says something until the next edit.
   * @param {string} text
   */
  say(text) {
    this.said = text;
    this.#saidFor = this.player?.document ?? null;
  }

  /**
   * Says what is being done until it is done.
   * @template T
   * @param {Promise<T>} done
   * @param {string | null} words
   * @returns {Promise<T>}
   */
  async during(done, words) {
    this.waits = words;
    try {
      return await done;
    } finally {
      this.waits = null;
    }
  }

  willUpdate() {
    const document = this.player?.document ?? null;
    if (this.said !== null && this.#saidFor !== null && document !== this.#saidFor && !this.player?.stale) {
      this.said = null;
    }
  }

  async #open(file) {
    const read = await readFile(file);
    const player = this.player;
    if (player === null) {
      return;
    }
    if ("reason" in read) {
      this.say(read.reason);
      return;
    }
    this.said = null;
    const { grain, unfolded } = read.document;
    const absent = Object.fromEntries(Object.keys(player.document).map((name) => [name, undefined]));
    player.first();
    player.edit({ ...absent, ...read.document, grain, unfolded });
  }

  view(player) {
    return html`<div role="status">${this.#line(player)}</div>`;
  }

  #line(player) {
    if (this.said !== null) {
      return html`<p class="network-notice err">${this.said}</p>`;
    }
    if (player.problem !== null) {
      return html`<p class="network-notice">
        <span class="err">${sentenceOf(player.problem)}</span>
        ${player.canUndo ? html`<button class="link-button" type="button" @click=${() => player.undo()}>Undo</button>` : nothing}
        ${player.trace ? html`<span class="caption">The last good pass stays below, in grey.</span>` : nothing}
      </p>`;
    }
    const doing = this.waits ?? (player.stale ? player.doing : null);
    if (doing !== null) {
      return html`<p class="network-notice doing">${doing}</p>`;
    }
    const flag = player.trace?.flags?.[0];
    return flag
      ? html`<p class="network-notice">
          <span>${flag.reason}</span>
          <button class="link-button" type="button" @click=${() => player.goTo(flag.quantity)}>Go to its step</button>
        </p>`
      : nothing;
  }
}

customElements.define("bs-network-notice", NetworkNotice);
