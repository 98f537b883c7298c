/** Elements made one by one, for what is drawn once and then changed. */

/** @import { Point } from "./types.js" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {string} className
 */
export function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/**
 * A button that arrow keys lead to, and not the tab key.
 * @param {string} className
 */
export function button(className) {
  const made = /** @type {HTMLButtonElement} */ (element("button", className));
  made.type = "button";
  made.tabIndex = -1;
  return made;
}

/**
 * Puts a node where it stands on a stage, and tells its numbers how much room they have to either side.
 * @param {HTMLElement} node
 * @param {Point} point
 * @param {number} width of the stage, which what is written at the node does not leave
 */
export function putOnStage({ style }, [x, y], width) {
  style.transform = `translate(${x}px, ${y}px)`;
  style.setProperty("--room-left", `${x}px`);
  style.setProperty("--room-right", `${width - x}px`);
}

/**
 * An element of a drawing.
 * @param {string} tag
 * @param {string} className
 */
export function svg(tag, className) {
  const made = document.createElementNS(SVG, tag);
  made.setAttribute("class", className);
  return made;
}

/**
 * A line of a drawing, or a shape.
 * @param {string} className
 * @param {string} d its corners and curves, as SVG writes them
 */
export function path(className, d) {
  const made = svg("path", className);
  made.setAttribute("d", d);
  return made;
}
