package hillock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activations;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `hillock activations NAME --code LANGUAGE` prints, compiled and run, for all rows and some
/// formulas.
class CodeTest {
    /// All but multiples of eighths are no kink, so that rounding does not choose a side.
    private static final double[] X = DoubleStream.concat(
                    DoubleStream.of(-60, -12.3, 0, 1, -1, 3, -3, 6, 0.5, -0.5, 13.7, 60),
                    DoubleStream.iterate(-4.9, x -> x < 5, x -> x + 0.37))
            .toArray();

    private static final List<String> FORMULAS = List.of(
            "x * sigmoid(1.7 * x)",
            "max(a * x, sin(x)), a = 0.1",
            "-x ^ 2 + 2 ^ -x - (x - (1 - x)) / (2 / (x * x + 1))",
            "where(x <= 1, min(x, 2), erf(x) + erfc(x / 3) + ndtr(x)) * (x > 0 ? 1 : -2)",
            "atan(x) + sinh(x / 9) + cosh(x / 9) + abs(sign(x)) + log1p(x * x) + sqrt(log(x ^ 2 + 1.5))");

    private static List<Activation> all() {
        return Stream.concat(
                        Activations.all().stream().filter(a -> a.form() instanceof Pointwise),
                        FORMULAS.stream().map(Activation::parse))
                .toList();
    }

    private static String code(Activation a, String language) {
        Run run = Run.of("activations", a.text(), "--code", language);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void javaComputesTheSame(@TempDir Path folder) throws Exception {
        List<Activation> all = all();
        for (int i = 0; i < all.size(); i++) {
            Path package_ = Files.createDirectory(folder.resolve("p" + i));
            Files.writeString(package_.resolve("Activation.java"), "package p" + i + ";\n" + code(all.get(i), "java"));
        }
        String[] files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = Stream.concat(
                            Stream.of("-Xlint:all", "-Werror", "-d", folder.toString()),
                            walk.filter(p -> p.toString().endsWith(".java")).map(Path::toString))
                    .toArray(String[]::new);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, files))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (int i = 0; i < all.size(); i++) {
                Class<?> made = loader.loadClass("p" + i + ".Activation");
                Method f = made.getMethod("f", double.class);
                Method derivative = made.getMethod("derivative", double.class);
                for (double x : X)
                    check(all.get(i), x, (double) f.invoke(null, x), (double) derivative.invoke(null, x));
            }
        }
    }

    /// Also that autograd gives PyTorch's `Activation` this derivative.
    @ParameterizedTest
    @ValueSource(strings = {"numpy", "pytorch"})
    void pythonComputesTheSame(String language, @TempDir Path folder) throws Exception {
        String python = Stream.of("python3", "/usr/bin/python3")
                .filter(p -> run(p, "-c", language.equals("numpy") ? "import scipy.special" : "import torch") != null)
                .findFirst()
                .orElse(null);
        assumeTrue(python != null, "no python3 here has what " + language + " needs");
        List<Activation> all = all();
        for (int i = 0; i < all.size(); i++)
            Files.writeString(folder.resolve("a" + i + ".py"), code(all.get(i), language));
        String numbers = DoubleStream.of(X).mapToObj(Double::toString).collect(Collectors.joining(", "));
        Path main = Files.writeString(
                folder.resolve("main.py"),
                language.equals("numpy") ? """
                import importlib, numpy as np
                x = np.array([%s])
                for i in range(%d):
                    a = importlib.import_module("a%%d" %% i)
                    for y in a.f(x), a.derivative(x):
                        print(*(float(v) for v in y))
                """.formatted(numbers, all.size()) : """
                import importlib, torch
                x = torch.tensor([%s], dtype=torch.double, requires_grad=True)
                for i in range(%d):
                    a = importlib.import_module("a%%d" %% i)
                    y = a.Activation.apply(x)
                    for v in y, torch.autograd.grad(y.sum(), x)[0]:
                        print(*v.tolist())
                """.formatted(numbers, all.size()));
        List<double[]> lines = run(python, main.toString())
                .lines()
                .map(line ->
                        Stream.of(line.split(" ")).mapToDouble(CodeTest::number).toArray())
                .toList();
        assertThat(lines).hasSize(2 * all.size());
        for (int i = 0; i < all.size(); i++) {
            for (int k = 0; k < X.length; k++) check(all.get(i), X[k], lines.get(2 * i)[k], lines.get(2 * i + 1)[k]);
        }
    }

    private static double number(String python) {
        return switch (python) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(python.replace("nan", "NaN"));
        };
    }

    private static void check(Activation a, double x, double value, double slope) {
        assertThat(value).as(a + " at " + x).isCloseTo(a.evaluate(x), tolerance(a.evaluate(x)));
        assertThat(slope).as(a + "' at " + x).isCloseTo(a.derivative(x), tolerance(a.derivative(x)));
    }

    private static org.assertj.core.data.Offset<Double> tolerance(double exact) {
        return within(1e-13 * Math.max(1, Math.abs(exact)));
    }

    /// What a command prints; null if it fails.
    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? out : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatHasNoCodeIsOneSentence() {
        assertThat(Run.of("activations", "softmax", "--code", "java"))
                .isEqualTo(new Run(
                        Main.BAD_INPUT,
                        "",
                        "softmax is computed from whole rows: --code writes functions of one number.\n"));
        assertThat(Run.of("activations", "--code", "java").err()).startsWith("--code prints one activation: name it");
        assertThat(Run.of("activations", "gelu", "--code", "fortran").err())
                .contains("expected one of [JAVA, NUMPY, PYTORCH]");
    }
}
