package hillock.plot;

/// How a figure is drawn in a terminal.
///
/// ```java
/// String plot = figure.toText(TextStyle.of(100, 30).withColour(true));
/// ```
///
/// @param width  columns that may be used; fewer than 24 are taken as 24
/// @param height rows that should be used; a figure that cannot be read in so few takes more
/// @param colour ANSI colours (256 of them); without, lines differ by their dashes and points by their letters
/// @param ascii  nothing beyond ASCII but the texts themselves: no Braille dots, no box drawing
public record TextStyle(int width, int height, boolean colour, boolean ascii) {
    private static final int LEAST_WIDTH = 24;

    public TextStyle {
        width = Math.max(LEAST_WIDTH, width);
    }

    /// Braille dots without colour.
    public static TextStyle of(int width, int height) {
        return new TextStyle(width, height, false, false);
    }

    public TextStyle withColour(boolean on) {
        return new TextStyle(width, height, on, ascii);
    }

    public TextStyle withAscii(boolean on) {
        return new TextStyle(width, height, colour, on);
    }
}
