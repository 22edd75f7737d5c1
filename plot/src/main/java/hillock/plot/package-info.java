/// Figures of functions, derivatives, fits, histories, histograms, confusion matrices and decision regions.
///
/// A [Figure] is a description, made of [Panel]s, made of [Series]; nothing is drawn until one of its outputs is asked
/// for: SVG ([Figure#toSvg]), PNG ([Figure#toPng]) or terminal text ([Figure#toText]). [Figures] holds the ready-made
/// ones. All take plain `double[]`, so that anything can be plotted.
///
/// ```java
/// double[] x = {0, 1, 2, 3};
/// double[] y = {0, 1, 4, 9};
/// Figure figure = Figure.of("", Panel.of("Squares", "x", "y", Line.of("x²", x, y)));
/// System.out.print(figure.toText(80, 24, true));
/// figure.writePng(Path.of("squares.png"));
/// ```
///
/// How it is built: [Bounds] and [Ticks] make an [Axis]; from there on the two renderers part. Text
/// ([TextFigure]) paints into a grid of [Cells] and loads no AWT class, so a plot in the terminal costs no
/// start-up. SVG and PNG ([Drawing]) are JFreeChart, styled once in [ChartStyle].
package hillock.plot;
