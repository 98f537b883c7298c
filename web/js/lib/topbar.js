/**
 * On a phone the doors and tools stand in one menu; its button opens and closes it.
 *
 * @param {HTMLElement} bar
 */
export function wireTopbar(bar) {
  const button = /** @type {HTMLButtonElement} */ (bar.querySelector(".menu-button"));
  const menu = /** @type {HTMLElement} */ (bar.querySelector(".topbar-menu"));
  const setOpen = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("open", open);
  };
  const isOpen = () => menu.classList.contains("open");

  button.addEventListener("click", () => setOpen(!isOpen()));
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      event.stopPropagation();
      setOpen(false);
      button.focus();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (isOpen() && !bar.contains(/** @type {Node} */ (event.target))) {
      setOpen(false);
    }
  });
}
