/// The course: twelve pages, each a program of its own that measures what it teaches.
///
/// Read them in order, P01 to P12, here or as text with pictures in `docs/guide/README.md` (in Chinese
/// `docs/guide/README.zh-CN.md`). Each page is a record of what it measured: `measure()` is the lesson, the
/// [hillock.guide.Page] methods below it show the result, and its test holds every claim of the text against it.
///
/// | page | topic |
/// |---|---|
/// | [P01TensorsAndGradients] | PyTorch's snippets, line by line |
/// | [P02NeuronByHand] | weighted sum, bias, activation; the learning rule |
/// | [P03LayersAndNetwork] | neurons side by side, layers one after the other |
/// | [P04LinearIsNotEnough] | why activations must not be linear |
/// | [P05Sigmoid] | sigmoid and its small derivative |
/// | [P06Tanh] | tanh, and why it converges faster |
/// | [P07ReluAndDeath] | ReLU, and how its units die |
/// | [P08LeakyRelu] | leaky ReLU, which brings them back |
/// | [P09Softmax] | from logits to probabilities |
/// | [P10VanishingGradients] | what reaches the first layer of a deep network |
/// | [P11FittingCurve] | a network fits points of any distribution |
/// | [P12ChoosingActivation] | which activation where |
package hillock.guide;
