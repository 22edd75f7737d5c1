package hillock.nn;

import hillock.data.BadInput;
import java.util.List;
import java.util.stream.Collectors;

/// A number, or several, that may be chosen for a row of a catalogue: its name, what it is if
/// nothing is said, and what it may be.
///
/// ```java
/// new Argument("gamma", 0.1).above(0);
/// Argument.open("step_size", "epochs / 3").whole(1);
/// ```
///
/// @param usual what it is if nothing is said; empty if that depends on something else
/// @param said in words what it is then; empty where the numbers say it
/// @param list whether it may be several numbers
/// @param low the least that it may be
/// @param high the most
/// @param open whether `low` and `high` themselves are excluded
/// @param whole whether it has to be a whole number
public record Argument(
        String name,
        List<Double> usual,
        String said,
        boolean list,
        double low,
        double high,
        boolean open,
        boolean whole) {
    /// One of which any number is allowed.
    public Argument(String name, double usual) {
        this(name, List.of(usual), "", false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);
    }

    /// One whose usual value depends on something, told in words.
    static Argument open(String name, String said) {
        return new Argument(
                name, List.of(), said, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);
    }

    /// Or a list of such numbers, `[30, 80]`.
    Argument orList() {
        return new Argument(name, usual, said, true, low, high, open, whole);
    }

    /// A number above this one.
    Argument above(double number) {
        return new Argument(name, usual, said, list, number, high, true, whole);
    }

    /// A number from `least` to `most`.
    Argument within(double least, double most) {
        return new Argument(name, usual, said, list, least, most, false, whole);
    }

    /// A number between these two.
    Argument between(double least, double most) {
        return new Argument(name, usual, said, list, least, most, true, whole);
    }

    /// A whole number from `least` on.
    Argument whole(int least) {
        return new Argument(name, usual, said, list, least, Integer.MAX_VALUE, false, true);
    }

    /// The same, whole numbers only.
    Argument asWhole() {
        return new Argument(name, usual, said, list, low, high, open, true);
    }

    /// 0 or 1.
    Argument yesOrNo() {
        return new Argument(name, usual, said, list, 0, 1, false, true);
    }

    /// The same with what was chosen in place of the usual value.
    Argument chosen(List<Double> numbers) {
        return new Argument(name, numbers, "", list, low, high, open, whole);
    }

    /// Its usual value as it is written in a text, or in words.
    public String shown() {
        if (!said.isEmpty()) return said;
        return usual.size() == 1
                ? Interval.number(usual.getFirst())
                : usual.stream().map(Interval::number).collect(Collectors.joining(", ", "[", "]"));
    }

    /// Checks what was chosen for it in the row of that name.
    void check(String row, List<Double> chosen) {
        if (chosen.size() > 1 && !list)
            throw new BadInput("The " + name + " of " + row + " is one number, not a list of " + chosen.size() + ".");
        for (double number : chosen) {
            boolean inside = open ? number > low && number < high : number >= low && number <= high;
            if (inside && (!whole || number == Math.rint(number))) continue;
            throw new BadInput("The " + name + " of " + row + " has to be " + (whole ? "a whole number" : "a number")
                    + bounds() + ", not " + Interval.number(number) + ".");
        }
    }

    private String bounds() {
        boolean bounded = high < Integer.MAX_VALUE;
        if (Double.isInfinite(low) && !bounded) return "";
        String least = Interval.number(low);
        if (!bounded) return open ? " above " + least : " from " + least + " on";
        return (open ? " between " : " from ") + least + (open ? " and " : " to ") + Interval.number(high);
    }
}
