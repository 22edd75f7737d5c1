package hillock.nn;

import hillock.data.BadInput;
import hillock.data.Names;
import hillock.expr.Derivative;
import hillock.expr.Expr;
import hillock.expr.Formula;
import hillock.expr.Print;
import hillock.expr.Tidy;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An activation function: what makes a network more than one linear function. It is a row of
/// data, from which its values, derivative, plot, description and initial weights follow;
/// [Activations] has the catalogue.
///
/// ```java
/// Activation swish = Activation.pointwise("swish", (x, beta) -> x.times(x.times(beta).sigmoid()), "beta", 1);
/// Tensor y = swish.apply(Tensor.linspace(-3, 3, 7));
/// ```
///
/// @param settings the numbers in the formula that may be chosen, such as a slope
public record Activation(String name, Form form, List<Setting> settings, Facts facts) implements Module {
    /// Derivatives that a person would write are no longer.
    private static final int SHORT = 60;

    /// Of the numbers in them.
    private static final int DIGITS = 6;

    /// Settings that nobody needs to be told while they are these.
    private static final Map<String, Double> UNSAID = Map.of("dim", -1.0, "num_parameters", 1.0);

    /// How it is computed.
    public sealed interface Form {}

    /// By one formula at every position; the settings are the formula's parameters.
    ///
    /// @param noisy what takes the formula's place in training: also of input 1, even in [0, 1)
    ///     and new each time
    public record Pointwise(Expr formula, Optional<Expr> noisy) implements Form {}

    /// From each row, the numbers along one dimension, as a whole. The setting `dim` says which:
    /// as in PyTorch, negative ones count from the last, which is -1 and the default.
    ///
    /// @param function of the numbers along the last dimension
    /// @param widening how many times as long rows become
    public record Rowwise(UnaryOperator<Tensor> function, double widening) implements Form {}

    /// A number that may be chosen, by its name in PyTorch.
    ///
    /// @param learned whether it is where training starts: in a network ([#layer]) it is a parameter
    public record Setting(String name, double value, boolean learned) {
        public Setting(String name, double value) {
            this(name, value, false);
        }
    }

    /// A formula of the input and the settings.
    public interface Rule {
        Expr of(Expr x, List<Expr> settings);
    }

    public Activation {
        settings = List.copyOf(settings);
    }

    /// An activation without settings.
    public static Activation pointwise(String name, UnaryOperator<Expr> formula) {
        return pointwise(name, (x, _) -> formula.apply(x), List.of());
    }

    /// An activation with one setting.
    public static Activation pointwise(String name, BinaryOperator<Expr> formula, String setting, double defaultValue) {
        return pointwise(name, (x, s) -> formula.apply(x, s.getFirst()), List.of(new Setting(setting, defaultValue)));
    }

    /// An activation with these settings.
    public static Activation pointwise(String name, Rule rule, List<Setting> settings) {
        List<Expr> params =
                IntStream.range(0, settings.size()).mapToObj(Expr::param).toList();
        Expr formula = rule.of(Expr.input(0), params);
        return new Activation(name, new Pointwise(formula, Optional.empty()), settings, Facts.NONE);
    }

    /// An activation of whole rows.
    public static Activation rowwise(String name, UnaryOperator<Tensor> function) {
        return rowwise(name, function, 1);
    }

    /// An activation of whole rows that makes them so many times as long.
    public static Activation rowwise(String name, UnaryOperator<Tensor> function, double widening) {
        return new Activation(name, new Rowwise(function, widening), List.of(new Setting("dim", -1)), Facts.NONE);
    }

    /// The same function with its facts.
    public Activation with(Facts facts) {
        return new Activation(name, form, settings, facts);
    }

