// How smoothly a browser shows a run that goes: frames a second that arrive and that are drawn, and what a frame takes of the
// processor. It needs a server that runs, and BROWSER names a Chromium. Nobody listens in on what the page receives, as tools for
// tests do: to hand on every frame costs as much as to draw it.
//   BROWSER=chromium node watching.mjs http://127.0.0.1:7070 deep|small|digits 10
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Chromium } from "./chromium.mjs";

const [server = "http://127.0.0.1:7070", work = "deep", seconds = "10"] = process.argv.slice(2);
const WARM = 3000;

const dense = (units, activation) => ({ type: "dense", units, activation });

const onSpiral = (...units) => ({
  network: { inputs: 2, layers: [...units.map((count) => dense(count, "tanh")), dense(1, "sigmoid")], loss: "binary-cross-entropy" },
  data: { dataset: "spiral", count: 500, noise: 0.05, testFraction: 0.3, seed: 4 },
  training: { optimizer: { type: "sgd", learningRate: 0.03 }, batchSize: 10, epochs: 200_000, seed: 4 },
});

/** Runs of networks as a playground has them, far longer than they are looked at. */
const EXPERIMENTS = {
  deep: onSpiral(8, 8, 8, 8, 8, 8),
  small: onSpiral(4, 2),
  digits: {
    network: { inputs: 64, layers: [dense(32, "relu"), dense(10, "softmax")], loss: "cross-entropy" },
    data: { dataset: "digits", testFraction: 0.3, seed: 4 },
    training: { optimizer: { type: "sgd", learningRate: 0.02 }, batchSize: 32, epochs: 20_000, seed: 4 },
  },
};

/** In the page, before its own scripts: notes when frames arrive, and when the page has been given what they say. */
function watch() {
  const seen = (window.seen = { arrived: [], drawn: [], animated: [], long: [], bytes: 0 });
  const Socket = WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (data instanceof ArrayBuffer) {
          seen.arrived.push(performance.now());
          seen.bytes += data.byteLength;
        }
      });
    }
  };
  const animate = () => {
    seen.animated.push(performance.now());
    requestAnimationFrame(animate);
  };
  requestAnimationFrame(animate);
  new PerformanceObserver((list) => seen.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  // The line that says how far the run is changes with every frame; what several parts of it change in one picture is drawn once.
  let picture = null;
  addEventListener("DOMContentLoaded", () => {
    const line = new MutationObserver(() => {
      if (document.timeline.currentTime !== picture) seen.drawn.push(performance.now());
      picture = document.timeline.currentTime;
    });
    line.observe(document.querySelector("bs-run-bar"), { subtree: true, childList: true, characterData: true });
  });
}

function forget() {
  Object.assign(window.seen, { arrived: [], drawn: [], animated: [], long: [], bytes: 0, since: performance.now() });
}

const load = () => readFileSync("/proc/loadavg", "utf8").split(" ")[0];
const rate = (times, over) => (times.length / over).toFixed(1);
const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;

/** Presses a button as soon as the page has it. */
const press = (page, name) =>
  page.run(async (name) => {
    const button = () =>
      [...document.querySelectorAll("button")].find((each) => name === (each.getAttribute("aria-label") ?? each.textContent.trim()));
    while (!button()) await new Promise(requestAnimationFrame);
    button().click();
  }, name);

/** Opens an address, and waits until its scripts have run. */
async function open(page, address) {
  await page.open(address);
  const isThere = (address) => location.href === address && document.readyState === "complete";
  while (!(await page.run(isThere, address).catch(() => false))) await pause(50);
}

const browser = new Chromium(process.env.BROWSER ?? "chromium", { width: 1440, height: 900 });
const page = await browser.page();
await page.before(watch);
await open(page, `${server}/playground`);
const link = await page.run(async (document) => {
  const { packed } = await import("/web/js/lib/packing.js");
  return packed(JSON.stringify(document));
}, { theta: { init: "xavier-uniform", seed: 4 }, ...EXPERIMENTS[work] });
await open(page, `${server}/playground?n=${link}`);
await press(page, "Start");
await pause(WARM);
await page.run(forget);
const before = browser.processorTime();
await pause(1000 * Number(seconds));
const seen = await page.run(() => ({ ...window.seen, over: (performance.now() - window.seen.since) / 1000 }));
const took = browser.processorTime() - before;
const waits = seen.arrived.map((time) => seen.drawn.find((drawn) => drawn >= time) - time).filter(Number.isFinite);
console.log(`${work}: load ${load()}; arrived ${rate(seen.arrived, seen.over)}, drawn ${rate(seen.drawn, seen.over)}, animation frames ` +
  `${rate(seen.animated, seen.over)} a second; ${Math.round(seen.bytes / Math.max(1, seen.arrived.length) / 1024)} kB each, drawn after ` +
  `${median(waits).toFixed(1)} ms; ${(took / seen.drawn.length).toFixed(1)} ms of the processor for each; longest task ` +
  `${Math.max(0, ...seen.long).toFixed(0)} ms`);
await press(page, "Stop, and go back to the start");
await browser.close();
