package hillock.plot;

import java.util.List;

/// Colours as 0xRRGGBB.
final class Palette {
    static final int WHITE = 0xffffff;
    static final int GREY = 0x7f7f7f;
    static final int DEEP_BLUE = 0x2166ac;
    static final int DEEP_RED = 0xb2182b;

    // Tableau 10, the default cycle of matplotlib; its grey is left to reference lines.
    private static final int[] CYCLE = {
        0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0xbcbd22, 0x17becf
    };

    private Palette() {}

    /// The `i`-th colour, around and around.
    static int colour(int i) {
        return CYCLE[i % CYCLE.length];
    }

    /// How many of the series before the `index`-th take a colour: its place in the cycle.
    static int place(List<Series> series, int index) {
        return (int) series.stream().limit(index).filter(Palette::takesColour).count();
    }

    /// The colour that the `index`-th series is drawn in.
    static int of(List<Series> series, int index) {
        boolean faint = series.get(index) instanceof Line line && line.look() == Line.Look.FAINT;
        return faint || takesColour(series.get(index)) ? colour(place(series, index)) : GREY;
    }

    private static boolean takesColour(Series s) {
        return switch (s) {
            case Line line -> line.look() == Line.Look.PLAIN;
            case Points _, Bars _ -> true;
            case Band _, Rule _, Region _, HeatMap _ -> false;
        };
    }

    /// `(1-t) a + t b`, channel by channel.
    static int mix(int a, int b, double t) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double channel = (1 - t) * (a >> shift & 255) + t * (b >> shift & 255);
            mixed |= (int) Math.round(channel) << shift;
        }
        return mixed;
    }

    /// Whether white text reads better on it than black.
    static boolean isDark(int rgb) {
        return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255) < 140;
    }

    /// The nearest of the 256 colours that nearly every terminal has: a cube of 6 x 6 x 6 and 24 greys.
    static int terminal(int rgb) {
        int r = rgb >> 16 & 255;
        int g = rgb >> 8 & 255;
        int b = rgb & 255;
        if (Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b)) < 10 && r > 8 && r < 238) {
            return 232 + (r - 8) / 10;
        }
        return 16 + 36 * level(r) + 6 * level(g) + level(b);
    }

    private static int level(int channel) {
        return channel < 48 ? 0 : channel < 115 ? 1 : (channel - 35) / 40;
    }
}
