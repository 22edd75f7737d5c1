package hillock.io;

import hillock.data.BadInput;
import hillock.data.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object that is read field by field. What is missing or of another type is named by its path:
/// `"architecture.hidden[1]" must be a whole number from 1 up, but is "many"`. Fields that nobody
/// asks for are no error: later versions may add some.
final class Fields {
    private final String file;
    private final String path;
    private final ObjectNode node;

    private Fields(String file, String path, ObjectNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /// @param file for messages
    static Fields of(String file, ObjectNode root) {
        return new Fields(file, "", root);
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    String text(String name) {
        return text(name, required(name));
    }

    /// A text that a parser understands; what it complains about is passed on.
    <T> T parsed(String name, Function<String, T> parser) {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (BadInput e) {
            // Of a formula's mistake the picture of the place is left out.
            String sentence = e.getMessage().lines().findFirst().orElseThrow();
            throw new BadInput(file + " cannot be used, see \"" + path + name + "\": " + sentence, e);
        }
    }

    /// One of a few words.
    <T> T oneOf(String name, Map<String, T> words) {
        return oneOf(name, required(name), words);
    }

    /// A list of such words.
    <T> List<T> eachOf(String name, Map<String, T> words) {
        return list(name, (at, value) -> oneOf(at, value, words));
    }

    int whole(String name, int least) {
        return whole(name, required(name), least);
    }

    long seed(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) throw wrong(name, "a whole number", value);
        return value.longValue();
    }

    /// A finite number.
    double number(String name) {
        JsonNode value = required(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) throw wrong(name, "a number", value);
        return value.doubleValue();
    }

    double above0(String name) {
        double value = number(name);
        if (value <= 0) throw wrong(name, "a number above 0", required(name));
        return value;
    }

    /// From 0 to below 1.
    double share(String name) {
        double value = number(name);
        if (value < 0 || value >= 1) throw wrong(name, "a number from 0 to below 1", required(name));
        return value;
    }

    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) throw wrong(name, "true or false", value);
        return value.booleanValue();
    }

    Fields object(String name) {
        return object(name, required(name));
    }

    Optional<Fields> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<String> texts(String name) {
        return list(name, this::text);
    }

    List<Integer> wholes(String name, int least) {
        return list(name, (at, value) -> whole(at, value, least));
    }

    List<Fields> objects(String name) {
        return list(name, this::object);
    }

    /// Every field of this object, all of them numbers; null stands for NaN.
    Map<String, Double> numbers() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String name : node.propertyNames()) values.put(name, required(name).isNull() ? Double.NaN : number(name));
        return values;
    }

    /// A list of finite numbers.
    List<Double> finite(String name) {
        return list(name, (at, value) -> {
            if (!value.isNumber() || !Double.isFinite(value.doubleValue())) throw wrong(at, "a number", value);
            return value.doubleValue();
        });
    }

    /// Every field of this object, all of them objects.
    Map<String, Fields> objects() {
        Map<String, Fields> values = new LinkedHashMap<>();
        for (String name : node.propertyNames()) values.put(name, object(name));
        return values;
    }

    /// Every field of this object, all of them texts.
    Map<String, String> texts() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : node.propertyNames()) values.put(name, text(name));
        return values;
    }

    /// A complaint about this object as a whole.
    BadInput damaged(String what) {
        return new BadInput(file + " is damaged: " + what + "; " + MEND);
    }

    static final String MEND = "restore the folder from a copy, or fit again.";

    private interface Element<T> {
        T read(String at, JsonNode value);
    }

    private <T> List<T> list(String name, Element<T> element) {
        JsonNode value = required(name);
        if (!value.isArray()) throw wrong(name, "a list", value);
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) elements.add(element.read(name + "[" + i + "]", value.get(i)));
        return elements;
    }

    private <T> T oneOf(String at, JsonNode value, Map<String, T> words) {
        T meant = words.get(text(at, value));
        if (meant == null) throw wrong(at, "one of " + String.join(", ", words.keySet()), value);
        return meant;
    }

    private String text(String at, JsonNode value) {
        if (!value.isString()) throw wrong(at, "a text", value);
        return value.stringValue();
    }

    private int whole(String at, JsonNode value, int least) {
        if (!value.isInt() || value.intValue() < least) throw wrong(at, "a whole number from " + least + " up", value);
        return value.intValue();
    }

    private Fields object(String at, JsonNode value) {
        if (!(value instanceof ObjectNode object)) throw wrong(at, "an object in braces", value);
        return new Fields(file, path + at + ".", object);
    }

    private JsonNode required(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) throw damaged("the field \"" + path + name + "\" is missing");
        return value;
    }

    private BadInput wrong(String at, String expected, JsonNode value) {
        String is = value.isContainer() ? (value.isArray() ? "a list" : "an object") : Names.quote(value.asString());
        return damaged("\"" + path + at + "\" must be " + expected + ", but is " + is);
    }
}
