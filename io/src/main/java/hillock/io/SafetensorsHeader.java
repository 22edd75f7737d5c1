package hillock.io;

import hillock.data.BadInput;
import hillock.data.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a header says, checked against the rules of the format: every tensor has as many bytes as its shape and dtype
/// need, and together they fill the data without a hole, an overlap or a rest.
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    private static final String MEND = "; get the file again, or have it written anew.";

    /// One tensor: its bytes are `[begin, end)` of the data.
    record Entry(String name, Dtype dtype, int[] dims, long begin, long end) {
        int size() {
            return (int) ((end - begin) / dtype.bytes());
        }
    }

    /// @param file for messages
    /// @param dataBytes how many bytes follow the header
    static SafetensorsHeader of(byte[] json, long dataBytes, String file) {
        ObjectNode root = Json.object(json, file + " is no safetensors file: its header", ".");
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (field.getKey().equals(Safetensors.METADATA)) readMetadata(field.getValue(), metadata, file);
            else entries.add(new EntryReader(file, field.getKey()).read(field.getValue()));
        }
        requireGapless(entries, dataBytes, file);
        return new SafetensorsHeader(entries, metadata);
    }

    private static void readMetadata(JsonNode node, Map<String, String> metadata, String file) {
        if (!node.isObject())
            throw new BadInput(file + " is damaged: its __metadata__ is not an object in braces" + MEND);
        for (Map.Entry<String, JsonNode> text : node.properties()) {
            if (!text.getValue().isString())
                throw new BadInput(
                        file + " is damaged: __metadata__ " + Names.quote(text.getKey()) + " must be a text" + MEND);
            metadata.put(text.getKey(), text.getValue().stringValue());
        }
    }

    private static void requireGapless(List<Entry> entries, long dataBytes, String file) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long end = 0;
        for (Entry entry : sorted) {
            if (entry.begin != end) {
                throw new BadInput(file + " is damaged: the data of " + Names.quote(entry.name) + " begin at byte "
                        + entry.begin + (entry.begin < end ? ", inside those of another tensor" : ", after a hole")
                        + " (expected " + end + ")" + MEND);
            }
            end = entry.end;
        }
        if (end > dataBytes)
            throw new BadInput(file + " is cut off: its tensors need " + end + " bytes of data, but only " + dataBytes
                    + " are there" + MEND);
        if (end < dataBytes)
            throw new BadInput(
                    file + " is damaged: " + (dataBytes - end) + " bytes at its end belong to no tensor" + MEND);
    }

    /// Reads what the header says about one tensor.
    private record EntryReader(String file, String name) {
        Entry read(JsonNode node) {
            if (!node.isObject()) throw damaged("is not described by an object in braces");
            Dtype dtype = dtype(node.path("dtype"));
            int[] dims = dims(node.path("shape"));
            JsonNode offsets = node.path("data_offsets");
            if (!offsets.isArray() || offsets.size() != 2 || !isOffset(offsets.path(0)) || !isOffset(offsets.path(1)))
                throw damaged("has no data_offsets [begin, end] in whole numbers from 0");
            long begin = offsets.path(0).longValue();
            long end = offsets.path(1).longValue();
            if (end < begin) throw damaged("has data that end (" + end + ") before they begin (" + begin + ")");
            long needed = dtype.bytes();
            for (int dim : dims) needed *= dim;
            if (needed != end - begin)
                throw damaged("has " + (end - begin) + " bytes of data, but its shape and dtype need " + needed);
            return new Entry(name, dtype, dims, begin, end);
        }

        private Dtype dtype(JsonNode node) {
            if (!node.isString()) throw damaged("has no dtype");
            for (Dtype dtype : Dtype.values()) if (dtype.name().equals(node.stringValue())) return dtype;
            throw new BadInput(file + ": tensor " + Names.quote(name) + " has the dtype "
                    + Names.quote(node.stringValue()) + ", which Hillock cannot read: convert it to F32.");
        }

        private int[] dims(JsonNode node) {
            if (!node.isArray()) throw damaged("has no shape");
            int[] dims = new int[node.size()];
            long size = 1;
            for (int i = 0; i < dims.length; i++) {
                JsonNode dim = node.path(i);
                if (!dim.isIntegralNumber() || dim.bigIntegerValue().signum() < 0)
                    throw damaged("has a shape that is not made of whole numbers from 0");
                if (!dim.isInt()) throw tooLarge();
                dims[i] = dim.intValue();
                size *= dims[i];
                if (size > Integer.MAX_VALUE) throw tooLarge();
            }
            return dims;
        }

        private static boolean isOffset(JsonNode node) {
            return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
        }

        private BadInput tooLarge() {
            return new BadInput(file + ": tensor " + Names.quote(name)
                    + " is larger than the 2147483647 numbers that a tensor may hold.");
        }

        private BadInput damaged(String what) {
            return new BadInput(file + " is damaged: tensor " + Names.quote(name) + " " + what + MEND);
        }
    }
}
