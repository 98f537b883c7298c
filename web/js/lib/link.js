/**
 * The link of a moment: expression, inputs, mode and step, so that a copied address opens the same place.
 *
 * `/autodiff?e=ln(x1)+x1*x2-sin(x2)&x=2,5&s=15&mode=forward&seed=x1&o=1`; what is as it was at the start is left out,
 * inputs stand in the order of the expression, steps count from 1.
 */

/** @import { Document } from "./types.js" */

/** What the page opens with: the lecture's example. */
export const OPENING = Object.freeze({
  expression: "y = ln(x1) + x1*x2 - sin(x2)",
  at: Object.freeze({ x1: 2, x2: 5 }),
  output: 0,
  mode: "reverse",
  seed: null,
});

/**
 * What a link says. The inputs' names are known only to the server, so their values stay a list.
 * @typedef {object} Moment
 * @property {string} [expression]
 * @property {number[]} values
 * @property {"reverse" | "forward"} mode
 * @property {string | null} seed
 * @property {number} output
 * @property {number} index
 */

/**
 * @param {string} search the part of the address from the question mark on
 * @returns {Moment}
 */
function readLink(search) {
  const fields = fieldsOf(search);
  return {
    expression: fields.get("e") || undefined,
    values: (fields.get("x") ?? "").split(",").filter(Boolean).map(Number).filter(Number.isFinite),
    mode: fields.get("mode") === "forward" ? "forward" : "reverse",
    seed: fields.get("seed") || null,
    output: naturalNumber(fields.get("o"), 0),
    index: naturalNumber(fields.get("s"), 1) - 1,
  };
}

/**
 * @param {Document} document
 * @param {number} index
 * @param {string[]} names the inputs in the order of the expression
 * @returns {string} the part of the address from the question mark on
 */
export function writeLink(document, index, names) {
  if (index === 0 && isOpening(document)) return "";
  const fields = [["e", encode(document.expression.replace(/\s+/g, ""))]];
  if (names.length) fields.push(["x", names.map((name) => String(document.at[name] ?? 0)).join(",")]);
  if (document.mode === "forward") fields.push(["mode", "forward"]);
  if (document.mode === "forward" && document.seed && document.seed !== names[0]) fields.push(["seed", encode(document.seed)]);
  if (document.output > 0) fields.push(["o", String(document.output)]);
  if (index > 0) fields.push(["s", String(index + 1)]);
  return "?" + fields.map((field) => field.join("=")).join("&");
}

/** @type {import("./address.js").LinkForm} */
export const AUTODIFF_LINK = Object.freeze({
  read: ({ search }) => readLink(search),
  write: ({ document, index, trace }) => writeLink(document, index, trace?.inputs.map((input) => input.name) ?? []),
});

function isOpening(document) {
  return JSON.stringify({ ...OPENING, ...document }) === JSON.stringify(OPENING);
}

/** Plus signs, brackets and stars stay readable; what would end the field is escaped. */
function encode(text) {
  return encodeURIComponent(text).replace(/%(2B|2C|2F|3A|3D|3B|5E)/g, (escaped) => decodeURIComponent(escaped));
}

/** A plus is a plus, as we write it, unless the link was made by a tool that escapes the plus and writes it for a space. */
function decode(text) {
  const spaced = /%2B/i.test(text) ? text.replace(/\+/g, " ") : text;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function fieldsOf(search) {
  const pairs = search.replace(/^\?/, "").split("&").filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const equals = pair.indexOf("=");
      return equals < 0 ? [pair, ""] : [pair.slice(0, equals), decode(pair.slice(equals + 1))];
    }),
  );
}

function naturalNumber(text, least) {
  const number = Number(text);
  return Number.isInteger(number) && number >= least ? number : least;
}
