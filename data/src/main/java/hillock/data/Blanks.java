package hillock.data;

/// What counts as a blank around a cell: also the no-break space of web pages, the wide space of Chinese text and a
/// stray byte order mark, which `String.strip` leaves.
final class Blanks {
    private Blanks() {}

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF';
    }

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) start++;
        while (start < end && isBlank(text.charAt(end - 1))) end--;
        return text.substring(start, end);
    }
}
