package hillock.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the marks of an axis stand: at multiples of 1, 2 or 5 times a power of ten, labelled with as few digits as
/// tell them apart. Labels are exact decimals (0.3, never 0.30000000000000004), their minus sign is U+2212.
final class Ticks {
    private static final int[] NICE = {1, 2, 5};

    private Ticks() {}

    /// The most ticks, but at most `most`, from `lo` to `hi`.
    static List<Tick> linear(double lo, double hi, int most) {
        return linear(lo, hi, most, false);
    }

    /// The same, at whole numbers alone where `whole`.
    static List<Tick> linear(double lo, double hi, int most, boolean whole) {
        int power = (int) Math.floor(Math.log10((hi - lo) / most)) - 1;
        power = whole ? Math.max(0, power) : power;
        for (; ; power++) {
            for (int nice : NICE) {
                double step = nice * Math.pow(10, power);
                long first = (long) Math.ceil(lo / step - 1e-9);
                long last = (long) Math.floor(hi / step + 1e-9);
                if (last - first + 1 <= most) {
                    return multiples(first, last, nice, power);
                }
            }
        }
    }

    private static List<Tick> multiples(long first, long last, int nice, int power) {
        long most = Math.max(Math.abs(first), Math.abs(last));
        BigDecimal largest = BigDecimal.valueOf(most * nice).scaleByPowerOfTen(power);
        boolean plain = isPlain(largest, power);
        List<Tick> ticks = new ArrayList<>();
        for (long k = first; k <= last; k++) {
            BigDecimal value = BigDecimal.valueOf(k * nice).scaleByPowerOfTen(power);
            ticks.add(new Tick(value.doubleValue(), plain ? plain(value, power) : scientific(value)));
        }
        return ticks;
    }

    // Years and 0.0001 are read at a glance; 5000000 and 0.00001 are not.
    private static boolean isPlain(BigDecimal largest, int power) {
        int whole = Math.max(1, largest.precision() - largest.scale());
        int decimals = Math.max(0, -power);
        boolean shortEnough = whole + decimals <= 8;
        return shortEnough && (whole <= 6 || power < 3) && largest.doubleValue() >= 1e-3;
    }

    private static String plain(BigDecimal value, int power) {
        return minus(value.setScale(Math.max(0, -power), RoundingMode.HALF_UP).toPlainString());
    }

    private static String scientific(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal digits = value.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return minus(digits.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent);
    }

    /// The same for a logarithmic axis; `lo`, `hi` and the positions are log10 of the values.
    static List<Tick> logarithmic(double lo, double hi, int most) {
        int first = (int) Math.ceil(lo - 1e-9);
        int last = (int) Math.floor(hi + 1e-9);
        if (last - first < 1) {
            return withinADecade(lo, hi, most);
        }
        int every = (last - first) / most + 1;
        boolean halves = (last - first + 1) * NICE.length <= most;
        List<Tick> ticks = new ArrayList<>();
        for (int power = halves ? first - 1 : first; power <= last; power += every) {
            for (int nice : halves ? NICE : new int[] {1}) {
                double position = power + Math.log10(nice);
                if (position >= lo - 1e-9 && position <= hi + 1e-9) {
                    ticks.add(new Tick(position, power(nice, power)));
                }
            }
        }
        return ticks;
    }

    // Fewer than two powers of ten in sight: evenly spaced values say more.
    private static List<Tick> withinADecade(double lo, double hi, int most) {
        List<Tick> values = linear(Math.pow(10, lo), Math.pow(10, hi), most);
        return values.stream()
                .filter(t -> t.position() > 0)
                .map(t -> new Tick(Math.log10(t.position()), t.label()))
                .toList();
    }

    private static String power(int nice, int power) {
        BigDecimal value = BigDecimal.valueOf(nice).scaleByPowerOfTen(power);
        return power >= -4 && power <= 5 ? value.toPlainString() : scientific(value);
    }

    /// A value in a cell of a heat map.
    static String cell(double value, boolean whole) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : minus("-inf");
        }
        if (whole) {
            return minus(String.format(Locale.ROOT, "%.0f", value));
        }
        double size = Math.abs(value);
        if (size != 0 && (size >= 1e5 || size < 5e-4)) {
            return minus(String.format(Locale.ROOT, "%.1e", value)
                    .replace("e+0", "e")
                    .replace("e-0", "e-"));
        }
        return minus(String.format(Locale.ROOT, size < 1 ? "%.3f" : size < 100 ? "%.2f" : "%.1f", value));
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
