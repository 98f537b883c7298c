/** A Chromium that is spoken to by the DevTools protocol over a pipe: messages in JSON, each ended by a zero byte. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [TO_BROWSER, FROM_BROWSER] = [3, 4];
const END = "\0";

/** Milliseconds in a tick of the processor times that Linux tells. */
const TICK = 10;

export class Chromium {
  #profile = mkdtempSync(join(tmpdir(), "chromium-"));
  #answers = new Map();
  #rest = "";
  #last = 0;

  /** @param {string} executable */
  constructor(executable, { width, height }) {
    const options = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"];
    this.process = spawn(executable, [...options, `--window-size=${width},${height}`, `--user-data-dir=${this.#profile}`, "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
      detached: true,
    });
    this.process.stdio[FROM_BROWSER].on("data", (bytes) => this.#receive(String(bytes)));
  }

  #receive(text) {
    const messages = (this.#rest + text).split(END);
    this.#rest = messages.pop();
    for (const message of messages.map((each) => JSON.parse(each))) {
      this.#answers.get(message.id)?.(message);
      this.#answers.delete(message.id);
    }
  }

  /** @returns {Promise<any>} the result of a command */
  async send(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    const answered = new Promise((resolve) => this.#answers.set(id, resolve));
    this.process.stdio[TO_BROWSER].write(JSON.stringify({ id, method, params, sessionId }) + END);
    const { result, error } = await answered;
    if (error) {
      throw new Error(`${method}: ${error.message}`);
    }
    return result;
  }

  /** @returns {Promise<Page>} the page it opened with */
  async page() {
    const { targetInfos } = await this.send("Target.getTargets");
    const { targetId } = targetInfos.find(({ type }) => type === "page");
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    return new Page((method, params) => this.send(method, params, sessionId));
  }

  /** @returns {number} milliseconds that the processor has worked for all its processes */
  processorTime() {
    const statistics = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(statisticsOf);
    const own = statistics.filter(({ group }) => group === this.process.pid);
    return own.reduce((sum, { ticks }) => sum + ticks * TICK, 0);
  }

  async close() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    await this.send("Browser.close");
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What Linux says of a process, which may have ended meanwhile. */
function statisticsOf(process) {
  try {
    const [, , group, ...others] = readFileSync(`/proc/${process}/stat`, "utf8").split(") ").at(-1).split(" ");
    return { group: Number(group), ticks: Number(others[8]) + Number(others[9]) };
  } catch {
    return { group: NaN, ticks: 0 };
  }
}

class Page {
  #send;

  constructor(send) {
    this.#send = send;
  }

  /** Runs a function in every document before its own scripts. */
  async before(task) {
    await this.#send("Page.enable");
    await this.#send("Page.addScriptToEvaluateOnNewDocument", { source: `(${task})()` });
  }

  async open(address) {
    await this.#send("Page.navigate", { url: address });
  }

  /** @returns {Promise<any>} what a function makes in the page of a value, both as JSON */
  async run(task, given = null) {
    const { result, exceptionDetails } = await this.#send("Runtime.evaluate", {
      expression: `(${task})(${JSON.stringify(given)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }
}
