package hillock.nn;

import hillock.tensor.Rng;

/// What a forward pass is for. Layers that act differently in training take what they need from it; there is no mode to
/// set and forget.
public sealed interface Pass {
    /// Use of a trained network.
    Pass INFERENCE = new Inference();

    /// Use of a trained network.
    record Inference() implements Pass {}

    /// A step of training, with a source of randomness for layers that need one.
    record Training(Rng rng) implements Pass {}
}