    /// The same function with other settings; those not named keep their value.
    public Activation with(Map<String, Double> chosen) {
        for (String key : chosen.keySet()) {
            if (settings.stream().noneMatch(s -> s.name.equals(key))) throw Call.unknownSetting(name, key, names());
            if (UNSAID.containsKey(key) && chosen.get(key) != Math.rint(chosen.get(key))) {
                throw new BadInput(
                        "The " + key + " of " + name + " has to be a whole number, not " + chosen.get(key) + ".");
            }
        }
        List<Setting> changed = settings.stream()
                .map(s -> new Setting(s.name, chosen.getOrDefault(s.name, s.value), s.learned))
                .toList();
        return new Activation(name, form, changed, facts);
    }

    /// The activation that a text names, `relu`, or with settings
    /// `leaky_relu(negative_slope=0.2)`; or the one whose formula it is ([Formula]): `x *
    /// sigmoid(1.7 * x)`, or with settings `max(a * x, sin(x)), a = 0.1`. Formulas may use the
    /// pointwise activations of the catalogue as functions.
    ///
    /// @throws hillock.data.BadInput if there is none of that name, a setting is unknown or no
    ///     number, or the text is no formula
    public static Activation parse(String text) {
        if (text.isBlank()) {
            throw new BadInput("An activation is a name such as relu, or a formula such as x * sigmoid(x), not an"
                    + " empty text.");
        }
        if (!Call.isCall(text) || text.strip().equals("x")) return typed(text);
        Call call = Call.parse(text);
        return Activations.named(call.name()).with(call.numbers());
    }

    private static Activation typed(String text) {
        try {
            Formula typed = Formula.parse(text, Activations::formula);
            if (!typed.expr().dependsOnInput()) {
                Activations.called(text).ifPresent(a -> a.refuseUnnamed(text));
                throw new BadInput("The formula \"" + text.strip()
                        + "\" does not contain x: it would be the same number" + " for every input.");
            }
            List<Setting> settings = IntStream.range(0, typed.params().size())
                    .mapToObj(i ->
                            new Setting(typed.params().get(i), typed.values().get(i)))
                    .toList();
            String name = Print.text(typed.expr(), List.of("x"), typed.params());
            Activation made = new Activation(name, new Pointwise(typed.expr(), Optional.empty()), settings, Facts.NONE);
            if (IntStream.rangeClosed(-50, 50).noneMatch(i -> Double.isFinite(made.evaluate(i / 10.0)))) {
                throw new BadInput("The formula \"" + text.strip() + "\" has no value at any x from -5 to 5.");
            }
            return made;
        } catch (Formula.Mistake e) {
            if (text.contains("=") && !text.contains(")"))
                Activations.called(text).ifPresent(a -> unclosed(text));
            Optional<Activation> rowwise =
                    e.unknownFunction().flatMap(Activations::called).filter(a -> a.form instanceof Rowwise);
            if (rowwise.isPresent()) {
                Formula.Mistake told = e.saying(rowwise.get().name
                        + " is computed from a whole row of numbers: it stands alone, not in a formula.");
                throw new BadInput(told.getMessage(), told);
            }
            Formula.Mistake told = e.unknownFunction()
                    .flatMap(name -> Names.nearest(name, Activations.functions())
                            .map(near ->
                                    e.saying("There is no function \"" + name + "\": did you mean \"" + near + "\"?")))
                    .orElse(e);
            throw new BadInput(told.getMessage(), told);
        }
    }

    /// A name with a number in parentheses, of which nobody says what it is.
    private void refuseUnnamed(String text) {
        Call.parse(settings.isEmpty() ? name : text, names());
    }

    private static void unclosed(String text) {
        throw new BadInput("In \"" + text.strip() + "\" the \")\" behind the settings is missing.");
    }

    /// Whether it was typed as a formula, which then is its name.
    public boolean isTyped() {
        return name.equals("x") || !Call.isCall(name);
    }

    /// The text from which [#parse] makes this activation. Where PyTorch's modules need no
    /// argument it has none.
    public String text() {
        if (!isTyped()) {
            return Call.text(
                    name,
                    settings.stream()
                            .filter(s ->
                                    !UNSAID.getOrDefault(s.name, Double.NaN).equals(s.value))
                            .toList());
        }
        return Stream.concat(Stream.of(name), settings.stream().map(s -> s.name + "=" + s.value))
                .collect(Collectors.joining(", "));
    }

