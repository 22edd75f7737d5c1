package hillock.bench.task;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A piece of work that every library can be asked to do, by a name that says all of it.
///
/// ```java
/// Task.parse("gemm-512");                       // C = A·B, 512 × 512 each
/// Task.parse("gelu-1e5-gradient-into");         // y = gelu(x) and dx = g · gelu'(x), no memory taken
/// Task.parse("step-784-256-128-10");            // one step of training
/// ```
public sealed interface Task permits Product, Pointwise, Step, Inference, Cold, Size, Peak {
    /// What [#parse] makes this task of.
    String name();

    /// How many operations (of floating point, or elements) one repetition comes to; 0 where a rate says nothing.
    double amount();

    /// What [#amount] counts.
    Unit unit();

    /// The task of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    static Task parse(String name) {
        if (name.equals(Peak.NAME)) return new Peak();
        if (name.equals(Size.NAME)) return new Size();
        if (name.startsWith("gemm-")) return Product.parse(name);
        if (name.startsWith("step-")) return new Step(widths(name, "step-"));
        if (name.startsWith("infer-")) return new Inference(widths(name, "infer-"));
        if (name.startsWith(Cold.PREFIX)) return new Cold(name.substring(Cold.PREFIX.length()));
        Matcher m = Pattern.compile("(\\w+)-1e(\\d)-(forward|gradient)(-into)?").matcher(name);
        if (!m.matches()) throw new IllegalArgumentException("there is no task " + name);
        int size = (int) Math.round(Math.pow(10, Integer.parseInt(m.group(2))));
        return new Pointwise(m.group(1), size, m.group(3).equals("gradient"), m.group(4) != null);
    }

    private static List<Integer> widths(String name, String prefix) {
        return Arrays.stream(name.substring(prefix.length()).split("-", -1))
                .map(Integer::valueOf)
                .toList();
    }

    /// `784-256-128-10`.
    static String text(List<Integer> widths) {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
