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
is_single = work.sizes[-1] == 1
labels = y.argmax(dim=1)


def start():
    layers = []
    for l, m in enumerate(work.theta):
        linear = nn.Linear(m.shape[1] - 1, m.shape[0], dtype=dtype)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(m[:, 1:].copy()))
            linear.bias.copy_(torch.from_numpy(m[:, 0].copy()))
        layers.append(linear)
        if l < len(work.theta) - 1:
            layers.append(nn.Tanh() if work.activation == "tanh" else nn.ReLU())
        elif is_single:
            layers.append(nn.Tanh())
    model = nn.Sequential(*layers)
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
        torch.cat([layer.bias[:, None], layer.weight], dim=1).detach().numpy()
        for layer in state[0]
        if isinstance(layer, nn.Linear)
    ]


serve(f"PyTorch {torch.__version__} {precision}", work, start, update, weights)
