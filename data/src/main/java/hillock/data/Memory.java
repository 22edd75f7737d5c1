package hillock.data;

import java.util.Locale;

/// How much of Java's memory a table may take: half, so that the other half is left to work on it.
final class Memory {
    /// Bytes of a reference to a cell, twice over since a growing list copies itself.
    static final int SLOT = 8;

    private Memory() {}

    static long forTables() {
        return Runtime.getRuntime().maxMemory() / 2;
    }

    /// Bytes of a cell's own text: the string, the header of its array, and its letters.
    static int ofString(String cell) {
        return 24 + 16 + cell.length() * (isLatin(cell) ? 1 : 2);
    }

    static String text(long bytes) {
        long mega = Math.max(1, bytes >> 20);
        return mega < 1024 ? mega + " MB" : String.format(Locale.ROOT, "%.1f GB", mega / 1024.0);
    }

    private static boolean isLatin(String cell) {
        for (int i = 0; i < cell.length(); i++) if (cell.charAt(i) > 0xFF) return false;
        return true;
    }
}
