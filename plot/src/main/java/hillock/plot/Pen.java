package hillock.plot;

import java.util.List;

/// How a series looks in text: the colour, the dashes of a line (dots on, dots off) and the letter
/// of a point.
record Pen(int colour, int on, int off, char letter) {
    private static final String LETTERS = "ox+*#@%&";
    // Without colours a line is told by its dashes. Odd lengths, so that steep lines show them too.
    private static final int[][] DASHES = {{1, 0}, {5, 3}, {1, 2}, {9, 2}, {3, 5}};
    private static final String LINE_LETTERS = "*+o#x@";

    static Pen of(List<Series> series, int index, TextStyle style) {
        int place = Palette.place(series, index);
        int colour = Palette.of(series, index);
        if (series.get(index) instanceof Line line && line.look() == Line.Look.FAINT)
            return new Pen(Palette.mix(colour, Palette.GREY, 0.6), 1, 3, '.');
        boolean dashed = colour == Palette.GREY;
        int[] dash = dashed ? new int[] {1, 3} : DASHES[style.colour() ? 0 : place % DASHES.length];
        boolean point = series.get(index) instanceof Points;
        String letters = point ? LETTERS : LINE_LETTERS;
        // Of two series of points the first is o, whatever lines stand before it.
        int nth = point
                ? (int) series.stream()
                        .limit(index)
                        .filter(Points.class::isInstance)
                        .count()
                : place;
        char letter = dashed ? '.' : letters.charAt(nth % letters.length());
        return new Pen(colour, dash[0], dash[1], letter);
    }
}
