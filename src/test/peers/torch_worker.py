"""Trains with PyTorch on one thread. A worker of peers.py."""

import sys

import torch
from torch import nn

from worker import Work, serve

folder, precision = sys.argv[1:]
torch.set_num_threads(1)
dtype = getattr(torch, precision)
work = Work(folder, precision)
x, y = torch.from_numpy(work.x), torch.from_numpy(work.y)
is_single = y.shape[1] == 1
labels = y.argmax(dim=1)


def dense_layers():
    layers = []
    for l, m in enumerate(work.theta):
        layers.append(with_weights(nn.Linear(m.shape[1] - 1, m.shape[0], dtype=dtype), m))
        if l < len(work.theta) - 1:
            layers.append(nn.Tanh() if work.activation == "tanh" else nn.ReLU())
        elif is_single:
            layers.append(nn.Tanh())
    return layers


def image_layers():
    layers, theta, channels = [], iter(work.theta), work.inputs[0]
    for layer in work.layers:
        if layer["type"] == "conv2d":
            convolution = nn.Conv2d(channels, layer["filters"], layer["kernel"], dtype=dtype)
            layers += [with_weights(convolution, next(theta)), nn.ReLU()]
            channels = layer["filters"]
        elif layer["type"] == "max-pool2d":
            layers.append(nn.MaxPool2d(layer["size"]))
        elif layer["type"] == "flatten":
            layers.append(nn.Flatten())
        else:
            m = next(theta)
            layers.append(with_weights(nn.Linear(m.shape[1] - 1, m.shape[0], dtype=dtype), m))
            layers += [nn.ReLU()] if layer["activation"] == "relu" else []
    return layers


def with_weights(layer, m):
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(m[:, 1:].copy()).reshape(layer.weight.shape))
        layer.bias.copy_(torch.from_numpy(m[:, 0].copy()))
    return layer


def start():
    model = nn.Sequential(*(image_layers() if work.layers else dense_layers()))
    return model, torch.optim.SGD(model.parameters(), lr=work.rate)


def update(state, rows):
    model, optimizer = state
    rows = torch.from_numpy(rows)
    output = model(x[rows])
    if is_single:
        loss = ((output - y[rows]) ** 2).sum() / (2 * len(rows))
    else:
        loss = nn.functional.cross_entropy(output, labels[rows])
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()


def weights(state):
    return [
        torch.cat([layer.bias[:, None], layer.weight.flatten(1)], dim=1).detach().numpy()
        for layer in state[0]
        if isinstance(layer, (nn.Linear, nn.Conv2d))
    ]


serve(f"PyTorch {torch.__version__} {precision}", work, start, update, weights)
