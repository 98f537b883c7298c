/** Elements made one by one, for what is drawn once and then changed. */

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
