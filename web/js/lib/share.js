/** Links and code to pass on. */

/**
 * The address of the same moment without the page around it.
 *
 * @param {string} href  of a page with a story
 * @returns {string}
 */
function embedLink(href) {
  const url = new URL(href);
  if (!url.hash.startsWith("#n=")) {
    url.hash = "";
  }
  url.pathname = `/embed${url.pathname}`;
  return url.href;
}

/**
 * @param {string} href  of a page with a story
 * @returns {string} HTML for a page of one's own
 */
export function embedCode(href) {
  const source = embedLink(href).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${source}" title="${titleOf(href)}" width="960" height="640" loading="lazy"></iframe>`;
}

function titleOf(href) {
  return new URL(href).pathname === "/network" ? "Backstep: a network, step by step" : "Backstep: both traces, step by step";
}

/**
 * Copies text, also where the page has no secure address and the browser therefore no clipboard.
 *
 * @param {string} text
 * @param {HTMLInputElement | HTMLTextAreaElement} field  shows that text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}
