package hillock.io;

import hillock.data.BadInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as text, strictly: UTF-8, one object, no key twice.
final class Json {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// Every field on a line of its own; the same bytes on every system.
    private static final PrettyPrinter FOR_PEOPLE = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private Json() {}

    /// The object in these bytes.
    ///
    /// @param what the bytes are, to begin a sentence: `a.safetensors is damaged: its header`
    /// @param mend how to mend it, to end the sentence
    static ObjectNode object(byte[] bytes, String what, String mend) {
        JsonNode node;
        try {
            node = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new BadInput(what + " is not text in UTF-8" + mend, e);
        } catch (JacksonException e) {
            throw new BadInput(what + " " + complaint(e) + mend, e);
        }
        if (node instanceof ObjectNode object) return object;
        if (node.isMissingNode()) throw new BadInput(what + " is empty" + mend);
        throw new BadInput(what + " is JSON, but not an object in braces" + mend);
    }

    private static String complaint(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) return "is JSON that ends too early";
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate")) return "names " + quoted(message) + " twice";
        TokenStreamLocation at = e.getLocation();
        return "is not valid JSON"
                + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
    }

    /// What stands between the first and the last quotation mark.
    private static String quoted(String message) {
        int from = message.indexOf('"');
        int to = message.lastIndexOf('"');
        return from < 0 || to <= from ? "a key" : message.substring(from, to + 1);
    }

    /// One line, nothing between the tokens.
    static String compact(ObjectNode node) {
        return JSON.writeValueAsString(node);
    }

    /// For people: one field a line.
    static String pretty(ObjectNode node) {
        return JSON.writer().with(FOR_PEOPLE).writeValueAsString(node) + "\n";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
