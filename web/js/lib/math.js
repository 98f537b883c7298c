/**
 * Mathematics on the page. Every formula is rendered once and cloned from then on, since a step is visited many times.
 */
import katex from "katex";

const CACHE_LIMIT = 6000;
const OPTIONS = Object.freeze({
  strict: false,
  throwOnError: false,
  trust: (context) => context.command === "\\htmlClass" || context.command === "\\htmlData",
});

/** @type {Map<string, HTMLElement>} */
const rendered = new Map();
/** @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/**
 * Shows a formula in a node; a node that shows it already is left alone.
 * @param {Element} node
 * @param {string} latex
 */
export function renderMath(node, latex) {
  render(node, latex, "htmlAndMathml");
}

/**
 * Shows a formula that is hidden from assistive technology, because its name is said elsewhere.
 * @param {Element} node
 * @param {string} latex
 */
export function renderSilentMath(node, latex) {
  render(node, latex, "html");
}

/**
 * Shows a sentence whose formulas stand between dollar signs.
 * @param {Element} node
 * @param {string} sentence
 * @param {"htmlAndMathml" | "html"} [output]
 */
export function renderProse(node, sentence, output = "htmlAndMathml") {
  if (isShown(node, `${output} ${sentence}`)) {
    return;
  }
  const parts = sentence.split("$");
  node.replaceChildren(
    ...parts.map((part, at) => (at % 2 === 1 ? mathNode(part, output) : document.createTextNode(part))),
  );
}

function render(node, latex, output) {
  if (!isShown(node, `${output} ${latex}`)) {
    node.replaceChildren(...(latex ? [mathNode(latex, output)] : []));
  }
}

/** Whether a node shows a text already; from now on it does. */
function isShown(node, text) {
  const same = shown.get(node) === text;
  shown.set(node, text);
  return same;
}

function mathNode(latex, output) {
  return template(latex, output).cloneNode(true);
}

function template(latex, output) {
  const key = `${output} ${latex}`;
  let node = rendered.get(key);
  if (!node) {
    if (rendered.size >= CACHE_LIMIT) {
      rendered.delete(rendered.keys().next().value);
    }
    const host = document.createElement("span");
    katex.render(latex, host, { ...OPTIONS, output });
    node = /** @type {HTMLElement} */ (host.firstElementChild);
    rendered.set(key, node);
  }
  return node;
}

/**
 * `<bs-math latex="v_{3}">`, or `<bs-math prose="The slope $v_{0}$ …">` for a sentence with formulas in it. `silent`
 * leaves out what assistive technology reads.
 */
export class BsMath extends HTMLElement {
  static observedAttributes = ["latex", "prose", "silent"];

  get latex() {
    return this.getAttribute("latex") ?? "";
  }

  set latex(latex) {
    this.setAttribute("latex", latex ?? "");
  }

  get prose() {
    return this.getAttribute("prose") ?? "";
  }

  set prose(sentence) {
    this.setAttribute("prose", sentence ?? "");
  }

  attributeChangedCallback() {
    const output = this.hasAttribute("silent") ? "html" : "htmlAndMathml";
    if (this.hasAttribute("prose")) {
      renderProse(this, this.prose, output);
    } else {
      render(this, this.latex, output);
    }
  }
}

customElements.define("bs-math", BsMath);
