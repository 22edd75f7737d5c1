package hillock.cli;

import picocli.CommandLine.TypeConversionException;

/// The numbers that a plot's x axis shows, written `LOW:HIGH`.
///
/// ```java
/// Interval.parse("-20:20").high();   // 20.0
/// ```
record Interval(double low, double high) {
    /// @throws TypeConversionException with the beginning of a sentence, if it is none
    static Interval parse(String text) {
        String[] ends = text.split(":", -1);
        if (ends.length != 2) throw refused(text, "write two numbers and a colon, as in -20:20");
        Interval interval = new Interval(end(text, ends[0]), end(text, ends[1]));
        // As floats: x is a tensor, and its points must differ.
        if ((float) interval.low >= (float) interval.high) {
            throw refused(text, "the first number must be the smaller one, as in -20:20");
        }
        return interval;
    }

    private static double end(String text, String number) {
        return NumberText.parse(number)
                .filter(x -> Float.isFinite((float) (double) x))
                .orElseThrow(() -> refused(text, "\"" + number.strip() + "\" is not a number of ordinary size"));
    }

    private static TypeConversionException refused(String text, String why) {
        return new TypeConversionException("\"" + text + "\" is no range: " + why);
    }
}
