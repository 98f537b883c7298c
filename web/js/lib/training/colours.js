/** Colours of heat maps: from negative through paper to positive, linear in the value. */

/** @typedef {[number, number, number]} Rgb */
/** @typedef {{neg: Rgb, paper: Rgb, pos: Rgb, ink: Rgb, unknown: Rgb}} Palette */

const TOKENS = Object.freeze({ neg: "--neg", paper: "--paper", pos: "--pos", ink: "--ink", unknown: "--rule" });

/** How much of the hue the ends of a scale have: a map lies behind its points. */
export const BEHIND = 0.6;
export const ALONE = 0.8;

/**
 * The tokens as numbers; the browser says what they are in this theme.
 * @param {Element} host
 * @returns {Palette}
 */
export function paletteOf(host) {
  const probe = document.createElement("i");
  probe.hidden = true;
  host.append(probe);
  const colours = Object.entries(TOKENS).map(([name, token]) => {
    probe.style.color = `var(${token})`;
    return [name, getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number)];
  });
  probe.remove();
  return /** @type {Palette} */ (Object.fromEntries(colours));
}

/** @param {Rgb} rgb */
export function css([r, g, b]) {
  return `rgb(${r} ${g} ${b})`;
}

/** @type {Map<string, ImageData>} one for each size: maps come 30 times a second, and what is drawn is copied */
const images = new Map();

function imageOf(columns, rows) {
  const key = `${columns} ${rows}`;
  const image = images.get(key) ?? new ImageData(columns, rows);
  images.set(key, image);
  return image;
}

/**
 * @param {{rows: number, columns: number, values: Float32Array}} grid row 0 at the bottom
 * @param {{low: number, high: number}} scale the values of the two ends
 * @param {Palette} palette
 * @param {number} strength of the hue at the ends, 0 to 1
 * @returns {ImageData} row 0 at the top; it is the same one for every map of that size, so it is to be drawn at once
 */
export function heatImage({ rows, columns, values }, { low, high }, palette, strength) {
  const image = imageOf(columns, rows);
  const { data } = image;
  const { neg, paper, pos, unknown } = palette;
  const middle = (low + high) / 2;
  const reach = (high - low) / 2 || 1;
  for (let row = 0; row < rows; row++) {
    let at = 4 * (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) {
      const share = (values[row * columns + column] - middle) / reach;
      const end = share < 0 ? neg : pos;
      const part = Number.isFinite(share) ? strength * Math.min(1, Math.abs(share)) : 0;
      const from = Number.isFinite(share) ? paper : unknown;
      data[at++] = from[0] + (end[0] - from[0]) * part;
      data[at++] = from[1] + (end[1] - from[1]) * part;
      data[at++] = from[2] + (end[2] - from[2]) * part;
      data[at++] = 255;
    }
  }
  return image;
}

/**
 * The ends of a scale for what a layer puts out: those of its activation, else symmetric about zero and wide enough.
 * @param {string} activation
 * @param {Iterable<number>} values
 * @returns {{low: number, high: number}}
 */
export function scaleOf(activation, values) {
  if (activation === "sigmoid" || activation === "softmax") {
    return { low: 0, high: 1 };
  }
  if (activation === "tanh") {
    return { low: -1, high: 1 };
  }
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > largest && Number.isFinite(size)) largest = size;
  }
  return { low: -(largest || 1), high: largest || 1 };
}
