package hillock.data;

import java.util.Locale;

/// How much of Java's memory a table may take: half, so that the other half is left to work on it.
final class Memory {
    private Memory() {}

    static long forTables() {
        return Runtime.getRuntime().maxMemory() / 2;
    }

    static String text(long bytes) {
        long mega = Math.max(1, bytes >> 20);
        return mega < 1024 ? mega + " MB" : String.format(Locale.ROOT, "%.1f GB", mega / 1024.0);
    }
}
