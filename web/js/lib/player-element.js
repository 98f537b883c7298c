import { LitElement, nothing } from "lit";

/**
 * An element that shows something of a Player: set `player`, and it renders anew after every change.
 * Subclasses write `view(player)`, a pure function of what the Player holds.
 */
export class PlayerElement extends LitElement {
  /** @type {import("./player.js").Player | null} */
  #player = null;

  createRenderRoot() {
    return this;
  }

  get player() {
    return this.#player;
  }

  set player(player) {
    this.#unfollow();
    this.#player = player;
    this.#follow();
    this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#unfollow();
  }

  #refresh = () => this.requestUpdate();

  #follow() {
    if (this.isConnected) {
      this.#player?.addEventListener("change", this.#refresh);
    }
  }

  #unfollow() {
    this.#player?.removeEventListener("change", this.#refresh);
  }

  render() {
    return this.#player === null ? nothing : this.view(this.#player);
  }

  /**
   * @param {import("./player.js").Player} _player
   * @returns {unknown} a template
   */
  view(_player) {
    return nothing;
  }
}
