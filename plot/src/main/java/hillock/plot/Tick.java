package hillock.plot;

/// A mark on an axis, at `position` in the axis' own scale (log10 of the value on a logarithmic one).
record Tick(double position, String label) {}
