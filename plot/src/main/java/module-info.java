/// Figures drawn as SVG, PNG or terminal text.
@SuppressWarnings("requires-automatic") // JFreeChart 1.5 has no module descriptor
module hillock.plot {
    requires java.desktop;
    requires org.jfree.jfreechart;
    requires org.jfree.svg;

    exports hillock.plot;
}
