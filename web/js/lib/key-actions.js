/**
 * What keys do on a page, whoever is acted on: keys that move act unless something is typed into; Space and single characters
 * act unless something that can be pressed has the focus.
 */

const TYPED_INTO = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]";
const PRESSED = `${TYPED_INTO}, button, a[href], summary, [role^=menuitem], [role=tab], [role=treeitem], [role=option]`;

/**
 * @template T
 * @typedef {object} Keys
 * @property {Readonly<Record<string, (target: T) => void>>} moves by the name of the key, with "Shift+" before it
 * @property {Readonly<Record<string, (target: T) => void>>} letters single characters; they can be switched off
 */

/**
 * @template {{settings: {letters: boolean}, toggle: () => void}} T
 * @param {T} target
 * @param {Keys<T>} keys
 * @param {Document} document
 * @returns {() => void} switches the keys off
 */
export function follow(target, keys, document) {
  const onKeydown = (event) => {
    const action = actionOf(event, keys, target.settings.letters);
    if (action) {
      event.preventDefault();
      action(target);
    }
  };
  document.addEventListener("keydown", onKeydown);
  return () => document.removeEventListener("keydown", onKeydown);
}

/**
 * @template {{toggle: () => void}} T
 * @param {KeyboardEvent} event
 * @param {Keys<T>} keys
 * @param {boolean} letters whether single characters act
 * @returns {((target: T) => void) | undefined}
 */
function actionOf(event, keys, letters) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return undefined;
  }
  const element = event.target instanceof Element ? event.target : null;
  const move = keys.moves[(event.shiftKey ? "Shift+" : "") + event.key];
  if (move) {
    return element?.closest(TYPED_INTO) ? undefined : move;
  }
  if (element?.closest(PRESSED)) {
    return undefined;
  }
  if (event.key === " ") {
    return event.shiftKey ? undefined : (target) => target.toggle();
  }
  return letters ? keys.letters[letterOf(event)] : undefined;
}

function letterOf(event) {
  const letter = event.key.toLowerCase();
  return event.shiftKey && letter === "z" ? "Shift+z" : letter;
}
