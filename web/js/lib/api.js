/**
 * The server's JSON interface. Pages never compute: every number comes through here.
 */

/** @import { Problem } from "./types.js" */

/** An answer that says what was wrong with the request. */
export class ProblemError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** The server could not be reached. */
export class OfflineError extends Error {
  constructor(cause) {
    super("The server cannot be reached", { cause });
    this.name = "OfflineError";
  }
}

/**
 * @param {string} path
 * @param {object} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 * @throws {ProblemError} where the server refuses the request
 * @throws {OfflineError} where it does not answer
 */
export function postJson(path, body, signal) {
  return request(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
    signal,
  });
}

/**
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export function getJson(path, signal) {
  return request(path, { headers: { accept: "application/json" }, signal });
}

/** @returns {Promise<boolean>} whether the server can serve */
export async function isReachable() {
  try {
    return (await fetch("/health", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/** Whether an error only says that the answer is no longer wanted. */
export function isAbort(error) {
  return error instanceof DOMException && error.name === "AbortError";
}

async function request(path, init) {
  const response = await answer(path, init);
  if (response.ok) return response.json();
  throw new ProblemError(await problemOf(response));
}

async function answer(path, init) {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new OfflineError(error);
  }
}

async function problemOf(response) {
  const type = response.headers.get("content-type") ?? "";
  if (type.includes("json")) return response.json();
  return { title: response.statusText, status: response.status, detail: `The server answered ${response.status}.` };
}
