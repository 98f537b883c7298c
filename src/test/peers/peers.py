#!/usr/bin/env python3
"""Trains the same networks with Backstep and with other programs, in turns, and prints how their speeds compare.

Called by ./backstep bench peers [WORK...], which sets CLASSPATH and JAVA_HOME; docs/performance.md says what the columns mean.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import numpy as np
except ImportError:
    sys.exit("peers.py needs NumPy: apt-get install python3-numpy, or set PYTHON to a Python that has it.")

HERE = Path(__file__).parent
SINGLE_THREADED = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

LECTURE = {
    "inputs": [1, 32, 32],
    "layers": [
        {"type": "conv2d", "filters": 6, "kernel": 3},
        {"type": "max-pool2d", "size": 2},
        {"type": "conv2d", "filters": 16, "kernel": 3},
        {"type": "max-pool2d", "size": 2},
        {"type": "flatten"},
        {"type": "dense", "units": 120, "activation": "relu"},
        {"type": "dense", "units": 84, "activation": "relu"},
        {"type": "dense", "units": 10, "activation": "softmax"},
    ],
}


def dense(*sizes, activation="relu"):
    return {"sizes": sizes, "activation": activation}


# name: network, batch, examples, learning rate, peers; the first is what Backstep is compared with
WORKS = {
    "playground": (dense(2, 8, 8, 8, 8, 8, 8, 1, activation="tanh"), 10, 500, 0.03, ["node", "numpy", "torch"]),
    "playground30": (dense(2, 8, 8, 8, 8, 8, 8, 1, activation="tanh"), 30, 500, 0.03, ["numpy", "node", "torch"]),
    "digits": (dense(64, 32, 10), 32, 1797, 0.1, ["numpy", "torch"]),
    "mnist": (dense(784, 128, 10), 32, 2048, 0.05, ["numpy", "torch", "numpy32", "torch32", "tfjs"]),
    "wide": (dense(784, 512, 256, 10), 128, 2048, 0.05, ["torch", "numpy", "torch32", "numpy32"]),
    "convolution": (LECTURE, 32, 512, 0.01, ["torch", "torch32"]),
}
# those in single precision are compared with their like alone
OURS = ["java", "system", "java32", "system32"]


def is_single(kind):
    return kind.endswith("32") or kind == "tfjs"


def ours(peers):
    """In single precision too where a peer computes in it."""
    return [kind for kind in OURS if not is_single(kind) or any(map(is_single, peers))]


def command(kind, folder):
    python = sys.executable
    java = [f"{os.environ['JAVA_HOME']}/bin/java", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"]
    return {
        "java": [*java, "backstep.benchmark.TrainingWorker", folder, "java"],
        "system": [*java, "backstep.benchmark.TrainingWorker", folder, "system"],
        "java32": [*java, "backstep.benchmark.TrainingWorker", folder, "java32"],
        "system32": [*java, "backstep.benchmark.TrainingWorker", folder, "system32"],
        "node": ["node", str(HERE / "playground.mjs"), folder],
        "numpy": [python, str(HERE / "numpy_worker.py"), folder, "float64"],
        "numpy32": [python, str(HERE / "numpy_worker.py"), folder, "float32"],
        "tfjs": ["node", str(HERE / "tfjs_worker.mjs"), folder],
        "torch": [python, str(HERE / "torch_worker.py"), folder, "float64"],
        "torch32": [python, str(HERE / "torch_worker.py"), folder, "float32"],
    }[kind]


class Worker:
    """A program that trains when it is told to."""

    def __init__(self, kind, folder):
        self.process = subprocess.Popen(
            command(kind, folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **SINGLE_THREADED},
        )
        self.name = self.answer()["ready"]

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise ChildProcessError("ended without an answer")
        return json.loads(line)

    def ask(self, question):
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        return self.answer()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def theta_shapes(network):
    """Rows and columns of every Θ, column 0 for the bias."""
    if "sizes" in network:
        return [(rows, columns + 1) for rows, columns in zip(network["sizes"][1:], network["sizes"])]
    shapes, (channels, side, _) = [], network["inputs"]
    for layer in network["layers"]:
        if layer["type"] == "conv2d":
            shapes.append((layer["filters"], channels * layer["kernel"] ** 2 + 1))
            channels, side = layer["filters"], side - layer["kernel"] + 1
        elif layer["type"] == "max-pool2d":
            side //= layer["size"]
        elif layer["type"] == "dense":
            shapes.append((layer["units"], channels * side * side + 1))
            channels, side = layer["units"], 1
    return shapes


def write(folder, network, batch, examples, rate):
    """The work: a short description, and all numbers one after the other."""
    random = np.random.RandomState(7)
    shapes = theta_shapes(network)
    theta = [random.uniform(-1, 1, shape) * np.sqrt(1 / (shape[1] - 1)) for shape in shapes]
    pixels = network["sizes"][0] if "sizes" in network else int(np.prod(network["inputs"]))
    x = random.uniform(-1, 1, (examples, pixels))
    outputs = shapes[-1][0]
    if outputs == 1:
        y = np.where(x[:, :1] * x[:, 1:2] > 0, 1.0, -1.0)
    else:
        y = np.eye(outputs)[random.randint(0, outputs, examples)]
    np.concatenate([m.ravel() for m in [*theta, x, y]]).tofile(f"{folder}/numbers.bin")
    work = {**network, "theta": shapes, "pixels": pixels, "batch": batch, "examples": examples, "learningRate": rate}
    Path(folder, "work.json").write_text(json.dumps(work))


def title(network):
    if "sizes" in network:
        return f"{'-'.join(map(str, network['sizes']))} {network['activation']}"
    return "×".join(map(str, network["inputs"])) + " " + ", ".join(
        f"{layer['type']} {layer.get('filters') or layer.get('units') or layer.get('size') or ''}".strip()
        for layer in network["layers"]
    )


def start(kinds, folder):
    workers = {}
    for kind in kinds:
        try:
            workers[kind] = Worker(kind, folder)
        except (ChildProcessError, FileNotFoundError):
            print(f"  {kind}: not installed, left out")
    return workers


def distance(kind, worker, folder, reference):
    """The largest difference from the weights of another after one epoch, relative to the largest weight."""
    worker.ask(f"epoch {folder}/{kind}.bin")
    ours, theirs = np.fromfile(f"{folder}/{reference}.bin"), np.fromfile(f"{folder}/{kind}.bin")
    return np.abs(ours - theirs).max() / np.abs(ours).max()


def measure(name, rounds, seconds, colds):
    network, batch, examples, rate, peers = WORKS[name]
    print(f"\n{name}: {title(network)}, batch {batch}, {examples} examples")
    with tempfile.TemporaryDirectory() as folder:
        write(folder, network, batch, examples, rate)
        kinds = [*ours(peers), *peers]
        cold = {kind: 0 for kind in kinds}
        for _ in range(colds):
            for kind in kinds:
                for worker in start([kind], folder).values():
                    first = worker.ask("run 2")
                    cold[kind] = max(cold[kind], first["examples"] / first["wall"])
                    worker.close()
        workers = start(kinds, folder)
        apart = {kind: distance(kind, worker, folder, "java") for kind, worker in workers.items()}
        best = {kind: {"wall": 0, "cpu": 0} for kind in workers}
        for worker in workers.values():
            worker.ask(f"run {2 * seconds}")
        for _ in range(rounds):
            for kind, worker in workers.items():
                run = worker.ask(f"run {seconds}")
                for clock in ("wall", "cpu"):
                    best[kind][clock] = max(best[kind][clock], run["examples"] / run[clock])
                best[kind]["bytes"] = run.get("bytesPerUpdate")
        for worker in workers.values():
            worker.close()
    report(workers, peers, cold, best, apart)


def ratio(kind, peer, cold, best):
    if is_single(kind) != is_single(peer):
        return ""
    warm = f"{best[kind]['cpu'] / best[peer]['cpu']:.2f} warm"
    return f"{cold[kind] / cold[peer]:.2f} cold, {warm}" if cold[peer] else warm


def report(workers, peers, cold, best, apart):
    shown = [peer for peer in peers if peer in workers]
    print("| program | examples/s, first 2 s | warm, by the clock | warm, by processor time | bytes per update | apart |"
          + "".join(f" : {peer} |" for peer in shown))
    print("| --- | ---: | ---: | ---: | ---: | ---: |" + " ---: |" * len(shown))
    for kind, worker in workers.items():
        bytes_ = best[kind]["bytes"]
        row = [worker.name, f"{cold[kind]:,.0f}", f"{best[kind]['wall']:,.0f}", f"{best[kind]['cpu']:,.0f}",
               "" if bytes_ is None else f"{bytes_:g}", f"{apart[kind]:.0e}"]
        if kind in OURS:
            row += [ratio(kind, peer, cold, best) for peer in shown]
        else:
            row += ["" for _ in shown]
        print("| " + " | ".join(row) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser(prog="backstep bench peers", description=__doc__.splitlines()[0])
    parser.add_argument("work", nargs="*", help=f"of {', '.join(WORKS)}; all where none is named")
    parser.add_argument("--rounds", type=int, default=6, help="how often each program has its turn")
    parser.add_argument("--seconds", type=float, default=1.5, help="how long a turn takes")
    parser.add_argument("--cold", type=int, default=2, help="how often each program is started afresh; 0 leaves it out")
    options = parser.parse_args()
    for name in options.work or WORKS:
        if name not in WORKS:
            parser.error(f"{name} is none of {', '.join(WORKS)}")
        measure(name, options.rounds, options.seconds, options.cold)


if __name__ == "__main__":
    main()
