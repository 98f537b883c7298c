import { html, nothing, svg } from "lit";

const SIDE = 46;
const EDGE = 5;

/** Signs of what a reader brings along, on a square of 46. */
const SIGNS = {
  points: svg`<path class="sign" d="M23 14v18M14 23h18"></path>`,
  drawn: svg`<path class="sign" d="M8 30c6-16 10-16 15-4s9 8 15-8"></path>`,
  table: svg`<path class="sign" d="M11 13h24v20H11zM11 20h24M11 26.500h24M19 13v20M27 13v20"></path>`,
  expression: svg`<text class="sign-text" x="23" y="28" text-anchor="middle">f(x)</text>`,
};

/**
 * A small picture of a data set.
 * @param {{name: string, inputs?: number, kind?: string, x?: number[][], y?: number[][], image?: {height: number, width: number}}} entry
 */
export function preview({ name, inputs = 0, kind = "", x = [], y = [], image }) {
  const sign = SIGNS[name];
  return html`<svg class="data-preview" viewBox="0 0 ${SIDE} ${SIDE}" aria-hidden="true">
    ${sign ?? (x.length > 0 ? drawn(x, y, inputs, kind, image) : nothing)}
  </svg>`;
}

function drawn(x, y, inputs, kind, image) {
  if (inputs > 2) {
    return pixels(x[0], image ?? squareOf(x[0].length));
  }
  return inputs === 1 ? curve(x, y) : points(x, y, kind);
}

function points(x, y, kind) {
  const across = scale(x.map((each) => each[0]));
  const up = scale(x.map((each) => each[1]));
  const middle = kind === "regression" ? 0 : 0.5;
  return x.map(
    (each, at) =>
      svg`<circle class=${y[at][0] > middle ? "second" : "first"} cx=${across(each[0])} cy=${SIDE - up(each[1])} r="1.6"></circle>`,
  );
}

function curve(x, y) {
  const order = x.map((each, at) => [each[0], y[at][0]]).sort((one, other) => one[0] - other[0]);
  const across = scale(order.map(([each]) => each));
  const up = scale(order.map(([, each]) => each));
  const path = order.map(([a, b], at) => `${at === 0 ? "M" : "L"}${across(a).toFixed(1)} ${(SIDE - up(b)).toFixed(1)}`).join("");
  return svg`<path class="sign" d=${path}></path>`;
}

function pixels(values, { height, width }) {
  const side = (SIDE - 2 * EDGE) / Math.max(height, width);
  const most = Math.max(...values, 1e-9);
  return values
    .slice(0, height * width)
    .map((value, at) =>
      value <= 0
        ? nothing
        : svg`<rect class="pixel" x=${EDGE + (at % width) * side} y=${EDGE + Math.floor(at / width) * side} width=${side} height=${side} opacity=${value / most}></rect>`,
    );
}

function squareOf(count) {
  const side = Math.round(Math.sqrt(count));
  return { height: side, width: side };
}

function scale(values) {
  const least = Math.min(...values);
  const width = Math.max(...values) - least || 1;
  return (value) => EDGE + ((value - least) / width) * (SIDE - 2 * EDGE);
}
