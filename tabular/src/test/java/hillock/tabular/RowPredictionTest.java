package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import hillock.nn.Activations;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowPredictionTest {
    private static final int ROWS = 120;
    private static final Recipe QUICK = Recipe.TUTORIAL.hidden(List.of(8)).epochs(5);

    enum Colour {
        RED,
        BLUE
    }

    record Parcel(Double weightKg, LocalDate sentOn, Colour colour, boolean fragile, int doors) {}

    private static Table table(String target) {
        Rng rng = Rng.of(2);
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (String name : List.of("weight (kg)", "sent on", "colour", "fragile", "doors", "target"))
            cells.put(name, new ArrayList<>());
        for (int i = 0; i < ROWS; i++) {
            double weight = rng.uniform(0, 9);
            boolean blue = rng.uniform() < 0.5;
            cells.get("weight (kg)").add(i % 9 == 4 ? "" : Double.toString(weight));
            cells.get("sent on")
                    .add(
                            i % 11 == 4
                                    ? ""
                                    : LocalDate.of(2024, 1, 1).plusDays(7L * i).toString());
            cells.get("colour").add(i % 13 == 4 ? "" : blue ? "BLUE" : "RED");
            cells.get("fragile").add(weight > 4 ? "true" : "false");
            cells.get("doors").add(i % 3 == 0 ? "2" : i % 3 == 1 ? "3" : "5");
            cells.get("target")
                    .add(
                            switch (target) {
                                case "number" -> Double.toString(weight * 2 + (blue ? 1 : 0));
                                case "two" -> weight > 4 == blue ? "yes" : "no";
                                default -> weight < 3 ? "light" : weight < 6 ? "middle" : "heavy";
                            });
        }
        return Table.of(
                "parcels",
                cells.entrySet().stream()
                        .map(e -> new Column(e.getKey(), e.getValue()))
                        .toList());
    }

    private static Model model(String target) {
        return Tabular.fit(table(target), "target", QUICK).model();
    }

    private static Map<String, String> row(Table table, int row) {
        Map<String, String> values = new HashMap<>();
        table.columns().forEach(c -> values.put(c.name(), c.cells().get(row)));
        return values;
    }

    @Test
    void aRowIsAnsweredAsInATable() {
        for (String target : List.of("number", "two", "more")) {
            Table table = table(target);
            Model model = model(target);
            Predictions all = model.predict(table);
            for (int i = 0; i < ROWS; i++)
                assertThat(model.predict(row(table, i))).isEqualTo(Prediction.of(all, i));
        }
    }

    @Test
    void recordsMapsAndTextsAgree() {
        Model model = model("two");
        Map<String, Object> values = new HashMap<>(Map.of(
                "weight (kg)",
                3.5,
                "sent on",
                LocalDate.of(2024, 5, 3),
                "colour",
                "RED",
                "fragile",
                false,
                "doors",
                3));
        Prediction expected = model.predict(values);
        assertThat(model.predict(new Parcel(3.5, LocalDate.of(2024, 5, 3), Colour.RED, false, 3)))
                .isEqualTo(expected);
        values.putAll(Map.of("weight (kg)", "3.5", "sent on", "3 May 2024", "fragile", "false", "doors", 3.0));
        assertThat(model.predict(values)).isEqualTo(expected);
        values.put("sent on", LocalDateTime.of(2024, 5, 3, 0, 0).atOffset(ZoneOffset.UTC));
        assertThat(model.predict(values)).isEqualTo(expected);
        assertThat(expected.label()).isIn("yes", "no");
        Prediction.Classified classified = (Prediction.Classified) expected;
        assertThat(classified.probability("yes") + classified.probability("no")).isEqualTo(1);
        assertThatThrownBy(expected::number).hasMessageContaining("use label()");
        assertThatThrownBy(() -> classified.probability("perhaps")).hasMessageContaining("[no, yes]");
        assertThatThrownBy(() -> model("number").predict(values).label()).hasMessageContaining("use number()");
    }

    @Test
    void missingValuesAreNullOrEmpty() {
        Model model = model("number");
        Map<String, Object> values = new HashMap<>();
        for (String name : List.of("weight (kg)", "sent on", "colour", "fragile", "doors")) values.put(name, "");
        Prediction expected = model.predict(values);
        values.replaceAll((name, old) -> null);
        assertThat(model.predict(values)).isEqualTo(expected);
        values.replaceAll((name, old) -> Optional.empty());
        assertThat(model.predict(values)).isEqualTo(expected);
    }

    record Passenger(int pclass, String sex, Double age, double fare) {}

    /// The example of the README, on rows made up.
    @Test
    void aTableNeedsOneCall() {
        Rng rng = Rng.of(3);
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (String name : List.of("pclass", "sex", "age", "fare", "survived")) cells.put(name, new ArrayList<>());
        for (int i = 0; i < 60; i++) {
            boolean female = i % 2 == 0;
            cells.get("pclass").add(Integer.toString(1 + rng.nextInt(3)));
            cells.get("sex").add(female ? "female" : "male");
            cells.get("age").add(i % 7 == 0 ? "" : Integer.toString(1 + rng.nextInt(80)));
            cells.get("fare").add(Double.toString(rng.uniform(5, 80)));
            cells.get("survived").add(female ? "1" : "0");
        }
        Table table = Table.of(
                "titanic.csv",
                cells.entrySet().stream()
                        .map(e -> new Column(e.getKey(), e.getValue()))
                        .toList());
        Fitted fitted = Tabular.fit(table, "survived");
        assertThat(fitted.verdict().sentence(Locale.ENGLISH)).endsWith(".");
        Model model = fitted.model();
        String answer = model.predict(new Passenger(3, "male", 22.0, 7.25)).label();
        String same = model.predict(Map.of("pclass", 3, "sex", "male", "age", 22, "fare", 7.25))
                .label();
        assertThat(answer).isEqualTo("0").isEqualTo(same);
    }

    record Box(double weight, String colour) {}

    record Twice(double weightKg, double weight_kg, LocalDate sentOn, String colour, String fragile, int doors) {}

    record Heavy(List<String> weight, LocalDate sentOn, String colour, boolean fragile, int doors) {}

    @Test
    void whatIsWrongWithARowIsSaidInASentence() {
        Model model = model("number");
        Map<String, Object> values = new HashMap<>(
                Map.of("weight (kg)", 1, "sent on", "2024-01-01", "colour", "RED", "fragile", true, "Doors", 2));
        assertBad(model, values, "lacks \"doors\"", "it has \"Doors\"");
        values.put("doors", "many");
        assertBad(model, values, "\"doors\" must hold a number", "\"many\"");
        values.put("doors", Double.POSITIVE_INFINITY);
        assertBad(model, values, "a finite number");
        values.put("doors", List.of());
        assertBad(model, values, "of class java.util.");
        values.put("doors", 2);
        values.put("sent on", 5);
        assertBad(model, values, "\"sent on\" must hold a LocalDate", "\"5\"");
        assertThatThrownBy(() -> model.predict(new Box(1, "RED")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("lacks \"weight (kg)\", \"sent on\", \"fragile\", \"doors\"");
        LocalDate day = LocalDate.of(2024, 1, 1);
        assertThatThrownBy(() -> model.predict(new Twice(1, 2, day, "RED", "true", 2)))
                .hasMessageContaining("two components for the column \"weight (kg)\"");
        assertThatThrownBy(() -> model.predict(new Heavy(List.of(), day, "RED", true, 2)))
                .hasMessageContaining("lacks \"weight (kg)\"");
    }

    private static void assertBad(Model model, Map<String, Object> values, String... parts) {
        assertThatThrownBy(() -> model.predict(values))
                .isInstanceOf(BadInput.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    @Test
    void threadsMayShareAModel() {
        Model model = model("number");
        Table table = table("number");
        double[] expected = ((Predictions.Numbers) model.predict(table)).values();
        double[] given = new double[ROWS];
        IntStream.range(0, ROWS)
                .parallel()
                .forEach(i -> given[i] = model.predict(row(table, i)).number());
        assertThat(given).containsExactly(expected);
    }

    @Test
    void picturesAreArrays() {
        Coding.Pixels pixels = new Coding.Pixels("image", List.of(1, 2), 100, 50);
        RowEncoder encoder = new RowEncoder(new Preparation(List.of(pixels)));
        assertThat(encoder.encode(Map.of("image", new byte[] {(byte) 200, 0}))).containsExactly(2, -2);
        assertThat(encoder.encode(Map.of("image", new int[] {200, 0}))).containsExactly(2, -2);
        assertThatThrownBy(() -> encoder.encode(Map.of("image", new float[3])))
                .hasMessageContaining("an array of 2 numbers");
    }

    @Test
    void anOwnNetworkMayAnswer() {
        Table table = table("number");
        Study study = Study.of(table, Study.Question.DEFAULT);
        Preparation preparation = Preparation.of(study.schema(), study.training());
        TargetEncoding target = TargetEncoding.of(study.target(), study.training());
        int features = preparation.features().size();
        Linear linear = Linear.of(features, 1, Rng.of(1));
        Architecture shape = new Architecture(features, List.of(), 1, Activations.IDENTITY, false, 1);
        Model own = new Model(preparation, target, shape, linear);
        double before = error(own, study.validation());
        Trainer.of(Loss.MSE).epochs(200).train(linear, own.dataset(study.training()), Rng.of(1), event -> {});
        assertThat(error(own, study.validation())).isLessThan(before / 2);
    }

    private static double error(Model model, Table rows) {
        double[] given = ((Predictions.Numbers) model.predict(rows)).values();
        return Metrics.regression(model.target().numbers(rows), given).get("rmse");
    }
}
