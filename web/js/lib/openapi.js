/**
 * Reads an OpenAPI document: its operations, and the fields of what they take and give.
 *
 * @typedef {Record<string, any>} Json
 *
 * @typedef {object} Operation
 * @property {string} id        for links
 * @property {string} method    in capitals
 * @property {string} path
 * @property {string} summary
 * @property {string} description
 * @property {Json[]} parameters
 * @property {Json | null} request    schema of the body
 * @property {unknown} requestExample
 * @property {{status: string, description: string, schema: Json | null, example: unknown, examples: unknown[]}[]} answers
 *
 * @typedef {{name: string, depth: number, type: string, required: boolean, description: string}} Field
 */

const METHODS = ["get", "post", "put", "patch", "delete"];

/**
 * @param {Json} api  an OpenAPI document
 * @returns {Operation[]} in the order of the document
 */
export function operationsOf(api) {
  return Object.entries(api.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => operationOf(api, path, method, item[method])),
  );
}

function operationOf(api, path, method, operation) {
  const body = contentOf(resolved(api, operation.requestBody));
  return {
    id: `${method}${path}`.replace(/[^a-z0-9]+/gi, "-").replace(/-$/, ""),
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? "",
    description: operation.description ?? "",
    parameters: (operation.parameters ?? []).map((parameter) => resolved(api, parameter)),
    request: body?.schema ?? null,
    requestExample: exampleOf(body),
    answers: Object.entries(operation.responses ?? {}).map(([status, answer]) => answerOf(api, status, answer)),
  };
}

function answerOf(api, status, answer) {
  const { description = "", ...rest } = resolved(api, answer);
  const content = contentOf(rest);
  const examples = Object.values(content?.examples ?? {}).map(({ value }) => value);
  const example = exampleOf(content);
  return { status, description, schema: content?.schema ?? null, example, examples: examples.length ? examples : [example] };
}

/** The first media type; ours have one. */
function contentOf(holder) {
  return holder?.content ? (Object.values(holder.content)[0] ?? null) : null;
}

function exampleOf(content) {
  const named = Object.values(content?.examples ?? {})[0];
  return content?.example ?? named?.value ?? content?.schema?.example;
}

/**
 * @typedef {object} Mistake
 * @property {string | null} id      what the type of the answer links to
 * @property {string} status
 * @property {string} title
 * @property {string} description
 * @property {unknown} example
 */

/**
 * The kinds of answers that say what was wrong, each once.
 *
 * @param {Operation[]} operations
 * @returns {Mistake[]}
 */
export function mistakesOf(operations) {
  const answers = operations.flatMap((operation) => operation.answers.filter(isMistake));
  const kinds = answers.flatMap(({ status, description, examples }) =>
    examples.map((example) => ({
      id: example?.type?.split("#")[1] ?? null,
      status,
      title: example?.title ?? description,
      description,
      example,
    })),
  );
  return [...new Map(kinds.map((kind) => [`${kind.status} ${kind.title}`, kind])).values()];
}

/** @param {{status: string}} answer */
export function isMistake({ status }) {
  return Number(status) >= 400;
}

/**
 * Follows `$ref` inside the document.
 *
 * @param {Json} api
 * @param {Json | undefined} schema
 * @returns {Json}
 */
function resolved(api, schema) {
  let target = schema ?? {};
  for (let hops = 0; typeof target.$ref === "string" && hops < 20; hops++) {
    const names = target.$ref.replace(/^#\//, "").split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    target = names.reduce((node, name) => node?.[name], api) ?? {};
  }
  return target;
}

/**
 * The fields of a schema, outermost first, two levels deep; what repeats itself further down is named by its type.
 *
 * @param {Json} api
 * @param {Json | null} schema
 * @param {number} [depth]
 * @returns {Field[]}
 */
export function fieldsOf(api, schema, depth = 0) {
  const { properties = {}, required = [], allOf = [] } = resolved(api, schema ?? {});
  const inherited = allOf.flatMap((part) => fieldsOf(api, part, depth));
  const own = Object.entries(properties).flatMap(([name, property]) => {
    const field = {
      name,
      depth,
      type: typeOf(api, property),
      required: required.includes(name),
      description: property.description ?? resolved(api, property).description ?? "",
    };
    return depth < 1 ? [field, ...fieldsOf(api, inner(api, property), depth + 1)] : [field];
  });
  return [...inherited, ...own];
}

/** What an object or the entries of an array are made of. */
function inner(api, property) {
  const schema = resolved(api, property);
  return schema.items ? inner(api, schema.items) : schema;
}

/**
 * The type of a field in words: "array of Line", "number", one of "reverse", "forward".
 *
 * @param {Json} api
 * @param {Json} property
 * @returns {string}
 */
function typeOf(api, property) {
  const schema = resolved(api, property);
  const named = property.$ref?.split("/").at(-1);
  if (schema.enum) {
    return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  }
  if (schema.oneOf ?? schema.anyOf) {
    return (schema.oneOf ?? schema.anyOf).map((choice) => typeOf(api, choice)).join(" or ");
  }
  if (schema.type === "array") {
    return `array of ${typeOf(api, schema.items ?? {})}`;
  }
  if (named) {
    return named;
  }
  if (schema.additionalProperties && typeof schema.additionalProperties === "object") {
    return `object of ${typeOf(api, schema.additionalProperties)}`;
  }
  return [schema.type ?? "any"].flat().join(" or ");
}
