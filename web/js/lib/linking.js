/**
 * Hover or focus on a quantity marks every other place of the same quantity. Each such place carries its address in
 * `data-q`.
 */

/**
 * @param {HTMLElement} root
 * @param {(address: string | null) => void} hover
 * @returns {() => void} ends it
 */
export function followHover(root, hover) {
  const over = (event) => hover(addressAt(event.target));
  const out = (event) => {
    if (!event.relatedTarget) {
      hover(null);
    }
  };
  const focusIn = (event) => hover(event.target.matches(":focus-visible") ? addressAt(event.target) : null);
  const handlers = { pointerover: over, pointerout: out, focusin: focusIn, focusout: out };
  for (const [type, handler] of Object.entries(handlers)) {
    root.addEventListener(type, handler);
  }
  return () => {
    for (const [type, handler] of Object.entries(handlers)) {
      root.removeEventListener(type, handler);
    }
  };
}

/** Marks the places of a quantity, and no others. */
export class Links {
  #address = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
  }

  /** @param {string | null} address */
  show(address) {
    if (this.#address !== null && address !== this.#address) {
      this.root.querySelectorAll(".linked").forEach((place) => place.classList.remove("linked"));
    }
    this.#address = address;
    if (address !== null) {
      this.root.querySelectorAll(`[data-q="${CSS.escape(address)}"]`).forEach((place) => place.classList.add("linked"));
    }
  }
}

function addressAt(target) {
  return target instanceof Element ? (target.closest("[data-q]")?.getAttribute("data-q") ?? null) : null;
}
