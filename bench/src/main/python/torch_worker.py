"""PyTorch as a worker: the orders and answers of hillock.bench.worker.Server.

Run with the number of threads; the caller sets OMP_NUM_THREADS, OPENBLAS_NUM_THREADS and ATEN_CPU_CAPABILITY.
"""
import ctypes
import math
import os
import re
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

BATCHES = 8
COMPARED = 10


class Impossible(Exception):
    pass


def uniform(seed, count, low, high):
    """hillock.bench.task.Noise."""
    h = np.arange(count, dtype=np.uint32) + np.uint32(seed * 0x9E3779B9 & 0xFFFFFFFF)
    h = (h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    h ^= h >> np.uint32(16)
    u = (h >> np.uint32(8)).astype(np.float64) * 2.0**-24
    return torch.from_numpy((low + (high - low) * u).astype(np.float32))


class Repeating:
    """Work that is done again and again, with a look at the clock about every half millisecond."""

    def __init__(self, work, output):
        self.work, self.write, self.together = work, output, 1

    def output(self):
        return self.write(self.work())

    def turn(self, nanos):
        work, repetitions, passed = self.work, 0, 0
        begun = time.perf_counter_ns()
        while passed < nanos:
            for _ in range(self.together):
                work()
            repetitions += self.together
            passed = time.perf_counter_ns() - begun
        self.together = max(1, min(1_000_000, int(5e5 * repetitions / passed)))
        return repetitions, passed / 1e9


def product(match):
    m, k, n, form = match.groups()
    m = int(m)
    if k is None:
        a, b = uniform(1, m * m, -1, 1).view(m, m), uniform(2, m * m, -1, 1).view(m, m)
        c = torch.empty(m, m)
    else:
        k, n = int(k), int(n)
        rows, inner, columns = {None: (m, k, n), "-dx": (m, n, k), "-dw": (n, m, k)}[form]
        a, b = uniform(1, rows * inner, -1, 1), uniform(2, inner * columns, -1, 1)
        a = a.view(inner, rows).t() if form == "-dw" else a.view(rows, inner)
        b = b.view(columns, inner).t() if form is None else b.view(inner, columns)
        c = torch.empty(rows, columns)
    return Repeating(lambda: torch.mm(a, b, out=c), lambda r: r)


aten, nn = torch.ops.aten, torch._C._nn

FUNCTIONS = {
    "relu": F.relu,
    "leaky_relu": F.leaky_relu,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "elu": F.elu,
    "gelu": F.gelu,
    "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
    "silu": F.silu,
    "mish": F.mish,
    "softplus": F.softplus,
    "softmax": lambda x: F.softmax(x, -1),
}
# Forward into y, and dx from g, x and y: the operators that autograd itself calls.
FORWARD_INTO = {
    "relu": lambda x, y: torch.clamp_min(x, 0, out=y),
    "leaky_relu": lambda x, y: nn.leaky_relu(x, 0.01, out=y),
    "sigmoid": lambda x, y: torch.sigmoid(x, out=y),
    "tanh": lambda x, y: torch.tanh(x, out=y),
    "elu": lambda x, y: nn.elu(x, 1.0, out=y),
    "gelu": lambda x, y: nn.gelu(x, out=y),
    "gelu_tanh": lambda x, y: nn.gelu(x, approximate="tanh", out=y),
    "silu": lambda x, y: nn.silu(x, out=y),
    "mish": lambda x, y: nn.mish(x, out=y),
    "softplus": lambda x, y: nn.softplus(x, out=y),
    "softmax": lambda x, y: torch.softmax(x, -1, out=y),
}
BACKWARD_INTO = {
    "relu": lambda g, x, y, dx: aten.threshold_backward.grad_input(g, y, 0, grad_input=dx),
    "leaky_relu": lambda g, x, y, dx: aten.leaky_relu_backward.grad_input(g, x, 0.01, False, grad_input=dx),
    "sigmoid": lambda g, x, y, dx: aten.sigmoid_backward.grad_input(g, y, grad_input=dx),
    "tanh": lambda g, x, y, dx: aten.tanh_backward.grad_input(g, y, grad_input=dx),
    "elu": lambda g, x, y, dx: aten.elu_backward.grad_input(g, 1.0, 1.0, 1.0, False, x, grad_input=dx),
    "gelu": lambda g, x, y, dx: aten.gelu_backward.grad_input(g, x, grad_input=dx),
    "gelu_tanh": lambda g, x, y, dx: aten.gelu_backward.grad_input(g, x, approximate="tanh", grad_input=dx),
    "silu": lambda g, x, y, dx: aten.silu_backward.grad_input(g, x, grad_input=dx),
    "softplus": lambda g, x, y, dx: aten.softplus_backward.grad_input(g, x, 1.0, 20.0, grad_input=dx),
    "softmax": lambda g, x, y, dx: aten._softmax_backward_data.out(g, y, -1, torch.float32, grad_input=dx),
}


def pointwise(match):
    name, size = match.group(1), 10 ** int(match.group(2))
    gradient, into = match.group(3) == "gradient", match.group(4) is not None
    if name not in FUNCTIONS:
        raise Impossible(f"PyTorch has no {name}")
    x, g = uniform(1, size, -5, 5), uniform(2, size, -1, 1)
    if name == "softmax":
        columns = 10 if size == 1000 else min(size, 1000)
        x, g = x.view(-1, columns), g.view(-1, columns)
    f = FUNCTIONS[name]
    if not gradient and not into:
        return Repeating(lambda: f(x), lambda y: y)
    if not gradient:
        y, forward = torch.empty_like(x), FORWARD_INTO[name]
        return Repeating(lambda: forward(x, y), lambda _: y)
    if not into:
        x.requires_grad_()

        def both():
            x.grad = None
            y = f(x)
            y.backward(g)
            return y, x.grad

        return Repeating(both, joined)
    if name not in BACKWARD_INTO:
        raise Impossible(f"PyTorch {torch.__version__} has no {name}_backward with out=")
    y, dx, forward, backward = torch.empty_like(x), torch.empty_like(x), FORWARD_INTO[name], BACKWARD_INTO[name]

    def both_into():
        forward(x, y)
        backward(g, x, y, dx)

    return Repeating(both_into, lambda _: joined((y, dx)))


def joined(tensors):
    return torch.cat([t.detach().reshape(-1) for t in tensors])


def network(widths):
    layers = []
    for i in range(len(widths) - 1):
        if i > 0:
            layers.append(torch.nn.Tanh() if widths[0] == 1 else torch.nn.ReLU())
        fan_in, fan_out = widths[i], widths[i + 1]
        bound = 1 / math.sqrt(fan_in)
        layer = torch.nn.Linear(fan_in, fan_out)
        with torch.no_grad():
            layer.weight.copy_(uniform(100 + 2 * i, fan_in * fan_out, -bound, bound).view(fan_out, fan_in))
            layer.bias.copy_(uniform(101 + 2 * i, fan_out, -bound, bound))
        layers.append(layer)
    return torch.nn.Sequential(*layers)


class Step:
    """Training as one writes it; each turn from the same weights, timed from the end of its first step."""

    def __init__(self, widths, foreach):
        self.widths, self.foreach = widths, foreach
        self.batch = {1: 64, 784: 128}.get(widths[0], 256)
        self.classifies = widths[-1] == 10
        self.loss = F.cross_entropy if self.classifies else F.mse_loss

    def data(self, rows):
        x = uniform(1, rows * self.widths[0], 0 if self.classifies else -1, 1).view(rows, -1)
        if self.classifies:
            return x, (uniform(2, rows, 0, 1) * 10).long()
        return x, (x[:, 0] * x[:, -1]).view(rows, 1)

    def start(self):
        net = network(self.widths)
        return net, torch.optim.Adam(net.parameters(), foreach=self.foreach)

    def step(self, net, adam, x, y):
        adam.zero_grad(set_to_none=True)
        loss = self.loss(net(x), y)
        loss.backward()
        adam.step()
        return loss.item()

    def output(self):
        x, y = self.data(self.batch)
        net, adam = self.start()
        return torch.tensor([self.step(net, adam, x, y) for _ in range(COMPARED)])

    def turn(self, nanos):
        x, y = self.data(BATCHES * self.batch)
        net, adam = self.start()
        steps, first = -1, 0
        while True:
            order = torch.randperm(len(x))
            for i in range(0, len(x), self.batch):
                rows = order[i : i + self.batch]
                self.step(net, adam, x[rows], y[rows])
                steps += 1
                now = time.perf_counter_ns()
                if steps == 0:
                    first = now
                elif now - first >= nanos:
                    return steps, (now - first) / 1e9


def inference(widths, variant):
    net, x = network(widths).eval(), uniform(1, widths[0], -1, 1).view(1, -1)
    if variant == "script":
        net = torch.jit.freeze(torch.jit.script(net))

    def once():
        with torch.inference_mode():
            return net(x)

    class Inference(Repeating):
        def turn(self, nanos):
            with torch.inference_mode():  # entered once: the better for PyTorch
                return super().turn(nanos)

    job = Inference(lambda: net(x), lambda y: y.detach())
    for _ in range(20):  # the script's optimizer looks at the first calls
        once()
    return job


def prepare(task, variant):
    if match := re.fullmatch(r"gemm-(\d+)(?:x(\d+)x(\d+)(-dx|-dw)?)?", task):
        return product(match)
    if task.startswith("step-"):
        return Step([int(w) for w in task.split("-")[1:]], variant == "foreach")
    if task.startswith("infer-"):
        return inference([int(w) for w in task.split("-")[1:]], variant)
    if match := re.fullmatch(r"(\w+)-1e(\d)-(forward|gradient)(-into)?", task):
        return pointwise(match)
    raise Impossible(f"PyTorch has no {task}")


def conditions():
    blas = ctypes.CDLL(None)
    for line in open("/proc/self/maps") if os.path.exists("/proc/self/maps") else ():
        if "openblas" in line:
            blas = ctypes.CDLL(line.split()[-1])
            break
    text = [f"PyTorch {torch.__version__}", f"{torch.get_num_threads()} thread(s)"]
    text += [l.strip(" -") for l in torch.__config__.show().splitlines() if "CPU capability" in l]
    try:
        blas.openblas_get_corename.restype = ctypes.c_char_p
        text.append("OpenBLAS core " + blas.openblas_get_corename().decode())
    except AttributeError:
        pass
    return ", ".join(text)


def main():
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    torch.set_num_threads(int(sys.argv[1]))
    job = None
    for order in sys.stdin:
        words = order.split()
        try:
            if words[0] == "conditions":
                answer = "ok " + conditions()
            elif words[0] == "prepare":
                job = None
                job = prepare(words[1], words[2])
                answer = "ok"
            elif words[0] == "output":
                numbers = job.output().detach().numpy().astype("<f4", copy=False)
                numbers.tofile(order[len("output ") :].rstrip("\n"))
                answer = f"ok {numbers.size}"
            elif words[0] == "turn":
                answer = "ok %d %.9g" % job.turn(int(words[1]))
            else:
                answer = f"failed there is no order {words[0]}"
        except Impossible as e:
            answer = f"skip {e}"
        except Exception as e:
            answer = f"failed {type(e).__name__}: {e}"
        print(" ".join(answer.splitlines()), file=answers, flush=True)


main()
