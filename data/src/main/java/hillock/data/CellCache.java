package hillock.data;

/// Strings of cells, one for repeated text where that is cheap: a table of fixed size in which a new text takes the
/// place of an older one with the same hash. Categories and small numbers are thus held once or a few times, while a
/// column of unique numbers costs no growing dictionary.
final class CellCache {
    private static final int SIZE = 1 << 16;
    private static final int LONGEST = 64;

    private final String[] slots = new String[SIZE];
    private long bytes;

    String text(char[] buffer, int from, int length) {
        if (length == 0) return "";
        if (length > LONGEST) return fresh(buffer, from, length);
        int hash = 0;
        for (int i = from; i < from + length; i++) hash = 31 * hash + buffer[i];
        int slot = (hash * 0x9E3779B9) >>> 16;
        String known = slots[slot];
        if (known != null && same(known, buffer, from, length)) return known;
        slots[slot] = fresh(buffer, from, length);
        return slots[slot];
    }

    /// Memory that the strings made so far take.
    long bytes() {
        return bytes;
    }

    private String fresh(char[] buffer, int from, int length) {
        String text = new String(buffer, from, length);
        bytes += Memory.ofString(text);
        return text;
    }

    private static boolean same(String known, char[] buffer, int from, int length) {
        if (known.length() != length) return false;
        for (int i = 0; i < length; i++) if (known.charAt(i) != buffer[from + i]) return false;
        return true;
    }
}
