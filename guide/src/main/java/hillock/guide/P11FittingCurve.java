package hillock.guide;

import hillock.data.Dataset;
import hillock.data.Example;
import hillock.data.Table;
import hillock.nn.Activations;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Rate;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.Panel;
import hillock.plot.Points;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Page 11: fitting a curve.
///
/// A network is a universal function fitter: give it points of any distribution (linear, exponential, logarithmic,
/// trigonometric, or a combination) and the *same* network takes the shape of each. Nobody tells it the formula. Here
/// six examples, 200 noisy points each, one recipe for all: two hidden tanh layers (smooth, as these curves are), an
/// identity output, squared error.
///
/// One thing is prepared: x and y are *standardised* (mean 0, standard deviation 1), so that inputs lie where
/// activations work, and one learning rate suits all. The fit is judged on 200 other points, by
/// `R² = 1 - (squared error) / (variance of y)`: 1 is perfect, 0 is what the mean achieves. Beside it stands the R² of
/// the best straight line: a network is worth it where the line fails.
///
/// @param fits one for each example
public record P11FittingCurve(List<Fit> fits) implements Page {
    private static final List<String> NAMES =
            List.of("line", "exponential", "logarithm", "sine", "sine_plus_line", "damped_sine");

    /// What became of one example.
    ///
    /// @param train the points it was fitted on
    /// @param curveX where the fitted curve was read off
    /// @param curveY the curve there
    /// @param network R² on other points
    /// @param line R² of the best straight line on the same points
    public record Fit(Example example, Dataset train, Tensor curveX, Tensor curveY, double network, double line) {}

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P11FittingCurve measure() {
        return new P11FittingCurve(
                NAMES.stream().map(name -> fit(Example.named(name))).toList());
    }

    private static Fit fit(Example example) {
        Dataset train = points(example.table(Rng.of(1), 200));
        Dataset test = points(example.table(Rng.of(2), 200));
        Scale scaleX = Scale.of(train.x());
        Scale scaleY = Scale.of(train.y());

        Rng rng = Rng.of(11);
        Sequential net = Sequential.mlp(1, List.of(32, 32), 1, Activations.TANH, Init.XAVIER_UNIFORM, rng);
        Dataset scaled = new Dataset(scaleX.to(train.x()), scaleY.to(train.y()));
        Trainer.of(Loss.MSE)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", 0.02)))
                .rate(Rate.cosine(0.01))
                .epochs(300)
                .batch(20)
                .train(net, scaled, rng, event -> {});

        Tensor curveX = Tensor.linspace(train.x().min().item(), train.x().max().item(), 100)
                .unsqueeze(1);
        Tensor curveY = scaleY.from(net.apply(scaleX.to(curveX)));
        Tensor predicted = scaleY.from(net.apply(scaleX.to(test.x())));
        return new Fit(example, train, curveX, curveY, r2(predicted, test.y()), r2(line(train, test.x()), test.y()));
    }

    /// The table's columns x and y as `[rows, 1]`.
    private static Dataset points(Table table) {
        return new Dataset(column(table, "x"), column(table, "y"));
    }

    private static Tensor column(Table table, String name) {
        List<String> cells = table.column(name).orElseThrow().cells();
        double[] numbers = cells.stream().mapToDouble(Double::parseDouble).toArray();
        return Tensor.of(numbers).unsqueeze(1);
    }

    /// To mean 0 and standard deviation 1, and back.
    private record Scale(double mean, double deviation) {
        static Scale of(Tensor values) {
            double mean = values.mean().item();
            Tensor centred = values.minus(mean);
            return new Scale(mean, Math.sqrt(centred.times(centred).mean().item()));
        }

        Tensor to(Tensor values) {
            return values.minus(mean).div(deviation);
        }

        Tensor from(Tensor values) {
            return values.times(deviation).plus(mean);
        }
    }

    /// The least-squares line of the training points at these x.
    private static Tensor line(Dataset train, Tensor x) {
        Scale scaleX = Scale.of(train.x());
        Scale scaleY = Scale.of(train.y());
        double correlation =
                scaleX.to(train.x()).times(scaleY.to(train.y())).mean().item();
        return scaleY.from(scaleX.to(x).times(correlation));
    }

    private static double r2(Tensor predicted, Tensor actual) {
        Scale scale = Scale.of(actual);
        return 1 - Loss.MSE.apply(predicted, actual).item() / (scale.deviation() * scale.deviation());
    }

    @Override
    public String measured(Language language) {
        TextTable table = new TextTable(
                language.of("example", "示例"),
                language.of("formula, plus noise", "公式(加噪声)"),
                language.of("network: R²", "网络:R²"),
                language.of("straight line: R²", "直线:R²"));
        for (Fit fit : fits) {
            table.row(fit.example().name(), "`" + fit.example().formula() + "`", fit.network(), fit.line());
        }
        return table.toString();
    }

    @Override
    public List<Picture> pictures(Language language) {
        List<Panel> panels = fits.stream().map(fit -> panel(fit, language)).toList();
        return List.of(
                new Picture("11-fitting-curve", new Figure("", panels.subList(0, 3), 3, 310, 290)),
                new Picture("11-fitting-waves", new Figure("", panels.subList(3, 6), 3, 310, 290)));
    }

    /// The fitted curve over every fifth of its points: all of them would hide it.
    private static Panel panel(Fit fit, Language language) {
        Tensor x = fit.train().x().slice(0, 0, 200, 5);
        Tensor y = fit.train().y().slice(0, 0, 200, 5);
        return Panel.of(
                fit.example().formula(),
                "",
                "",
                Points.of(language.of("points", "数据点"), x.toDoubles(), y.toDoubles()),
                Line.of(
                        language.of("network", "网络"),
                        fit.curveX().toDoubles(),
                        fit.curveY().toDoubles()));
    }
}
