package hillock.expr.kernel;

import java.util.List;

/// What a loop does with one element, and where it finds it: all that its generated code depends on.
///
/// @param steps the code, straight through
/// @param results the steps whose values are the outputs
/// @param places which array each output goes to; the first arrays are the inputs, and an output may overwrite one
/// @param inputs how many inputs there are
/// @param still bit i says that input i stands still along a row
record Body(List<Code.Step> steps, List<Integer> results, List<Integer> places, int inputs, long still) {
    Body {
        steps = List.copyOf(steps);
        results = List.copyOf(results);
        places = List.copyOf(places);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body b
                && inputs == b.inputs
                && still == b.still
                && steps.equals(b.steps)
                && results.equals(b.results)
                && places.equals(b.places);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * steps.hashCode() + results.hashCode()) + places.hashCode();
    }

    Code.Step step(int value) {
        return steps.get(value);
    }

    int size() {
        return steps.size();
    }

    /// How many arrays the loop is given.
    int arrays() {
        return Math.max(
                inputs, 1 + places.stream().mapToInt(Integer::intValue).max().orElse(-1));
    }

    /// Whether an array gives one number for a whole row.
    boolean stands(int array) {
        return array < inputs && (still >> array & 1) != 0;
    }
}
