# A network of 2–2–1 units, trained as in Backstep.
# Examples keep their order, so the numbers are the same up to rounding.
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
    return 0


optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

for epoch in range(1, 20 + 1):
    order = torch.arange(len(x))
    for rows in order.split(3):
        optimizer.zero_grad()
        cost = loss(model(x[rows]), y[rows]) + penalty()
        cost.backward()
        optimizer.step()
    if epoch % 2 == 0:
        with torch.no_grad():
            print(epoch, loss(model(x), y).item())
