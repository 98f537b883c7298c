// Trains with TensorFlow.js on its WebAssembly engine, on one thread and in single precision, which is all it has. A worker of
// peers.py; TFJS names a folder in which its packages were installed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(`${process.env.TFJS ?? "."}/`);
const tf = require("@tensorflow/tfjs");
const wasm = require("@tensorflow/tfjs-backend-wasm");
const name = `TensorFlow.js ${tf.version.tfjs} wasm float32`;

wasm.setThreadsCount(1);
console.log = () => {};
await tf.setBackend("wasm");

const folder = process.argv[2];
const work = JSON.parse(readFileSync(`${folder}/work.json`, "utf8"));
const bytes = readFileSync(`${folder}/numbers.bin`);
const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
let at = 0;

function next(rows, columns) {
  at += rows * columns;
  return tf.tensor2d(Float32Array.from(numbers.subarray(at - rows * columns, at)), [rows, columns]);
}

const theta = work.theta.map(([rows, columns]) => next(rows, columns));
const x = next(work.examples, work.pixels);
const y = next(work.examples, work.theta.at(-1)[0]);

function start() {
  const layers = theta.map((matrix) => {
    const [rows, columns] = matrix.shape;
    return tf.tidy(() => ({
      weight: tf.variable(matrix.slice([0, 1], [rows, columns - 1])),
      bias: tf.variable(matrix.slice([0, 0], [rows, 1]).reshape([rows])),
    }));
  });
  return { layers, optimizer: tf.train.sgd(work.learningRate) };
}

function cost({ layers }, rows) {
  let a = tf.gather(x, rows);
  layers.forEach(({ weight, bias }, l) => {
    const z = tf.add(tf.matMul(a, weight, false, true), bias);
    a = l < layers.length - 1 ? tf.relu(z) : z;
  });
  return tf.losses.softmaxCrossEntropy(tf.gather(y, rows), a);
}

function update(state, rows) {
  tf.tidy(() => state.optimizer.minimize(() => cost(state, tf.tensor1d(rows, "int32"))));
}

function* batches(order) {
  for (let first = 0; first < order.length; first += work.batch) {
    yield order.slice(first, first + work.batch);
  }
}

const inOrder = Int32Array.from({ length: work.examples }, (_, i) => i);
const state = start();

const commands = {
  run(seconds) {
    const began = performance.now();
    const cpu = process.cpuUsage();
    let examples = 0;
    while (performance.now() - began < seconds * 1000) {
      const order = inOrder.slice();
      tf.util.shuffle(order);
      for (const rows of batches(order)) {
        update(state, rows);
        examples += rows.length;
        if (performance.now() - began > seconds * 1000) {
          break;
        }
      }
    }
    const used = process.cpuUsage(cpu);
    return { examples, wall: (performance.now() - began) / 1000, cpu: (used.user + used.system) / 1e6 };
  },
  epoch(file) {
    const fresh = start();
    for (const rows of batches(inOrder)) {
      update(fresh, rows);
    }
    const written = fresh.layers.flatMap(({ weight, bias }) =>
      Array.from(tf.concat([bias.expandDims(1), weight], 1).dataSync()));
    writeFileSync(file, Float64Array.from(written));
    return {};
  },
};

process.stdout.write(`${JSON.stringify({ ready: name })}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  const [command, operand] = line.split(" ");
  process.stdout.write(`${JSON.stringify(commands[command](operand))}\n`);
}
