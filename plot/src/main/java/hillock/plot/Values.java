package hillock.plot;

import java.util.Arrays;

/// An immutable list of numbers: the coordinates of a series. NaN and infinities are allowed and drawn as gaps.
///
/// ```java
/// Values v = Values.of(1, 2, Double.NaN, 4);
/// v.size();   // 4
/// v.get(1);   // 2.0
/// ```
public final class Values {
    private final double[] numbers;

    private Values(double[] numbers) {
        this.numbers = numbers;
    }

    /// A copy of the numbers.
    public static Values of(double... numbers) {
        return new Values(numbers.clone());
    }

    /// The numbers `0, 1, … , n-1` shifted by `first`: epochs, or the position of bars.
    public static Values counting(double first, int n) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> first + i);
        return new Values(numbers);
    }

    public int size() {
        return numbers.length;
    }

    public double get(int i) {
        return numbers[i];
    }

    public double[] toArray() {
        return numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values v && Arrays.equals(numbers, v.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return numbers.length <= 8 ? Arrays.toString(numbers) : "[" + numbers.length + " values]";
    }
}
