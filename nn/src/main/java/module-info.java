/// Activations, layers, losses, initialisers, optimizers and training.
module hillock.nn {
    requires transitive hillock.tensor;
    requires transitive hillock.data;

    exports hillock.nn;
    exports hillock.nn.solve;
}
