/**
 * A panel that a button opens and closes: Escape and a press elsewhere close it, and focus goes back to where it was.
 *
 * A Lit controller; its host renders the button (`aria-expanded`) and the panel (`hidden`) from `open`.
 */
export class Disclosure {
  /** @type {Element | null} what had focus when the panel opened */
  #before = null;

  /** @param {import("lit").ReactiveControllerHost & HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.open = false;
    host.addController(this);
  }

  hostConnected() {
    this.host.addEventListener("keydown", this.#onKeydown);
    this.host.addEventListener("focusout", this.#onFocusOut);
  }

  hostDisconnected() {
    this.host.removeEventListener("keydown", this.#onKeydown);
    this.host.removeEventListener("focusout", this.#onFocusOut);
    document.removeEventListener("pointerdown", this.#onPointerDown, true);
  }

  toggle() {
    this.#setOpen(!this.open);
  }

  show() {
    this.#setOpen(true);
  }

  hide() {
    this.#setOpen(false);
  }

  /** Closes and gives focus back: to the page where a key opened it, so that the keys go on acting; else to the button. */
  leave() {
    this.hide();
    if (this.#before === document.body) {
      /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    } else {
      /** @type {HTMLElement | null} */ (this.host.querySelector("[aria-expanded]"))?.focus();
    }
  }

  /** @param {boolean} open */
  #setOpen(open) {
    if (this.open === open) {
      return;
    }
    this.open = open;
    if (open) {
      this.#before = document.activeElement;
      document.addEventListener("pointerdown", this.#onPointerDown, true);
    } else {
      document.removeEventListener("pointerdown", this.#onPointerDown, true);
    }
    this.host.requestUpdate();
  }

  /** @param {KeyboardEvent} event */
  #onKeydown = (event) => {
    if (this.open && event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      this.leave();
    }
  };

  /** @param {FocusEvent} event */
  #onFocusOut = (event) => {
    const next = /** @type {Node | null} */ (event.relatedTarget);
    if (this.open && next !== null && !this.host.contains(next)) {
      this.hide();
    }
  };

  /** @param {PointerEvent} event */
  #onPointerDown = (event) => {
    if (!this.host.contains(/** @type {Node} */ (event.target))) {
      this.hide();
    }
  };
}
