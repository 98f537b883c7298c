"""What the workers of peers.py have in common: they read the work, train when they are told to, and answer by lines of JSON."""

import json
import sys
import time

import numpy as np


class Work:
    """A network, its first weights and its examples, as peers.py wrote them."""

    def __init__(self, folder, dtype):
        with open(f"{folder}/work.json") as file:
            work = json.load(file)
        self.sizes = work.get("sizes")
        self.inputs = work.get("inputs")
        self.layers = work.get("layers")
        self.activation = work.get("activation")
        self.batch = work["batch"]
        self.rate = work["learningRate"]
        self.examples = work["examples"]
        numbers = np.fromfile(f"{folder}/numbers.bin").astype(dtype)
        self.theta, at = [], 0
        for rows, columns in work["theta"]:
            self.theta.append(numbers[at : at + rows * columns].reshape(rows, columns))
            at += rows * columns
        x = numbers[at : at + self.examples * work["pixels"]]
        self.x = x.reshape(self.examples, *(self.inputs or [-1]))
        self.y = numbers[at + x.size :].reshape(self.examples, -1)


def serve(name, work, start, update, weights):
    """Answers commands. start() gives a state; update(state, rows) trains it on some rows; weights(state) lists its matrices."""
    random = np.random.RandomState(1)
    state = start()

    def epoch(of, order):
        for first in range(0, work.examples, work.batch):
            update(of, order[first : first + work.batch])

    def run(seconds):
        wall, cpu, examples = time.perf_counter(), time.process_time(), 0
        while time.perf_counter() - wall < float(seconds):
            order = random.permutation(work.examples)
            for first in range(0, work.examples, work.batch):
                update(state, order[first : first + work.batch])
                examples += len(order[first : first + work.batch])
                if time.perf_counter() - wall > float(seconds):
                    break
        return {"examples": examples, "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}

    def one(file):
        fresh = start()
        epoch(fresh, np.arange(work.examples))
        np.concatenate([np.asarray(m, dtype=np.float64).ravel() for m in weights(fresh)]).tofile(file)
        return {}

    print(json.dumps({"ready": name}), flush=True)
    for line in sys.stdin:
        command, operand = line.split()
        print(json.dumps({"run": run, "epoch": one}[command](operand)), flush=True)
