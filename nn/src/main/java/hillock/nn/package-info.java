/// Neural networks: activations, layers, losses, initialisers, optimizers and training.
///
/// A neuron sums its weighted inputs and a bias, then activates: [hillock.nn.Linear] and [hillock.nn.Activation]. A
/// network is such layers one after the other: [hillock.nn.Sequential]. A [hillock.nn.Loss] says how wrong it is, its
/// gradients say which way to change each [hillock.nn.Parameter], an [hillock.nn.Optimizer] how far, and a
/// [hillock.nn.Trainer] repeats that over the data.
package hillock.nn;
