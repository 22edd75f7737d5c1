package hillock.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Where something was found.
public sealed interface Place {
    /// The network as a whole.
    record Network() implements Place {}

    /// A layer, counted from 1: the weights with the activation that follows.
    ///
    /// @param units those concerned, from 0; empty for the layer as a whole
    record Layer(int number, List<Integer> units) implements Place {
        public Layer {
            units = List.copyOf(units);
        }
    }

    /// Several layers with the same cause.
    ///
    /// @param parts what was found in each, by their numbers
    record Layers(List<Part> parts) implements Place {
        /// One of them.
        ///
        /// @param measure that of the finding, for this layer alone
        public record Part(Layer layer, double measure) {}

        public Layers {
            parts = List.copyOf(parts);
        }

        /// Numbers, those that follow one another as a range: `2, 4 to 9`.
        private String numbers(Texts texts) {
            List<String> runs = new ArrayList<>();
            for (int i = 0, end; i < parts.size(); i = end) {
                end = i + 1;
                while (end < parts.size() && number(end) == number(end - 1) + 1) end++;
                String first = String.valueOf(number(i));
                String last = String.valueOf(number(end - 1));
                if (end - i > 2) runs.add(texts.text("place.between", first, last));
                else for (int k = i; k < end; k++) runs.add(String.valueOf(number(k)));
            }
            return String.join(", ", runs);
        }

        private int number(int part) {
            return parts.get(part).layer.number();
        }
    }

    /// An input, by its name or number.
    record Input(String name) implements Place {}

    /// The numbers to be learnt.
    record Targets() implements Place {}

    /// Parameters, by their names in [hillock.nn.Parameters], and the layers that they belong to.
    record Weights(List<String> names, List<Integer> layers) implements Place {
        public Weights {
            names = List.copyOf(names);
            layers = List.copyOf(layers);
        }

        /// @param numbers of the layers of all parameters, see [Block#layers]
        static Weights of(List<String> names, Map<String, Integer> numbers) {
            return new Weights(
                    names,
                    names.stream()
                            .map(numbers::get)
                            .filter(Objects::nonNull)
                            .distinct()
                            .sorted()
                            .toList());
        }

        private String text(Texts texts) {
            String all = String.join(", ", names);
            String where = layers.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return switch (layers.size()) {
                case 0 -> texts.text("place.weights", all);
                case 1 -> texts.text("place.weights.layer", all, where);
                default -> texts.text("place.weights.layers", all, where);
            };
        }
    }

    int UNITS_SHOWN = 6;

    static Place layer(int number) {
        return new Layer(number, List.of());
    }

    /// The place in words.
    default String text(Locale locale) {
        Texts texts = Texts.of(locale);
        return switch (this) {
            case Network _ -> texts.text("place.network");
            case Layer(int number, List<Integer> units) when units.isEmpty() -> texts.text("place.layer", number);
            case Layer(int number, List<Integer> units) ->
                texts.text(
                        units.size() > UNITS_SHOWN ? "place.units.more" : "place.units",
                        number,
                        units.stream().limit(UNITS_SHOWN).map(String::valueOf).collect(Collectors.joining(", ")),
                        units.size() - UNITS_SHOWN);
            case Layers layers -> texts.text("place.layers", layers.numbers(texts));
            case Input(String name) -> texts.text("place.input", name);
            case Targets _ -> texts.text("place.targets");
            case Weights weights -> weights.text(texts);
        };
    }
}
