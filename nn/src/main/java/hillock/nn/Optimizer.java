package hillock.nn;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.nn.Activation.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
            Rules::sgd);

    /// Adam: running averages of the gradient, m, and of its square, v, both corrected for their start at
    /// 0: `p ← p - lr · m̂ / (√v̂ + eps)`. As
    /// [torch.optim.Adam](https://pytorch.org/docs/stable/generated/torch.optim.Adam.html). Source: Kingma,
    /// Ba 2015.
    public static final Optimizer ADAM =
            of("adam", List.of("exp_avg", "exp_avg_sq"), adamSettings(0.001, 0), Rules::adam);

    /// Adam with decoupled weight decay: `p ← p - lr·weight_decay·p` before the step. As
    /// [torch.optim.AdamW](https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html). Source: Loshchilov,
    /// Hutter 2017.
    public static final Optimizer ADAMW =
            of("adamw", List.of("exp_avg", "exp_avg_sq"), adamSettings(0.001, 0.01), Rules::adamw);

    /// Adam that divides by the largest v so far. As torch.optim.Adam with `amsgrad=True`. Source: Reddi et al. 2018.
    public static final Optimizer AMSGRAD =
            of("amsgrad", List.of("exp_avg", "exp_avg_sq", "max_exp_avg_sq"), adamSettings(0.001, 0), Rules::amsgrad);

    /// [#AMSGRAD] with decoupled weight decay. As torch.optim.AdamW with `amsgrad=True`.
    public static final Optimizer AMSGRADW = of(
            "amsgradw", List.of("exp_avg", "exp_avg_sq", "max_exp_avg_sq"), adamSettings(0.001, 0.01), Rules::amsgradw);

    /// Adam with the largest gradient in place of the mean square: `u ← max(beta2·u, |g| + eps)`,
    /// `p ← p - lr · m̂ / u`. As
    /// [torch.optim.Adamax](https://pytorch.org/docs/stable/generated/torch.optim.Adamax.html). Source:
    /// Kingma, Ba 2015.
    public static final Optimizer ADAMAX =
            of("adamax", List.of("exp_avg", "exp_inf"), adamSettings(0.002, 0), Rules::adamax);

    /// Adam with Nesterov's momentum, which rises by `momentum_decay`. As
    /// [torch.optim.NAdam](https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html). Source: Dozat 2016.
    public static final Optimizer NADAM = of(
            "nadam",
            List.of("exp_avg", "exp_avg_sq", "mu_product"),
            Stream.concat(adamSettings(0.002, 0).stream(), Stream.of(new Setting("momentum_decay", 0.004)))
                    .toList(),
            Rules::nadam);

    /// Adam that begins as momentum, until v is known well enough. As
    /// [torch.optim.RAdam](https://pytorch.org/docs/stable/generated/torch.optim.RAdam.html). Source:
    /// Liu et al. 2019.
    public static final Optimizer RADAM =
            of("radam", List.of("exp_avg", "exp_avg_sq"), adamSettings(0.001, 0), Rules::radam);

    /// Steps divided by the root of a running mean of squares, `v ← alpha·v + (1 - alpha)·g²`; `centered=1` takes the
    /// variance instead. As
    /// [torch.optim.RMSprop](https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html). Source:
    /// Hinton 2012.
    public static final Optimizer RMSPROP = of(
            "rmsprop",
            List.of("square_avg", "grad_avg", "momentum_buffer"),
            List.of(
                    new Setting("lr", 0.01),
                    new Setting("alpha", 0.99),
                    new Setting("eps", 1e-8),
                    new Setting("weight_decay", 0),
                    new Setting("momentum", 0),
                    new Setting("centered", 0)),
            Rules::rmsprop);

    /// Steps divided by the root of the sum of all squares: `s ← s + g²`, `p ← p - lr · g / (√s + eps)`. As
    /// [torch.optim.Adagrad](https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html). Source:
    /// Duchi et al. 2011.
    public static final Optimizer ADAGRAD = of(
            "adagrad",
            List.of("sum"),
            List.of(
                    new Setting("lr", 0.01),
                    new Setting("lr_decay", 0),
                    new Setting("weight_decay", 0),
                    new Setting("initial_accumulator_value", 0),
                    new Setting("eps", 1e-10)),
            Rules::adagrad);

    /// Steps as large as the last ones were, in units of the gradients: `p ← p - lr · √(a + eps) / √(v + eps) · g`. As
    /// [torch.optim.Adadelta](https://pytorch.org/docs/stable/generated/torch.optim.Adadelta.html). Source:
    /// Zeiler 2012.
    public static final Optimizer ADADELTA = of(
            "adadelta",
            List.of("square_avg", "acc_delta"),
            List.of(
                    new Setting("lr", 1),
                    new Setting("rho", 0.9),
                    new Setting("eps", 1e-6),
                    new Setting("weight_decay", 0)),
            Rules::adadelta);

    /// Steps of a size of its own for each number, larger while the gradient keeps its sign, smaller when it changes;
    /// for full batches. As
    /// [torch.optim.Rprop](https://pytorch.org/docs/stable/generated/torch.optim.Rprop.html). Source:
    /// Riedmiller, Braun 1993.
    public static final Optimizer RPROP = of(
            "rprop",
            List.of("prev", "step_size"),
            List.of(
                    new Setting("lr", 0.01),
                    new Setting("etaminus", 0.5),
                    new Setting("etaplus", 1.2),
                    new Setting("step_size_min", 1e-6),
                    new Setting("step_size_max", 50)),
            Rules::rprop);

    /// Descent with falling steps that also averages the parameters, into its slot `ax`, from step `t0` on. As
    /// [torch.optim.ASGD](https://pytorch.org/docs/stable/generated/torch.optim.ASGD.html). Source: Polyak,
    /// Juditsky 1992.
    public static final Optimizer ASGD = of(
            "asgd",
            List.of("ax"),
            List.of(
                    new Setting("lr", 0.01),
                    new Setting("lambd", 1e-4),
                    new Setting("alpha", 0.75),
                    new Setting("t0", 1e6),
                    new Setting("weight_decay", 0)),
            Rules::asgd);

    /// Steps of one size along the sign of an average: `p ← p - lr · sign(beta1·m + (1 - beta1)·g)`, with decoupled
    /// weight decay. Source: Chen et al. 2023, arXiv 2302.06675.
    public static final Optimizer LION = of(
            "lion",
            List.of("exp_avg"),
            List.of(
                    new Setting("lr", 1e-4),
                    new Setting("beta1", 0.9),
                    new Setting("beta2", 0.99),
                    new Setting("weight_decay", 0)),
            Rules::lion);

    private static final List<Optimizer> ALL = List.of(
            SGD, ADAM, ADAMW, AMSGRAD, AMSGRADW, ADAMAX, NADAM, RADAM, RMSPROP, ADAGRAD, ADADELTA, RPROP, ASGD, LION);

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
        return start(List.of(new ParameterGroup(List.copyOf(parameters), Map.of())));
    }

    /// Begins to optimize groups of parameters, each with settings of its own.
    public OptimizerRun start(List<ParameterGroup> groups) {
        return new OptimizerRun(this, groups);
    }

    /// The same rule that also keeps an average of each parameter in its last slot: the parameter after the
    /// first step, then `decay · average + (1 - decay) · p`. As PyTorch's
    /// [AveragedModel](https://pytorch.org/docs/stable/generated/torch.optim.swa_utils.AveragedModel.html)
    /// with `get_ema_multi_avg_fn(decay)`.
    Optimizer averaging(double decay) {
        List<Expr> outputs = new ArrayList<>(kernel.outputs());
        Expr average = Expr.input(2 + slots.size());
        Expr step = Expr.param(0);
        Expr next = outputs.getFirst();
        Expr mixed = average.times(decay).plus(next.times(1 - decay));
        outputs.add(step.gt(1, mixed, next));
        List<String> more = new ArrayList<>(slots);
        more.add("average");
        return new Optimizer(name, more, settings, Kernel.of(outputs));
    }

    private static List<Setting> adamSettings(double lr, double weightDecay) {
        return List.of(
                new Setting("lr", lr),
                new Setting("beta1", 0.9),
                new Setting("beta2", 0.999),
                new Setting("eps", 1e-8),
                new Setting("weight_decay", weightDecay));
    }
}
