package hillock.plot;

/// Draws the series of a panel into the drawing area of a text plot.
final class TextSeries {
    private static final String SHADES = " .:-~";
    private static final String EIGHTHS = "▁▂▃▄▅▆▇█";

    private final Cells cells;
    private final int top;
    private final int left;
    private final int columns;
    private final int rows;
    private final Axis x;
    private final Axis y;
    private final TextStyle style;

    TextSeries(Cells cells, int top, int left, int columns, int rows, Axis x, Axis y, TextStyle style) {
        this.cells = cells;
        this.top = top;
        this.left = left;
        this.columns = columns;
        this.rows = rows;
        this.x = x;
        this.y = y;
        this.style = style;
    }

    void draw(Series series, Pen pen) {
        switch (series) {
            case Line line -> line(line, pen);
            case Points points -> points(points, pen);
            case Band band -> band(band, pen);
            case Bars bars -> bars(bars, pen);
            case Rule rule -> rule(rule, pen);
            case Region region -> region(region);
            case HeatMap _ -> throw new IllegalArgumentException("a heat map has no axes of numbers to be drawn over");
        }
    }

    private void line(Line line, Pen pen) {
        Dots dots = new Dots(columns, rows, style.ascii());
        double px = Double.NaN;
        double py = Double.NaN;
        int phase = 0;
        for (int i = 0; i < line.x().size(); i++) {
            double sx = x.share(line.x().get(i));
            double sy = y.share(line.y().get(i));
            if (Double.isNaN(sx + sy)) {
                phase = 0;
            } else {
                boolean joined = !Double.isNaN(px + py);
                phase = dots.line(joined ? px : sx, joined ? py : sy, sx, sy, pen, phase);
            }
            px = sx;
            py = sy;
        }
        dots.onto(cells, top, left);
    }

    // A column of dots for each x: an area has more of them than whiskers have.
    private void band(Band band, Pen pen) {
        Dots dots = new Dots(columns, rows, style.ascii());
        for (int i = 0; i < band.x().size(); i++) {
            if (band.isPresent(i)) {
                double at = x.share(band.x().get(i));
                dots.line(
                        at, y.share(band.low().get(i)), at, y.share(band.high().get(i)), pen, 0);
            }
        }
        dots.onto(cells, top, left);
    }

    private void rule(Rule rule, Pen pen) {
        Dots dots = new Dots(columns, rows, style.ascii());
        double at = rule.vertical() ? x.share(rule.at()) : y.share(rule.at());
        if (!Double.isNaN(at)) {
            dots.line(
                    rule.vertical() ? at : 0,
                    rule.vertical() ? 0 : at,
                    rule.vertical() ? at : 1,
                    rule.vertical() ? 1 : at,
                    pen,
                    0);
        }
        dots.onto(cells, top, left);
    }

    // Letters are read better than dots, until there are too many of them; without colour only letters tell series
    // apart.
    private void points(Points points, Pen pen) {
        boolean letters = !style.colour() || style.ascii() || points.x().size() <= 2 * columns;
        Dots dots = new Dots(columns, rows, style.ascii());
        for (int i = 0; i < points.x().size(); i++) {
            double sx = x.share(points.x().get(i));
            double sy = y.share(points.y().get(i));
            if (Double.isNaN(sx + sy)) {
                continue;
            }
            long column = Math.round(sx * (columns - 1));
            long row = Math.round((1 - sy) * (rows - 1));
            if (letters && column >= 0 && column < columns && row >= 0 && row < rows) {
                cells.put(top + (int) row, left + (int) column, pen.letter(), pen.colour());
            } else if (!letters) {
                dots.dot(dots.column(sx), dots.row(sy), pen);
            }
        }
        dots.onto(cells, top, left);
    }

    private void bars(Bars bars, Pen pen) {
        double zero = Math.clamp(y.foot(), 0, 1);
        for (int i = 0; i < bars.heights().size(); i++) {
            double height = y.share(bars.heights().get(i));
            double from = x.share(bars.edges().get(i)) * columns;
            double to = x.share(bars.edges().get(i + 1)) * columns;
            if (Double.isNaN(height + from + to)) {
                continue;
            }
            boolean apart = to - from >= 4;
            int first = Math.clamp(Math.round(from) + (apart ? 1 : 0), 0, columns);
            int last = Math.clamp(Math.max(Math.round(to), Math.round(from) + 1) - 1, -1, columns - 1);
            for (int column = first; column <= last; column++) {
                bar(column, zero, Math.clamp(height, 0, 1), pen);
            }
        }
    }

    // Eighths of a cell upward; downward whole cells, for want of characters that hang from the top.
    private void bar(int column, double zero, double end, Pen pen) {
        long foot = Math.round(zero * rows);
        long tip = style.ascii() || end < zero ? Math.round(end * rows) * 8 : Math.round(end * rows * 8);
        if (end > zero && tip <= foot * 8) {
            tip = foot * 8 + 1; // A count of one must not vanish beside thousands.
        }
        for (long cell = Math.min(foot, tip / 8); cell * 8 < Math.max(foot * 8, tip); cell++) {
            long eighths = end < zero ? 8 : Math.min(8, tip - cell * 8);
            int glyph = style.ascii() ? '#' : EIGHTHS.charAt((int) eighths - 1);
            cells.put((int) (top + rows - 1 - cell), left + column, glyph, pen.colour());
        }
    }

    private void region(Region region) {
        Grid grid = region.cells();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double cx = at(x, (column + 0.5) / columns, region.x());
                double cy = at(y, 1 - (row + 0.5) / rows, region.y());
                if (cx < 0 || cx >= 1 || cy < 0 || cy >= 1) {
                    continue;
                }
                double value = grid.get((int) (cy * grid.rows()), (int) (cx * grid.columns()));
                if (style.colour()) {
                    cells.fill(top + row, left + column, region.colour(value));
                } else if (Double.isFinite(value)) {
                    int shade = SHADES.charAt((int) Math.abs(Math.round(value)) % SHADES.length());
                    cells.put(top + row, left + column, shade, Cells.NONE);
                }
            }
        }
    }

    // Where a share of an axis lies within the region's own range, as a share of that.
    private static double at(Axis axis, double share, Range range) {
        double position = axis.lo() + share * (axis.hi() - axis.lo());
        double value = axis.log() ? Math.pow(10, position) : position;
        return (value - range.lo()) / (range.hi() - range.lo());
    }
}
