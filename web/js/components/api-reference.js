import { LitElement, html, nothing } from "lit";
import { getJson } from "../lib/api.js";
import { fieldsOf, isMistake, mistakesOf, operationsOf } from "../lib/openapi.js";

/** @import { Json, Mistake, Operation } from "../lib/openapi.js" */

/** `<bs-api-reference>`: the description of the interface, for people. */
export class ApiReference extends LitElement {
  static properties = { api: { state: true }, failed: { state: true } };

  constructor() {
    super();
    /** @type {Json | null} */
    this.api = null;
    this.failed = false;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
  }

  #fetch = async () => {
    try {
      this.api = await getJson("/openapi");
      this.failed = false;
    } catch {
      this.failed = true;
    }
  };

  render() {
    if (this.failed) {
      return html`<p role="status">
        The description could not be fetched.
        <button class="link-button" type="button" @click=${this.#fetch}>Try again</button>
      </p>`;
    }
    if (this.api === null) {
      return nothing;
    }
    const operations = operationsOf(this.api);
    return html`
      <nav aria-label="Addresses">
        <ul class="api-contents">
          ${operations.map(
            ({ id, method, path, summary }) => html`<li>
              <a href="#${id}"><code>${method} ${path}</code></a> <span class="secondary">${summary}</span>
            </li>`,
          )}
        </ul>
      </nav>
      ${operations.map((operation) => section(this.api, operation))} ${mistakes(this.api, mistakesOf(operations))}
    `;
  }

  /** A link to a section can be followed only once the sections are there. */
  updated(changed) {
    if (changed.has("api") && this.api !== null && location.hash.length > 1) {
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    }
  }
}

/**
 * @param {Json} api
 * @param {Operation} operation
 */
function section(api, { id, method, path, summary, description, parameters, request, requestExample, answers }) {
  return html`
    <section class="api-operation" aria-labelledby=${id}>
      <h2 id=${id}><code>${method} ${path}</code></h2>
      <p class="why">${summary}</p>
      ${description ? html`<p>${description}</p>` : nothing}
      ${parameters.length > 0 ? table("Parameters", parameters.map((each) => parameterField(each))) : nothing}
      ${request ? table("Request", fieldsOf(api, request)) : nothing} ${example("For example", requestExample)}
      ${answers.filter((answer) => !isMistake(answer)).map((answer) => answerPart(api, answer))}
      ${answers.filter(isMistake).map(mistakeLine)}
    </section>
  `;
}

function mistakeLine({ status, description }) {
  return html`<p class="api-mistake"><a href="#mistakes">${status}</a> <span class="secondary">${description}</span></p>`;
}

/**
 * @param {Json} api
 * @param {Mistake[]} kinds
 */
function mistakes(api, kinds) {
  return html`
    <section class="api-operation" aria-labelledby="mistakes">
      <h2 id="mistakes">When something is wrong</h2>
      <p class="why">The answer is application/problem+json, as RFC 9457 has it.</p>
      ${table("Problem", fieldsOf(api, api.components?.schemas?.Problem ?? null))}
      ${kinds.map(
        ({ id, status, title, description, example: shown }) => html`
          <h3 id=${id ?? nothing}>${status} ${title}</h3>
          <p class="secondary">${description}</p>
          ${example(title, shown)}
        `,
      )}
    </section>
  `;
}

function answerPart(api, { status, description, schema, example: shown }) {
  const fields = schema ? fieldsOf(api, schema) : [];
  return html`
    <h3>${status} <span class="secondary">${description}</span></h3>
    ${fields.length > 0 ? table(`Answer ${status}`, fields) : nothing} ${example("For example", shown)}
  `;
}

function parameterField({ name, schema = {}, required = false, description = "" }) {
  return { name, depth: 0, type: schema.type ?? "string", required, description };
}

function table(caption, fields) {
  return html`
    <div class="api-frame" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">field</th>
            <th scope="col">type</th>
            <th scope="col">what it is</th>
          </tr>
        </thead>
        <tbody>
          ${fields.map(fieldRow)}
        </tbody>
      </table>
    </div>
  `;
}

function fieldRow({ name, depth, type, required, description }) {
  return html`
    <tr>
      <th scope="row" class=${depth > 0 ? "inner" : ""}>
        <code>${name}</code>${required ? nothing : html`<span class="caption"> optional</span>`}
      </th>
      <td><span class="secondary">${type}</span></td>
      <td>${description}</td>
    </tr>
  `;
}

function example(label, value) {
  return value === undefined
    ? nothing
    : html`<pre class="api-example" tabindex="0" aria-label=${label}>${JSON.stringify(value, null, 2)}</pre>`;
}

customElements.define("bs-api-reference", ApiReference);
