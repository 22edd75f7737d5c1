package hillock.nn;

import hillock.data.BadInput;
import hillock.data.Names;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name with settings, written as a call, `leaky_relu(negative_slope=0.2)`, or so that a shell
/// needs no quotes, `leaky_relu:negative_slope=0.2`. A setting is a number, or a list of numbers
/// in square brackets.
record Call(String name, Map<String, List<Double>> settings) {
    private static final int MOST_LISTED = 20;

    private static final Pattern FORM = Pattern.compile("\\s*(\\w+)\\s*(?:\\((.*)\\)|:(.*))?\\s*");
    private static final Pattern SETTINGS =
            Pattern.compile("\\s*[^\\W\\d]\\w*\\s*(?:\\(\\s*(?:\\w+\\s*=[^()<>?]*)?\\)\\s*|:\\s*\\w+\\s*=[^()<>?:]*)?");

    /// Not those within a list.
    private static final Pattern COMMA = Pattern.compile(",(?![^\\[\\]]*\\])");

    /// Whether a text is a name, or a name with settings in parentheses, not a formula such as `sin(x)`.
    static boolean isCall(String text) {
        return SETTINGS.matcher(text).matches();
    }

    static Call parse(String text) {
        return parse(text, List.of());
    }

    /// @param known the settings that there are, for the message about a number without a name
    static Call parse(String text, List<String> known) {
        Matcher call = FORM.matcher(text);
        if (!call.matches()) {
            throw new BadInput("\"" + text + "\" is not a name, or a name with settings such as"
                    + " leaky_relu(negative_slope=0.2).");
        }
        Map<String, List<Double>> settings = new LinkedHashMap<>();
        String inside = call.group(2) == null ? call.group(3) : call.group(2);
        if (inside != null && !inside.isBlank()) {
            for (String part : COMMA.split(inside, -1)) {
                String[] pair = part.split("=", -1);
                if (pair.length != 2) throw notASetting(text, part, known);
                settings.put(pair[0].strip(), numbers(text, part, pair[1].strip()));
            }
        }
        return new Call(call.group(1), settings);
    }

    /// Its settings, each of which is one number.
    ///
    /// @throws BadInput if one is a list
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        settings.forEach((key, values) -> {
            if (values.size() != 1)
                throw new BadInput(
                        "The " + key + " of " + name + " is one number, not a list of " + values.size() + ".");
            numbers.put(key, values.getFirst());
        });
        return numbers;
    }

    /// The text from which the same call is parsed.
    static String text(String name, List<Activation.Setting> settings) {
        if (settings.isEmpty()) return name;
        List<String> pairs =
                settings.stream().map(s -> s.name() + "=" + s.value()).toList();
        return name + "(" + String.join(", ", pairs) + ")";
    }

    /// That nothing of its kind has that name: what the user may have meant, or all there is to
    /// choose from.
    static BadInput unknownName(String kind, String name, List<String> known) {
        String mend = Names.nearest(name, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "choose one of " + listed(known) + ".");
        return new BadInput("There is no " + kind + " " + Names.quote(name) + ": " + mend);
    }

    private static String listed(List<String> names) {
        if (names.size() <= MOST_LISTED) return String.join(", ", names);
        return String.join(", ", names.subList(0, MOST_LISTED)) + " and " + (names.size() - MOST_LISTED) + " more";
    }

    static BadInput unknownSetting(String name, String setting, List<String> known) {
        String mend = known.isEmpty() ? "it has none." : "it has " + String.join(", ", known) + ".";
        return new BadInput(name + " has no setting " + Names.quote(setting) + ": "
                + Names.nearest(setting, known)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse(mend));
    }

    private static List<Double> numbers(String text, String part, String value) {
        if (!value.startsWith("[") || !value.endsWith("]")) return List.of(number(text, part, value));
        return Arrays.stream(value.substring(1, value.length() - 1).split(",", -1))
                .map(each -> number(text, part, each.strip()))
                .toList();
    }

    private static double number(String text, String part, String value) {
        try {
            double parsed = Double.parseDouble(value);
            if (!Double.isFinite(parsed)) throw notASetting(text, part);
            return parsed;
        } catch (NumberFormatException e) {
            throw notASetting(text, part);
        }
    }

    private static BadInput notASetting(String text, String part, List<String> known) {
        if (known.size() != 1 || !part.strip().matches("[-+]?[\\d.]+(e[-+]?\\d+)?")) return notASetting(text, part);
        return new BadInput(
                "In \"" + text + "\" the number needs its name: " + known.getFirst() + "=" + part.strip() + ".");
    }

    private static BadInput notASetting(String text, String part) {
        return new BadInput("In \"" + text + "\", \"" + part.strip() + "\" is not a setting: write name=number.");
    }
}
