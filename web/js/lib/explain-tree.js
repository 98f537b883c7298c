/**
 * The tree of an explanation: from a number through what it was computed from, down to the inputs.
 */

/** @import { Explanation } from "./types.js" */

/**
 * A line of the tree as it is shown.
 * @typedef {object} TreeLine
 * @property {string} path its place, such as "0/1/0"
 * @property {Explanation} node
 * @property {number} level from 1
 * @property {number} position among its siblings, from 1
 * @property {number} size of its siblings
 * @property {boolean} open
 * @property {boolean} branch whether there is anything below it
 */

/** @param {Explanation} node */
function isBranch(node) {
  return node.reads.length > 0 || node.more === true;
}

/**
 * What a number is that was given and not computed.
 * @param {Explanation} node
 * @returns {string | null} null where it was computed
 */
export function givenName(node) {
  if (node.step === null) {
    return GIVEN[node.address.split(".")[0]] ?? "given";
  }
  return !isBranch(node) && node.address.startsWith("v.") ? "input" : null;
}

const GIVEN = Object.freeze({ a: "input", y: "target", Theta: "weight" });

/**
 * The lines to show, in reading order.
 * @param {Explanation} tree
 * @param {Set<string>} folded paths of closed branches
 * @returns {TreeLine[]}
 */
export function visibleLines(tree, folded) {
  const lines = [];
  const add = (node, path, level, position, size) => {
    const branch = isBranch(node);
    const open = branch && node.reads.length > 0 && !folded.has(path);
    lines.push({ path, node, level, position, size, open, branch });
    if (open) {
      node.reads.forEach((child, at) => add(child, `${path}/${at}`, level + 1, at + 1, node.reads.length));
    }
  };
  add(tree, "0", 1, 1, 1);
  return lines;
}

/**
 * The tree with one of its nodes replaced.
 * @param {Explanation} tree
 * @param {Explanation} node
 * @param {Explanation} replacement
 * @returns {Explanation}
 */
export function grafted(tree, node, replacement) {
  if (tree === node) {
    return replacement;
  }
  const reads = tree.reads.map((child) => grafted(child, node, replacement));
  return reads.some((child, at) => child !== tree.reads[at]) ? { ...tree, reads } : tree;
}

/**
 * The branches that are folded when an explanation opens: as few as leave a handful of lines.
 * @param {Explanation} tree
 * @param {number} most lines
 * @returns {Set<string>}
 */
export function firstFolds(tree, most) {
  for (let level = DEEPEST; level > 1; level--) {
    const folded = branchesAt(tree, level);
    if (visibleLines(tree, folded).length <= most) {
      return folded;
    }
  }
  return branchesAt(tree, 2);
}

/**
 * The line that a key moves to from a line of the tree.
 * @param {TreeLine[]} lines
 * @param {number} at
 * @param {string} key
 * @returns {number} -1 for a key that does not move
 */
export function treeTarget(lines, at, key) {
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, lines.length - 1);
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return lines.length - 1;
    case "ArrowLeft":
      return Math.max(0, lines.findLastIndex((line, index) => index < at && line.level < lines[at].level));
    case "ArrowRight":
      return lines[at].open ? at + 1 : -1;
    default:
      return -1;
  }
}

const DEEPEST = 6;

function branchesAt(tree, level) {
  const lines = visibleLines(tree, new Set());
  return new Set(lines.filter((line) => line.branch && line.level >= level).map((line) => line.path));
}
