# A network of 2–2–1 units, trained as in Backstep.
# Examples keep their order, so the numbers are the same up to rounding.
from math import cos, pi

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.manual_seed(1)

x = torch.tensor([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
], dtype=torch.float64)
y = torch.tensor([
    [0],
    [1],
    [1],
    [0],
], dtype=torch.float64)
x_test = torch.tensor([
    [0, 1],
], dtype=torch.float64)
y_test = torch.tensor([
    [1],
], dtype=torch.float64)

model = nn.Sequential(
    nn.Linear(2, 2),
    nn.Tanh(),
    nn.Linear(2, 1),
)

# A row for each unit; column 0 holds the weights of the bias unit.
theta = [
    torch.tensor([
        [0.1, 0.5, -0.25],
        [0, 1, 1.0e-5],
    ], dtype=torch.float64),
    torch.tensor([
        [-0.5, 2, 0.75],
    ], dtype=torch.float64),
]
layers = [layer for layer in model.modules() if isinstance(layer, nn.Linear)]
with torch.no_grad():
    for layer, weights in zip(layers, theta):
        layer.bias.copy_(weights[:, 0])
        layer.weight.copy_(weights[:, 1:])


def loss(z, y):
    """Summed over the outputs, mean over the examples."""
    return nn.functional.binary_cross_entropy_with_logits(z, y, reduction="none").sum(dim=1).mean()


def penalty():
    """What large weights cost; those of bias units cost nothing."""
    cost = 0
    cost = cost + 0.01 / 2 * sum((layer.weight ** 2).sum() for layer in layers)
    cost = cost + 0.002 * sum(layer.weight.abs().sum() for layer in layers)
    return cost


class LAMB(torch.optim.Optimizer):
    """You et al. 2020, Algorithm 2. A layer's weight and bias are scaled together."""

    def __init__(self, layers, lr, betas, eps, weight_decay):
        groups = [{"params": [layer.weight, layer.bias]} for layer in layers]
        super().__init__(groups, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            directions = []
            for p in group["params"]:
                state = self.state[p]
                if not state:
                    state.update(t=0, m=torch.zeros_like(p), v=torch.zeros_like(p))
                state["t"] += 1
                state["m"].mul_(beta1).add_(p.grad, alpha=1 - beta1)
                state["v"].mul_(beta2).addcmul_(p.grad, p.grad, value=1 - beta2)
                m = state["m"] / (1 - beta1 ** state["t"])
                v = state["v"] / (1 - beta2 ** state["t"])
                directions.append(m / (v.sqrt() + group["eps"]) + group["weight_decay"] * p)
            size = sum((p ** 2).sum() for p in group["params"]).sqrt()
            length = sum((u ** 2).sum() for u in directions).sqrt()
            trust = size / length if size > 0 and length > 0 else 1
            for p, u in zip(group["params"], directions):
                p.sub_(group["lr"] * trust * u)


optimizer = LAMB(layers, lr=0.02, betas=(0.9, 0.999), eps=1.0e-6, weight_decay=0.01)


def factor(t):
    """A straight rise, then a cosine, then the end of the cosine."""
    if t < 5:
        return (t + 1) / 5
    part = (min(t, 40) - 5) / 35
    least = 0.001 / 0.02
    return least + (1 - least) * (1 + cos(pi * part)) / 2


scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)

best, epochs_without_best = float("inf"), 0
for epoch in range(1, 20 + 1):
    order = torch.arange(len(x))
    for rows in order.split(3):
        optimizer.zero_grad()
        cost = loss(model(x[rows]), y[rows]) + penalty()
        cost.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimizer.step()
        scheduler.step()
    if epoch % 2 == 0:
        with torch.no_grad():
            print(epoch, loss(model(x), y).item(), loss(model(x_test), y_test).item())
    with torch.no_grad():
        now = loss(model(x_test), y_test).item()
    if now < best - 0.001:
        best, epochs_without_best = now, 0
    else:
        epochs_without_best += 1
    if epochs_without_best >= 3:
        break
