package hillock.cli.report;

import hillock.plot.Figure;

/// A figure of a report.
///
/// @param name of its file, without the extension
/// @param caption what there is to see, in one sentence
public record Picture(String name, Figure figure, String caption) {
    void write(Html page) {
        page.open("figure").raw(figure.toSvg()).element("figcaption", caption).close("figure");
    }
}
