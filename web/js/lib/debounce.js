/**
 * Waits until a reader pauses: of several calls in a row only the last one is carried out.
 *
 * @template {unknown[]} A
 * @param {(...args: A) => void} action
 * @param {number} milliseconds
 * @returns {{(...args: A): void, flush(): void, cancel(): void}}
 */
export function debounced(action, milliseconds) {
  /** @type {A | null} */
  let waiting = null;
  let timer = 0;

  const flush = () => {
    clearTimeout(timer);
    if (waiting !== null) {
      const args = waiting;
      waiting = null;
      action(...args);
    }
  };
  const cancel = () => {
    clearTimeout(timer);
    waiting = null;
  };
  const call = (...args) => {
    clearTimeout(timer);
    waiting = args;
    timer = setTimeout(flush, milliseconds);
  };
  return Object.assign(call, { flush, cancel });
}
