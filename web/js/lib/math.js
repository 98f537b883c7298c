/**
 * Mathematics on the page. Every formula is rendered once and cloned from then on, since a step is visited many times.
 */
import katex from "katex";

const CACHE_LIMIT = 6000;
const OPTIONS = {
  strict: false,
  throwOnError: false,
  output: "htmlAndMathml",
  trust: (context) => context.command === "\\htmlClass" || context.command === "\\htmlData",
};

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
  if (shown.get(node) === latex) return;
  shown.set(node, latex);
  node.replaceChildren(...(latex ? [mathNode(latex)] : []));
}

/**
 * Shows a sentence whose formulas stand between dollar signs.
 * @param {Element} node
 * @param {string} sentence
 */
export function renderProse(node, sentence) {
  if (shown.get(node) === sentence) return;
  shown.set(node, sentence);
  const parts = sentence.split("$");
  node.replaceChildren(...parts.map((part, at) => (at % 2 === 1 ? mathNode(part) : document.createTextNode(part))));
}

/**
 * Renders formulas ahead of their use, while the browser is idle.
 * @param {Iterable<string>} formulas
 * @returns {() => void} stops the work
 */
export function warmMath(formulas) {
  const waiting = formulas[Symbol.iterator]();
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 16));
  let stopped = false;
  const work = (deadline) => {
    while (!stopped && deadline.timeRemaining() > 2) {
      const { value, done } = waiting.next();
      if (done) return;
      if (value) template(value);
    }
    if (!stopped) idle(work);
  };
  idle(work);
  return () => {
    stopped = true;
  };
}

function mathNode(latex) {
  return template(latex).cloneNode(true);
}

function template(latex) {
  let node = rendered.get(latex);
  if (!node) {
    if (rendered.size >= CACHE_LIMIT) rendered.delete(rendered.keys().next().value);
    const host = document.createElement("span");
    katex.render(latex, host, OPTIONS);
    node = /** @type {HTMLElement} */ (host.firstElementChild);
    rendered.set(latex, node);
  }
  return node;
}

/**
 * `<bs-math latex="v_{3}">`, or `<bs-math prose="The slope $v_{0}$ …">` for a sentence with formulas in it.
 */
export class BsMath extends HTMLElement {
  static observedAttributes = ["latex", "prose"];

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

  attributeChangedCallback(name, _, text) {
    if (text === null) return;
    if (name === "latex") renderMath(this, text);
    else renderProse(this, text);
  }
}

customElements.define("bs-math", BsMath);