    /// The layer that does this in a network: the activation itself, or if it has a learned
    /// setting a [Learned] with a parameter of its own, as many numbers as its setting
    /// `num_parameters` says.
    public Module layer() {
        return learned() ? Learned.of(this) : this;
    }

    /// The same for a network that computes each row by itself, after a layer of so many units.
    ///
    /// @throws BadInput if it would mix the rows, or has learned numbers for another count of units
    Module layer(int units) {
        if (form instanceof Rowwise && dim() != -1 && dim() != 1) {
            throw new BadInput(text() + " would mix the rows of a batch: leave dim out.");
        }
        Module layer = layer();
        if (layer instanceof Learned learned && learned.channels() > 1 && learned.channels() != units) {
            throw new BadInput(text() + " has " + learned.channels() + " numbers to learn, but the layer before it has "
                    + units + (units == 1 ? " unit" : " units") + ": give it as many, or one for all.");
        }
        return layer;
    }

    /// Whether a setting is learned.
    public boolean learned() {
        return settings.stream().anyMatch(Setting::learned);
    }

    /// How long rows of so many numbers become.
    public int width(int units) {
        return switch (form) {
            case Pointwise _ -> units;
            case Rowwise(UnaryOperator<Tensor> _, double widening) -> (int) (units * widening);
        };
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return switch (form) {
            case Pointwise(Expr formula, Optional<Expr> noisy) -> {
                if (noisy.isPresent() && pass instanceof Pass.Training(Rng rng)) {
                    Tensor noise = Tensor.uniform(rng, 0, 1, x.shape().dims());
                    yield Tensor.pointwise(noisy.get(), values(), x, noise);
                }
                yield Tensor.pointwise(formula, values(), x);
            }
            case Rowwise(UnaryOperator<Tensor> function, double _) -> Rows.along(dim(), x, name, function);
        };
    }

    /// Whether one half of a row decides what passes of the other, as in [Activations#GLU].
    public boolean isGate() {
        return form instanceof Rowwise(UnaryOperator<Tensor> _, double widening) && widening < 1;
    }

    /// What is drawn of it over some numbers x: its values; of a function of rows the first value
    /// of the rows (x, 0), of a gate that of (1, x).
    public Tensor curve(Tensor x) {
        return switch (form) {
            case Pointwise _ -> apply(x);
            case Rowwise _ -> {
                Tensor column = x.unsqueeze(1);
                int n = x.shape().dim(0);
                Tensor rows = isGate()
                        ? Tensor.concat(1, Tensor.ones(n, 1), column)
                        : Tensor.concat(1, column, Tensor.zeros(n, 1));
                yield apply(rows).slice(1, 0, 1).squeeze(1);
            }
        };
    }

    private int dim() {
        return (int) settings.getFirst().value;
    }

    /// The value at one number, in double precision; of a [Rowwise] function, the value of a row of one.
    public double evaluate(double x) {
        return switch (form) {
            case Pointwise(Expr formula, Optional<Expr> _) -> formula.evaluate(new double[] {x}, settingValues());
            case Rowwise(UnaryOperator<Tensor> function, double _) ->
                function.apply(Tensor.of(x)).item();
        };
    }

    /// The derivative at one number, in double precision; of a [Rowwise] function, that of a row
    /// of one: 0. At NaN it is NaN, also where the formula has the same slope everywhere.
    public double derivative(double x) {
        if (Double.isNaN(x)) return x;
        return switch (form) {
            case Pointwise(Expr formula, Optional<Expr> _) ->
                Derivative.exactOf(formula, 0).evaluate(new double[] {x}, settingValues());
            case Rowwise _ -> 0;
        };
    }

    /// The formula as text, as it is defined.
    public String definition() {
        if (!facts.definition().isEmpty()) return facts.definition();
        return switch (form) {
            case Pointwise(Expr formula, Optional<Expr> _) -> Print.text(formula, List.of("x"), names());
            case Rowwise _ -> name + "(x)";
        };
    }

