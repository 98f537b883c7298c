import { formatNumber } from "../lib/format.js";

/** @import { Format } from "../lib/moment.js" */
/** @import { JsonNumber, Point } from "../lib/types.js" */

const TIME = 320;

/**
 * A number travels along an edge, and is gone when it arrives.
 * @param {Element} host
 * @param {Point[]} corners
 * @param {JsonNumber} value
 * @param {Format} format
 * @param {number} speed
 */
export function travel(host, corners, value, format, speed) {
  const traveller = document.createElement("div");
  traveller.className = "traveller";
  traveller.ariaHidden = "true";
  traveller.textContent = formatNumber(value, format);
  host.append(traveller);
  const animation = traveller.animate(
    { transform: corners.map(([x, y]) => `translate(${x}px, ${y}px) translate(-50%, -50%)`), opacity: fading(corners.length) },
    { duration: TIME / speed, easing: "ease-out" },
  );
  const end = () => traveller.remove();
  animation.onfinish = end;
  animation.oncancel = end;
}

function fading(count) {
  return Array.from({ length: count }, (_, at) => (at === count - 1 ? 0.4 : 1));
}
