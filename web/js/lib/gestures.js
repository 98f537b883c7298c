/**
 * A finger that swipes, two fingers that pinch, a mouse that drags. The page itself goes on scrolling up and down.
 */

const SWIPE_LENGTH = 40;
const SWIPE_TIME = 700;

/**
 * @typedef {object} Gestures
 * @property {(direction: 1 | -1) => void} swipe 1 where the finger moves to the left, as one turns a page
 * @property {(factor: number, x: number, y: number) => void} zoom about a point of the element
 * @property {(dx: number, dy: number) => void} pan
 */

/**
 * @param {HTMLElement} element
 * @param {Gestures} gestures
 */
export function followGestures(element, gestures) {
  /** @type {Map<number, PointerEvent>} */
  const down = new Map();
  /** @type {PointerEvent | null} */
  let start = null;

  element.addEventListener("pointerdown", (event) => {
    down.set(event.pointerId, event);
    start = down.size === 1 ? event : null;
  });
  element.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) {
      return;
    }
    if (down.size === 2) {
      const other = [...down.values()].find((pointer) => pointer.pointerId !== event.pointerId);
      pinch(element, before, event, other, gestures);
    } else if (event.pointerType === "mouse" && event.buttons === 1) {
      gestures.pan(event.clientX - before.clientX, event.clientY - before.clientY);
    }
    down.set(event.pointerId, event);
  });
  const up = (event) => {
    if (start && event.type === "pointerup" && start.pointerType === "touch") {
      swipe(start, event, gestures);
    }
    down.delete(event.pointerId);
    start = null;
  };
  for (const type of ["pointerup", "pointercancel", "pointerleave"]) {
    element.addEventListener(type, up);
  }
  element.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey) {
        event.preventDefault();
        const { left, top } = element.getBoundingClientRect();
        gestures.zoom(Math.exp(-event.deltaY / 200), event.clientX - left, event.clientY - top);
      }
    },
    { passive: false },
  );
}

function pinch(element, before, now, other, gestures) {
  const { left, top } = element.getBoundingClientRect();
  const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
  gestures.pan((now.clientX - before.clientX) / 2, (now.clientY - before.clientY) / 2);
  gestures.zoom(
    apart(now) / apart(before),
    (now.clientX + other.clientX) / 2 - left,
    (now.clientY + other.clientY) / 2 - top,
  );
}

function swipe(start, end, gestures) {
  const dx = end.clientX - start.clientX;
  const dy = end.clientY - start.clientY;
  const quick = end.timeStamp - start.timeStamp < SWIPE_TIME;
  if (quick && Math.abs(dx) > SWIPE_LENGTH && Math.abs(dx) > 1.5 * Math.abs(dy)) {
    gestures.swipe(dx < 0 ? 1 : -1);
  }
}
