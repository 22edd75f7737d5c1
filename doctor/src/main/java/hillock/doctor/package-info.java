/// Why does a network not learn? A [Doctor] watches a training, and its [Diagnosis] is a ranked list of
/// [Finding]s, each with a measure and its healthy range, the likely cause and what helps.
///
/// ```java
/// Diagnosis diagnosis = Doctor.watch(trainer).train(net, data, Rng.of(1), event -> {});
/// System.out.println(diagnosis.text(Locale.ENGLISH));
/// ```
package hillock.doctor;