    /// The derivative as text, as a person would write it; empty of a function of rows.
    public String derivativeText() {
        if (form instanceof Rowwise) return "";
        return Print.text(Tidy.rounded(Tidy.derivative(readable()), DIGITS), List.of("x"), names());
    }

    /// The formula as a person would write it, of input 0 and the settings as parameters: that of
    /// the definition where the one that is computed guards against infinities and lost digits at
    /// some length.
    ///
    /// @throws IllegalArgumentException if it is computed from whole rows
    public Expr readable() {
        if (!(form instanceof Pointwise(Expr formula, Optional<Expr> _))) throw noFormula();
        boolean isShort = Print.text(Tidy.derivative(formula)).length() <= SHORT;
        return isShort || facts.definition().isEmpty() ? formula : defined().orElse(formula);
    }

    /// The definition as a formula, if it is written as one.
    Optional<Expr> defined() {
        String values = settings.stream()
                .filter(s -> facts.definition().matches(".*\\b" + s.name + "\\b.*"))
                .map(s -> ", " + s.name + "=" + s.value)
                .collect(Collectors.joining());
        try {
            Formula f = Formula.parse(facts.definition() + values);
            Expr e = f.expr();
            // By way of inputs, so that parameters may change places.
            for (int i = 0; i < f.params().size(); i++) e = e.replace(Expr.param(i), Expr.input(1 + i));
            for (int i = 0; i < f.params().size(); i++) {
                int place = names().indexOf(f.params().get(i));
                e = e.replace(Expr.input(1 + i), Expr.param(place));
            }
            return Optional.of(e);
        } catch (Formula.Mistake e) {
            return Optional.empty();
        }
    }

    /// Whether it passes large positive inputs on and suppresses negative ones, as ReLU does.
    public boolean isRectifier() {
        return form instanceof Pointwise && evaluate(10) > 5 && Math.abs(evaluate(-10)) < evaluate(10) / 2;
    }

    /// The factor for initial weights that makes up for what the function takes from a signal of
    /// variance 1: that of `torch.nn.init.calculate_gain` where PyTorch states one, which for ReLU
    /// and leaky ReLU is `1 / √E[f(z)²]`, z normal; 1 where that is no number.
    public double gain() {
        if (facts.gain() > 0) return facts.gain();
        double gain = form instanceof Rowwise ? 1 : 1 / Math.sqrt(meanSquare());
        return Double.isFinite(gain) && gain > 0 ? gain : 1;
    }

    /// E[f(z)²] for z normal, by the trapezoidal rule on each side of 0, where many activations
    /// have their kink.
    private double meanSquare() {
        int steps = 4000;
        double h = 10.0 / steps;
        double sum = IntStream.rangeClosed(-steps, steps)
                .mapToDouble(i -> {
                    double z = i * h;
                    double f = evaluate(z);
                    return f * f * StrictMath.exp(-z * z / 2);
                })
                .sum();
        return sum * h / Math.sqrt(2 * Math.PI);
    }

    private IllegalArgumentException noFormula() {
        return new IllegalArgumentException(name + " is computed from whole rows: it has no formula of one number");
    }

    private List<String> names() {
        return settings.stream().map(Setting::name).toList();
    }

    private List<Double> values() {
        return settings.stream().map(Setting::value).toList();
    }

    private double[] settingValues() {
        return settings.stream().mapToDouble(Setting::value).toArray();
    }

    /// The text of [#text].
    @Override
    public String toString() {
        return text();
    }

    /// The formula with its settings filled in, of one input.
    public Expr formula() {
        if (!(form instanceof Pointwise(Expr formula, Optional<Expr> _))) throw noFormula();
        Expr filled = formula;
        List<Double> chosen = new ArrayList<>(values());
        for (int i = 0; i < chosen.size(); i++) {
            filled = filled.replace(Expr.param(i), Expr.constant(chosen.get(i)));
        }
        return filled;
    }
}
