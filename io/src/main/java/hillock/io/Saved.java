package hillock.io;

import hillock.tabular.Model;

/// A model as it was read from its folder.
///
/// ```java
/// Saved saved = ModelFolder.read(Path.of("iris-model"));
/// Predictions answers = saved.model().predict(Csv.read(Path.of("new.csv")));
/// ```
public record Saved(Model model, Provenance provenance) {}
