// How smoothly a browser shows a run that goes: frames a second that arrive and that are drawn. It needs a server that runs, and
// Playwright: PLAYWRIGHT names a folder in which its package was installed, BROWSER a Chromium.
//   node watching.mjs http://127.0.0.1:7070 deep|small|digits 10
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.PLAYWRIGHT ?? "."}/`);
const { chromium } = require("playwright-core");
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

const browser = await chromium.launch({ executablePath: process.env.BROWSER, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.addInitScript(watch);
await page.goto(`${server}/playground`);
const link = await page.evaluate(async (document) => {
  const { packed } = await import("/web/js/lib/packing.js");
  return packed(JSON.stringify(document));
}, { theta: { init: "xavier-uniform", seed: 4 }, ...EXPERIMENTS[work] });
await page.goto(`${server}/playground?n=${link}`);
await page.getByRole("button", { name: "Start", exact: true }).click();
await page.waitForTimeout(WARM);
await page.evaluate(forget);
await page.waitForTimeout(1000 * Number(seconds));
const seen = await page.evaluate(() => ({ ...window.seen, over: (performance.now() - window.seen.since) / 1000 }));
const waits = seen.arrived.map((time) => seen.drawn.find((drawn) => drawn >= time) - time).filter(Number.isFinite);
console.log(`${work}: load ${load()}; arrived ${rate(seen.arrived, seen.over)}, drawn ${rate(seen.drawn, seen.over)}, animation frames ` +
  `${rate(seen.animated, seen.over)} a second; ${Math.round(seen.bytes / Math.max(1, seen.arrived.length) / 1024)} kB each, drawn after ` +
  `${median(waits).toFixed(1)} ms; longest task ${Math.max(0, ...seen.long).toFixed(0)} ms`);
await page.getByRole("button", { name: "Stop, and go back to the start" }).click();
await browser.close();
