import { getJson, isReachable } from "../api.js";
import { readFrame } from "./frame.js";

const TRY_AGAIN = 1500;

/**
 * @typedef {object} Closeness how closely a run is watched
 * @property {number} grid points along a side of the map
 * @property {number} unitGrid points along a side of the map of a unit
 * @property {number} pause milliseconds from one frame to the next
 */

/** The run that the page shows. */
export const CLOSELY = /** @type {Closeness} */ (Object.freeze({ grid: 100, unitGrid: 24, pause: 0 }));

/** A run beside it: only its curve is wanted. */
export const ASIDE = /** @type {Closeness} */ (Object.freeze({ grid: 2, unitGrid: 2, pause: 250 }));

/**
 * Watches a run: the server sends a frame, the newest it has, each time the one before was painted. A page that is slow or
 * out of sight gets fewer frames and never old ones.
 */
export class Watch {
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {"live" | number} */
  #shown;
  #closed = false;
  #waiting = 0;
  #id;
  #hears;
  #closeness;

  /**
   * @param {string} id of the run
   * @param {"live" | number} shown
   * @param {{frame: (frame: import("./frame.js").Frame) => void, lost: () => void, found: () => void, gone: () => void}} hears
   *     `lost` when the connection is, `found` when it is back, `gone` when the server has no such run any more
   * @param {Closeness} closeness
   */
  constructor(id, shown, hears, closeness) {
    this.#id = id;
    this.#shown = shown;
    this.#hears = hears;
    this.#closeness = closeness;
    this.#connect();
  }

  get closeness() {
    return this.#closeness;
  }

  /** @param {"live" | number} shown an iteration, or the newest moment whatever it is */
  show(shown) {
    this.#shown = shown;
    this.#send({ show: shown });
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#waiting);
    // A browser complains aloud of a socket that is closed before it is open.
    if (this.#socket?.readyState !== WebSocket.CONNECTING) {
      this.#socket?.close();
    }
  }

  #connect() {
    const { protocol, host } = location;
    const path = `/api/training/runs/${encodeURIComponent(this.#id)}/watch`;
    const socket = new WebSocket(`${protocol === "https:" ? "wss:" : "ws:"}//${host}${path}`);
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => {
      if (this.#closed) {
        socket.close();
        return;
      }
      this.#hears.found();
      const { grid, unitGrid } = this.#closeness;
      this.#send({ show: this.#shown, grid, unitGrid, ready: true });
    });
    socket.addEventListener("message", ({ data }) => this.#receive(data));
    socket.addEventListener("close", () => this.#onClose());
    this.#socket = socket;
  }

  #receive(data) {
    if (!(data instanceof ArrayBuffer)) {
      return;
    }
    const frame = readFrame(data);
    requestAnimationFrame(() => {
      if (!this.#closed) {
        this.#askForNext();
        this.#hears.frame(frame);
      }
    });
  }

  /** The next frame is made while this one is painted: no more than one waits, however slow the page is. */
  #askForNext() {
    const ask = () => this.#send({ ready: true });
    if (this.#closeness.pause > 0) {
      setTimeout(ask, this.#closeness.pause);
    } else {
      ask();
    }
  }

  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  #onClose() {
    if (!this.#closed) {
      this.#rejoin();
    }
  }

  /** Asks by an ordinary request first: a browser complains aloud of a socket that cannot be opened. */
  async #rejoin() {
    if (!(await isReachable())) {
      this.#hears.lost();
      this.#waiting = setTimeout(() => this.#rejoin(), TRY_AGAIN);
      return;
    }
    try {
      await getJson(`/api/training/runs/${encodeURIComponent(this.#id)}`);
    } catch {
      this.#hears.gone();
      return;
    }
    if (!this.#closed) {
      this.#connect();
    }
  }
}
