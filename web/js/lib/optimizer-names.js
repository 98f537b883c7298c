/**
 * What an optimizer remembers and makes, by its name in an address: `m.1.2.0` is remembered, `m.1.2.0~1` after the update,
 * `mHat.1.2.0` is made in between, `trustRatio.1` is one number of a layer, `norm` one of the whole update.
 */

/** @typedef {"b" | "s" | "m" | "v"} MemoryKind */
/** @typedef {"slope" | "mHat" | "vHat" | "u"} PartKind */
/** @typedef {"learningRate" | "norm" | "clip" | "thetaNorm" | "uNorm" | "trustRatio"} MeasureKind */

export const MEMORIES = /** @type {ReadonlySet<string>} */ (new Set(["b", "s", "m", "v"]));
export const PARTS = /** @type {ReadonlySet<string>} */ (new Set(["slope", "mHat", "vHat", "u"]));
export const MEASURES = /** @type {ReadonlySet<string>} */ (new Set(["learningRate", "norm", "clip", "thetaNorm", "uNorm", "trustRatio"]));

/** All names, as one part of a regular expression. */
export const OPTIMIZER_NAMES = [...MEMORIES, ...PARTS, ...MEASURES].join("|");

/** Letters as LaTeX. */
export const OPTIMIZER_LETTERS = Object.freeze({
  b: "b",
  s: "s",
  m: "m",
  v: "v",
  slope: "\\tilde{D}",
  mHat: "\\hat{m}",
  vHat: "\\hat{v}",
  u: "u",
});

/** As they are said. */
export const OPTIMIZER_WORDS = Object.freeze({
  b: "momentum b",
  s: "sum of squares s",
  m: "running mean m",
  v: "running mean of squares v",
  slope: "slope seen, D tilde",
  mHat: "m hat",
  vHat: "v hat",
  u: "direction u",
  learningRate: "learning rate",
  norm: "norm of the slopes",
  clip: "clipping factor",
  thetaNorm: "norm of theta",
  uNorm: "norm of u",
  trustRatio: "trust ratio",
});

/**
 * @param {string} kind
 * @param {string} above the layer above the letter, or nothing
 */
export function measureLatex(kind, above) {
  switch (kind) {
    case "learningRate":
      return "\\eta";
    case "norm":
      return "\\lVert \\partial J/\\partial \\Theta \\rVert";
    case "clip":
      return "c";
    case "thetaNorm":
      return `\\lVert \\Theta${above} \\rVert`;
    case "uNorm":
      return `\\lVert u${above} \\rVert`;
    default:
      return `r${above}`;
  }
}
