package hillock.plot;

import java.util.List;
import java.util.Optional;

/// One plot: series over a pair of axes. Empty strings leave a title or label out.
///
/// ```java
/// Panel p = Panel.of("Loss", "epoch", "loss", Line.of("training", epochs, losses)).withLogY(true);
/// ```
///
/// @param xRange what the x axis shows; empty: all the data
/// @param yRange what the y axis shows; empty: all the data
/// @param logX   a logarithmic x axis: values of 0 and below are gaps
/// @param logY   likewise
/// @param legend whether the named series are listed below the plot
public record Panel(
        String title,
        String xLabel,
        String yLabel,
        List<Series> series,
        Optional<Range> xRange,
        Optional<Range> yRange,
        boolean logX,
        boolean logY,
        boolean legend) {
    public Panel {
        series = List.copyOf(series);
        if (series.size() > 1 && series.stream().anyMatch(HeatMap.class::isInstance)) {
            throw new IllegalArgumentException(
                    "a heat map needs a panel for itself, this one has " + series.size() + " series");
        }
        if (logX) requirePositive(xRange);
        if (logY) requirePositive(yRange);
    }

    private static void requirePositive(Optional<Range> range) {
        if (range.isPresent() && range.get().lo() <= 0) {
            throw new IllegalArgumentException(
                    "a logarithmic axis cannot start at " + range.get().lo());
        }
    }

    /// A panel that shows all its data, with a legend where more than one series has a name.
    public static Panel of(String title, String xLabel, String yLabel, Series... series) {
        return of(title, xLabel, yLabel, List.of(series));
    }

    /// A panel that shows all its data, with a legend where more than one series has a name.
    public static Panel of(String title, String xLabel, String yLabel, List<? extends Series> series) {
        boolean legend = series.stream().filter(s -> !s.name().isEmpty()).count() > 1;
        return new Panel(
                title, xLabel, yLabel, List.copyOf(series), Optional.empty(), Optional.empty(), false, false, legend);
    }

    public Panel withXRange(double lo, double hi) {
        return new Panel(title, xLabel, yLabel, series, Optional.of(new Range(lo, hi)), yRange, logX, logY, legend);
    }

    public Panel withYRange(double lo, double hi) {
        return new Panel(title, xLabel, yLabel, series, xRange, Optional.of(new Range(lo, hi)), logX, logY, legend);
    }

    public Panel withLogX(boolean on) {
        return new Panel(title, xLabel, yLabel, series, xRange, yRange, on, logY, legend);
    }

    public Panel withLogY(boolean on) {
        return new Panel(title, xLabel, yLabel, series, xRange, yRange, logX, on, legend);
    }

    public Panel withLegend(boolean on) {
        return new Panel(title, xLabel, yLabel, series, xRange, yRange, logX, logY, on);
    }

    /// The heat map, where the panel is one.
    Optional<HeatMap> heatMap() {
        return series.stream()
                .filter(HeatMap.class::isInstance)
                .map(HeatMap.class::cast)
                .findFirst();
    }

    /// The series that the legend names.
    List<Series> named() {
        return legend ? series.stream().filter(s -> !s.name().isEmpty()).toList() : List.of();
    }
}
