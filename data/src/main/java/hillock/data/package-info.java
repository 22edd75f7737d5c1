/// Tables of text, and where they come from: CSV files ([hillock.data.Csv]), synthetic examples
/// ([hillock.data.Example]) and the demonstration table ([hillock.data.Examples#co2]).
///
/// A [hillock.data.Table] holds what stood in the file and nothing more: [hillock.data.Numbers] says which cells are
/// numbers and which are missing, [hillock.data.Splits] divides rows between training and validation, and a user's
/// mistake is a [hillock.data.BadInput] whose message is one sentence.
///
/// ```java
/// Table table = Csv.read(Path.of("iris.csv"));
/// table.notes().forEach(System.err::println);
/// Split split = Splits.holdOut(table.rows(), 0.2, Rng.of(42));
/// Table train = table.select(split.train());
/// ```
package hillock.data;
