"""hillock.bench.cold.Sine in PyTorch. The argument is the number of threads."""
import sys

import torch

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(1)
x = torch.linspace(-3, 3, 200).view(200, 1)
y = torch.sin(2 * x)
net = torch.nn.Sequential(
    torch.nn.Linear(1, 32), torch.nn.Tanh(), torch.nn.Linear(32, 32), torch.nn.Tanh(), torch.nn.Linear(32, 1)
)
adam = torch.optim.Adam(net.parameters(), lr=0.01)
for step in range(1000):
    adam.zero_grad()
    loss = torch.nn.functional.mse_loss(net(x), y)
    loss.backward()
    adam.step()
print("loss", loss.item())
