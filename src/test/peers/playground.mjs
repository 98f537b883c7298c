// A network of one object a unit and one a link, every number computed on its own: the design of TensorFlow Playground's engine,
// written anew. A worker of peers.py.
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

class Unit {
  inputs = [];
  outputs = [];
  bias = 0;
  z = 0;
  a = 0;
  slopeOfA = 0;
  delta = 0;
  sumOfDelta = 0;
  count = 0;

  constructor(activation) {
    this.activation = activation;
  }

  compute() {
    this.z = this.bias;
    for (let j = 0; j < this.inputs.length; j++) {
      const link = this.inputs[j];
      this.z += link.weight * link.from.a;
    }
    this.a = this.activation.value(this.z);
  }
}

class Link {
  slope = 0;
  sumOfSlopes = 0;
  count = 0;

  constructor(from, to, weight) {
    this.from = from;
    this.to = to;
    this.weight = weight;
  }
}

// As there, the derivative computes the value again.
const ACTIVATIONS = {
  tanh: {
    value: (z) => Math.tanh(z),
    derivative: (z) => {
      const a = ACTIVATIONS.tanh.value(z);
      return 1 - a * a;
    },
  },
};

function build(sizes, theta) {
  const layers = sizes.map((size) => Array.from({ length: size }, () => new Unit(ACTIVATIONS.tanh)));
  let at = 0;
  for (let l = 1; l < sizes.length; l++) {
    for (const unit of layers[l]) {
      unit.bias = theta[at++];
      for (const from of layers[l - 1]) {
        const link = new Link(from, unit, theta[at++]);
        from.outputs.push(link);
        unit.inputs.push(link);
      }
    }
  }
  return layers;
}

function forward(layers, x) {
  for (let i = 0; i < x.length; i++) {
    layers[0][i].a = x[i];
  }
  for (let l = 1; l < layers.length; l++) {
    const layer = layers[l];
    for (let i = 0; i < layer.length; i++) {
      layer[i].compute();
    }
  }
}

function backward(layers, target) {
  const output = layers[layers.length - 1][0];
  output.slopeOfA = output.a - target;
  for (let l = layers.length - 1; l >= 1; l--) {
    const layer = layers[l];
    for (let i = 0; i < layer.length; i++) {
      const unit = layer[i];
      unit.delta = unit.slopeOfA * unit.activation.derivative(unit.z);
      unit.sumOfDelta += unit.delta;
      unit.count++;
    }
    for (let i = 0; i < layer.length; i++) {
      const unit = layer[i];
      for (let j = 0; j < unit.inputs.length; j++) {
        const link = unit.inputs[j];
        link.slope = unit.delta * link.from.a;
        link.sumOfSlopes += link.slope;
        link.count++;
      }
    }
    if (l > 1) {
      spread(layers[l - 1]);
    }
  }
}

function spread(layer) {
  for (let i = 0; i < layer.length; i++) {
    const unit = layer[i];
    unit.slopeOfA = 0;
    for (let j = 0; j < unit.outputs.length; j++) {
      const link = unit.outputs[j];
      unit.slopeOfA += link.weight * link.to.delta;
    }
  }
}

function update(layers, learningRate) {
  for (let l = 1; l < layers.length; l++) {
    const layer = layers[l];
    for (let i = 0; i < layer.length; i++) {
      const unit = layer[i];
      unit.bias -= (learningRate * unit.sumOfDelta) / unit.count;
      unit.sumOfDelta = 0;
      unit.count = 0;
      for (let j = 0; j < unit.inputs.length; j++) {
        const link = unit.inputs[j];
        link.weight -= (learningRate / link.count) * link.sumOfSlopes;
        link.sumOfSlopes = 0;
        link.count = 0;
      }
    }
  }
}

function read(folder) {
  const work = JSON.parse(readFileSync(`${folder}/work.json`, "utf8"));
  const bytes = readFileSync(`${folder}/numbers.bin`);
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  const count = work.sizes.slice(1).reduce((sum, size, l) => sum + size * (work.sizes[l] + 1), 0);
  const width = work.sizes[0];
  const points = Array.from({ length: work.examples }, (_, e) => ({
    x: Array.from(numbers.subarray(count + e * width, count + (e + 1) * width)),
    y: numbers[count + work.examples * width + e],
  }));
  return { ...work, theta: numbers.subarray(0, count), points };
}

function epoch(layers, work) {
  for (let e = 0; e < work.points.length; e++) {
    forward(layers, work.points[e].x);
    backward(layers, work.points[e].y);
    if ((e + 1) % work.batch === 0 || e + 1 === work.points.length) {
      update(layers, work.learningRate);
    }
  }
}

function weights(layers) {
  return layers.slice(1).flatMap((layer) =>
    layer.flatMap((unit) => [unit.bias, ...unit.inputs.map((link) => link.weight)]));
}

const work = read(process.argv[2]);
let layers = build(work.sizes, work.theta);

const commands = {
  run(seconds) {
    const start = performance.now();
    const cpu = process.cpuUsage();
    let examples = 0;
    while (performance.now() - start < seconds * 1000) {
      epoch(layers, work);
      examples += work.points.length;
    }
    const used = process.cpuUsage(cpu);
    return { examples, wall: (performance.now() - start) / 1000, cpu: (used.user + used.system) / 1e6 };
  },
  epoch(file) {
    const fresh = build(work.sizes, work.theta);
    epoch(fresh, work);
    writeFileSync(file, Float64Array.from(weights(fresh)));
    return {};
  },
};

console.log(JSON.stringify({ ready: `node ${process.version}` }));
for await (const line of createInterface({ input: process.stdin })) {
  const [command, operand] = line.split(" ");
  console.log(JSON.stringify(commands[command](operand)));
}
