package hillock.nn;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.nn.Activation.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// How far and which way each parameter moves, given its gradient: a rule, written as formulas that run in one pass.
///
/// ```java
/// OptimizerRun adam = Optimizer.ADAM.with(Map.of("lr", 0.01)).start(Parameters.of(net).values());
/// adam.step(loss.gradients());
/// ```
///
/// @param slots what the rule remembers of each number from step to step, such as an average; all start at 0
/// @param kernel the new parameter and the new slots, computed from inputs parameter, gradient and slots, and from
///     run-time parameters step number (from 1) and settings
public record Optimizer(String name, List<String> slots, List<Setting> settings, Kernel kernel) {
    /// The formulas of a rule: new parameter and new slots, in order.
    public interface Rule {
        /// The new values as expressions of the old ones.
        ///
        /// @param p the parameter
        /// @param g its gradient
        /// @param slots what is remembered
        /// @param step the number of this step, from 1
        /// @param settings the settings in order
        List<Expr> of(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> settings);
    }

    /// Stochastic gradient descent: `v ← momentum·v + (1 - dampening)·g`, `p ← p - lr·v`. As
    /// [torch.optim.SGD](https://pytorch.org/docs/stable/generated/torch.optim.SGD.html): the first step takes
    /// `v = g`; `nesterov=1` steps along `g + momentum·v`; `weight_decay` adds that multiple of p to g.
    public static final Optimizer SGD = of(
            "sgd",
            List.of("momentum_buffer"),
            List.of(
                    new Setting("lr", 0.01),
                    new Setting("momentum", 0),
                    new Setting("dampening", 0),
                    new Setting("nesterov", 0),
                    new Setting("weight_decay", 0)),
            Optimizer::sgd);

    /// Adam: running averages of the gradient, m, and of its square, v, both corrected for their start at
    /// 0: `p ← p - lr · m̂ / (√v̂ + eps)`. As
    /// [torch.optim.Adam](https://pytorch.org/docs/stable/generated/torch.optim.Adam.html). Source: Kingma,
    /// Ba 2015.
    public static final Optimizer ADAM = of(
            "adam",
            List.of("exp_avg", "exp_avg_sq"),
            List.of(
                    new Setting("lr", 0.001),
                    new Setting("beta1", 0.9),
                    new Setting("beta2", 0.999),
                    new Setting("eps", 1e-8),
                    new Setting("weight_decay", 0)),
            Optimizer::adam);

    private static final List<Optimizer> ALL = List.of(SGD, ADAM);

    public Optimizer {
        slots = List.copyOf(slots);
        settings = List.copyOf(settings);
    }

    /// An optimizer with that rule; the values of the settings are their defaults, and one of them is `lr`.
    public static Optimizer of(String name, List<String> slots, List<Setting> settings, Rule rule) {
        List<Expr> slotInputs = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) slotInputs.add(Expr.input(2 + i));
        List<Expr> settingParams = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) settingParams.add(Expr.param(1 + i));
        List<Expr> formulas = rule.of(Expr.input(0), Expr.input(1), slotInputs, Expr.param(0), settingParams);
        return new Optimizer(name, slots, settings, Kernel.of(formulas));
    }

    public static List<Optimizer> all() {
        return ALL;
    }

    /// The optimizer that a text names: `adam`, or with settings `sgd(lr=0.1, momentum=0.9)`.
    public static Optimizer parse(String text) {
        Call call = Call.parse(text);
        return ALL.stream()
                .filter(o -> o.name.equals(call.name()))
                .findFirst()
                .orElseThrow(() -> Call.unknownName(
                        "optimizer",
                        call.name(),
                        ALL.stream().map(Optimizer::name).toList()))
                .with(call.settings());
    }

    /// The text from which [#parse] makes this optimizer.
    public String text() {
        return Call.text(name, settings);
    }

    /// The same rule with other settings; those not named keep their value.
    public Optimizer with(Map<String, Double> chosen) {
        for (String key : chosen.keySet()) {
            if (settings.stream().noneMatch(s -> s.name().equals(key))) throw Call.unknownSetting(name, key, settings);
        }
        List<Setting> changed = settings.stream()
                .map(s -> new Setting(s.name(), chosen.getOrDefault(s.name(), s.value())))
                .toList();
        return new Optimizer(name, slots, changed, kernel);
    }

    /// The learning rate.
    public double lr() {
        return settings.stream()
                .filter(s -> s.name().equals("lr"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /// Begins to optimize these parameters.
    public OptimizerRun start(Collection<Parameter> parameters) {
        return new OptimizerRun(this, parameters);
    }

    private static List<Expr> sgd(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> settings) {
        Expr lr = settings.get(0);
        Expr momentum = settings.get(1);
        Expr dampening = settings.get(2);
        Expr nesterov = settings.get(3);
        Expr decayed = g.plus(settings.get(4).times(p));
        Expr later = momentum.times(slots.getFirst())
                .plus(Expr.constant(1).minus(dampening).times(decayed));
        Expr v = step.gt(1, later, decayed);
        Expr direction = nesterov.gt(0, decayed.plus(momentum.times(v)), v);
        // Without momentum PyTorch keeps no average, so dampening has no effect.
        Expr move = momentum.gt(0, direction, decayed);
        return List.of(p.minus(lr.times(move)), v);
    }

    private static List<Expr> adam(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> settings) {
        Expr one = Expr.constant(1);
        Expr lr = settings.get(0);
        Expr beta1 = settings.get(1);
        Expr beta2 = settings.get(2);
        Expr eps = settings.get(3);
        Expr decayed = g.plus(settings.get(4).times(p));
        Expr m = beta1.times(slots.get(0)).plus(one.minus(beta1).times(decayed));
        Expr v = beta2.times(slots.get(1)).plus(one.minus(beta2).times(decayed.square()));
        Expr size = lr.div(one.minus(beta1.pow(step)));
        Expr scale = v.sqrt().div(one.minus(beta2.pow(step)).sqrt()).plus(eps);
        return List.of(p.minus(size.times(m.div(scale))), m, v);
    }
}
