"""hillock.bench.cold.Digits in PyTorch. The argument is the number of threads."""
import sys

import torch

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(1)
x = torch.rand(30 * 128, 784)
y = x[:, :10].argmax(1)
net = torch.nn.Sequential(
    torch.nn.Linear(784, 256), torch.nn.ReLU(), torch.nn.Linear(256, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10)
)
adam = torch.optim.Adam(net.parameters())
for epoch in range(10):
    order, total = torch.randperm(len(x)), 0.0
    for rows in order.split(128):
        adam.zero_grad()
        loss = torch.nn.functional.cross_entropy(net(x[rows]), y[rows])
        loss.backward()
        adam.step()
        total += loss.item()
print("loss", total / 30)
