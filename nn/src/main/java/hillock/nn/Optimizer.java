package hillock.nn;

import hillock.data.BadInput;
import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.nn.Activation.Setting;
import hillock.nn.Elsewhere.Library;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// How far and which way each parameter moves, given its gradient: a rule, written as formulas
/// that run in one pass.
///
/// ```java
/// OptimizerRun adam = Optimizer.ADAM.with(Map.of("lr", 0.01)).start(Parameters.of(net).values());
/// adam.step(loss.gradients());
/// ```
///
/// @param slots what the rule remembers of each number from step to step, such as an average; all
///     start at 0
/// @param kernel the new parameter and the new slots, computed from inputs parameter, gradient and
///     slots, and from
///     run-time parameters step number (from 1) and settings
/// @param facts its formula, names elsewhere, source and advice; the other facts are an activation's
public record Optimizer(String name, List<String> slots, List<Setting> settings, Kernel kernel, Facts facts) {
    private static final String MAXIMIZE = "maximize";
    private static final Set<String> FLAGS = Set.of("nesterov", "centered", MAXIMIZE);
    /// Shares of what was; of asgd alpha is a power.
    private static final Set<String> DECAYS = Set.of("beta1", "beta2", "alpha", "rho");

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
    /// [torch.optim.SGD](https://pytorch.org/docs/stable/generated/torch.optim.SGD.html): the
    /// first step takes `v = g`; `nesterov=1` steps along `g + momentum·v`; `weight_decay` adds
    /// that multiple of p to g.
    public static final Optimizer SGD = of(
                    "sgd",
                    List.of("momentum_buffer"),
                    List.of(
                            new Setting("lr", 0.01),
                            new Setting("momentum", 0),
                            new Setting("dampening", 0),
                            new Setting("nesterov", 0),
                            new Setting("weight_decay", 0)),
                    Rules::sgd)
            .with(Facts.NONE
                    .definition("v = momentum v + (1 - dampening) g; p - lr v")
                    .pytorch("optim.SGD")
                    .keras("optimizers.SGD")
                    .jax("optax.sgd")
                    .advice(
                            "networks for which a good rate is known, pictures above all; momentum=0.9",
                            "first attempts: its rate has to be found"));

    /// Adam: running averages of the gradient, m, and of its square, v, both corrected for their start at
    /// 0: `p ← p - lr · m̂ / (√v̂ + eps)`. As
    /// [torch.optim.Adam](https://pytorch.org/docs/stable/generated/torch.optim.Adam.html). Source: Kingma,
    /// Ba 2015.
    public static final Optimizer ADAM = of(
                    "adam", List.of("exp_avg", "exp_avg_sq"), adamSettings(0.001, 0), Rules::adam)
            .with(Facts.NONE
                    .definition("m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g ^ 2; p - lr m̂ / (√v̂ + eps)")
                    .pytorch("optim.Adam")
                    .butThere(Library.KERAS, "optimizers.Adam", "adam(eps=1e-7)")
                    .jax("optax.adam")
                    .source("Kingma, Ba 2014, arXiv 1412.6980")
                    .advice("first choice: its usual rate works nearly everywhere", ""));

    /// Adam with decoupled weight decay: `p ← p - lr·weight_decay·p` before the step. As
    /// [torch.optim.AdamW](https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html).
    /// Source: Loshchilov, Hutter 2017.
    public static final Optimizer ADAMW = of(
                    "adamw", List.of("exp_avg", "exp_avg_sq"), adamSettings(0.001, 0.01), Rules::adamw)
            .with(Facts.NONE
                    .definition("adam, after p - lr weight_decay p")
                    .pytorch("optim.AdamW")
                    .butThere(Library.KERAS, "optimizers.AdamW", "adamw(eps=1e-7, weight_decay=0.004)")
                    .butThere(Library.JAX, "optax.adamw", "adamw(weight_decay=1e-4)")
                    .source("Loshchilov, Hutter 2017, arXiv 1711.05101")
                    .advice("as adam where weights shall stay small", ""));

    /// Adam that divides by the largest v so far. As torch.optim.Adam with `amsgrad=True`. Source:
    /// Reddi et al. 2018.
    public static final Optimizer AMSGRAD = of(
                    "amsgrad",
                    List.of("exp_avg", "exp_avg_sq", "max_exp_avg_sq"),
                    adamSettings(0.001, 0),
                    Rules::amsgrad)
            .with(Facts.NONE
                    .definition("adam, divided by the root of the largest v so far")
                    .pytorch("optim.Adam(amsgrad=True)")
                    .butThere(Library.KERAS, "optimizers.Adam(amsgrad=True)", "amsgrad(eps=1e-7)")
                    .jax("optax.amsgrad")
                    .source("Reddi et al. 2018, arXiv 1904.09237")
                    .advice("as adam where rare large gradients must not be forgotten", ""));

    /// [#AMSGRAD] with decoupled weight decay. As torch.optim.AdamW with `amsgrad=True`.
    public static final Optimizer AMSGRADW = of(
                    "amsgradw",
                    List.of("exp_avg", "exp_avg_sq", "max_exp_avg_sq"),
                    adamSettings(0.001, 0.01),
                    Rules::amsgradw)
            .with(Facts.NONE
                    .definition("amsgrad, after p - lr weight_decay p")
                    .pytorch("optim.AdamW(amsgrad=True)")
                    .butThere(Library.KERAS, "optimizers.AdamW(amsgrad=True)", "amsgradw(eps=1e-7, weight_decay=0.004)")
                    .source("Reddi et al. 2018, arXiv 1904.09237")
                    .advice("as amsgrad where weights shall stay small", ""));

    /// Adam with the largest gradient in place of the mean square: `u ← max(beta2·u, |g| + eps)`,
    /// `p ← p - lr · m̂ / u`. As
    /// [torch.optim.Adamax](https://pytorch.org/docs/stable/generated/torch.optim.Adamax.html). Source:
    /// Kingma, Ba 2015.
    public static final Optimizer ADAMAX = of(
                    "adamax", List.of("exp_avg", "exp_inf"), adamSettings(0.002, 0), Rules::adamax)
            .with(Facts.NONE
                    .definition("u = max(beta2 u, |g| + eps); p - lr m̂ / u")
                    .pytorch("optim.Adamax")
                    .butThere(Library.KERAS, "optimizers.Adamax", "adamax(lr=0.001, eps=1e-7)")
                    .jax("optax.adamax")
                    .source("Kingma, Ba 2014, arXiv 1412.6980")
                    .advice("gradients that are 0 most of the time, as of embeddings", ""));

    /// Adam with Nesterov's momentum, which rises by `momentum_decay`. As
    /// [torch.optim.NAdam](https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html).
    /// Source: Dozat 2016.
    public static final Optimizer NADAM = of(
                    "nadam",
                    List.of("exp_avg", "exp_avg_sq", "mu_product"),
                    Stream.concat(adamSettings(0.002, 0).stream(), Stream.of(new Setting("momentum_decay", 0.004)))
                            .toList(),
                    Rules::nadam)
            .with(Facts.NONE
                    .definition("adam with a step along the gradient ahead of m")
                    .pytorch("optim.NAdam")
                    .butThere(Library.KERAS, "optimizers.Nadam", "nadam(lr=0.001, eps=1e-7)")
                    .jax("optax.nadam")
                    .source("Dozat 2016")
                    .advice("as adam; often a little faster", ""));

    /// Adam that begins as momentum, until v is known well enough. As
    /// [torch.optim.RAdam](https://pytorch.org/docs/stable/generated/torch.optim.RAdam.html). Source:
    /// Liu et al. 2019.
    public static final Optimizer RADAM = of(
                    "radam", List.of("exp_avg", "exp_avg_sq"), adamSettings(0.001, 0), Rules::radam)
            .with(Facts.NONE
                    .definition("adam, but while v is too uncertain p - lr m̂")
                    .pytorch("optim.RAdam")
                    .jax("optax.radam")
                    .source("Liu et al. 2019, arXiv 1908.03265")
                    .advice("as adam where it needs a warm-up", ""));

    /// Steps divided by the root of a running mean of squares, `v ← alpha·v + (1 - alpha)·g²`;
    /// `centered=1` takes the variance instead. As
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
                    Rules::rmsprop)
            .with(Facts.NONE
                    .definition("v = alpha v + (1 - alpha) g ^ 2; p - lr g / (√v + eps)")
                    .pytorch("optim.RMSprop")
                    .butThere(Library.KERAS, "optimizers.RMSprop", "rmsprop(lr=0.001, alpha=0.9, eps=1e-7)")
                    .butThere(Library.JAX, "optax.rmsprop", "rmsprop(alpha=0.9)")
                    .source("Hinton 2012")
                    .advice("recurrent networks and targets that move", ""));

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
                    Rules::adagrad)
            .with(Facts.NONE
                    .definition("s = s + g ^ 2; p - lr g / (√s + eps)")
                    .pytorch("optim.Adagrad")
                    .butThere(
                            Library.KERAS,
                            "optimizers.Adagrad",
                            "adagrad(lr=0.001, initial_accumulator_value=0.1, eps=1e-7)")
                    .butThere(Library.JAX, "optax.adagrad", "adagrad(initial_accumulator_value=0.1, eps=1e-7)")
                    .source("Duchi et al. 2011")
                    .advice(
                            "sparse features: rare ones get large steps",
                            "long trainings: its steps only ever get smaller"));

    /// Steps as large as the last ones were, in units of the gradients: `p ← p - lr · √(a + eps) /
    /// √(v + eps) · g`. As
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
                    Rules::adadelta)
            .with(Facts.NONE
                    .definition("p - lr √(a + eps) / √(v + eps) g; a, v averages of squared steps and gradients")
                    .pytorch("optim.Adadelta")
                    .butThere(Library.KERAS, "optimizers.Adadelta", "adadelta(lr=0.001, rho=0.95, eps=1e-7)")
                    .jax("optax.adadelta")
                    .source("Zeiler 2012, arXiv 1212.5701")
                    .advice("when no rate is to be chosen", "when time is short: it starts slowly"));

    /// Steps of a size of its own for each number, larger while the gradient keeps its sign,
    /// smaller when it changes; for full batches. As
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
                    Rules::rprop)
            .with(Facts.NONE
                    .definition("p - sign(g) size; size times etaplus while the sign stays, etaminus when it changes")
                    .pytorch("optim.Rprop")
                    .jax("optax.rprop")
                    .source("Riedmiller, Braun 1993")
                    .advice("full batches of small data", "batches: the signs change by chance"));

    /// Descent with falling steps that also averages the parameters, into its slot `ax`, from step
    /// `t0` on. As
    /// [torch.optim.ASGD](https://pytorch.org/docs/stable/generated/torch.optim.ASGD.html).
    /// Source: Polyak, Juditsky 1992.
    public static final Optimizer ASGD = of(
                    "asgd",
                    List.of("ax"),
                    List.of(
                            new Setting("lr", 0.01),
                            new Setting("lambd", 1e-4),
                            new Setting("alpha", 0.75),
                            new Setting("t0", 1e6),
                            new Setting("weight_decay", 0)),
                    Rules::asgd)
            .with(Facts.NONE
                    .definition("p - lr_t g, and the average of p from step t0 on")
                    .pytorch("optim.ASGD")
                    .source("Polyak, Juditsky 1992")
                    .advice("convex problems with noise", "networks: averaging is there for every optimizer"));

    /// Steps of one size along the sign of an average: `p ← p - lr · sign(beta1·m + (1 -
    /// beta1)·g)`, with decoupled weight decay. Source: Chen et al. 2023, arXiv 2302.06675.
    public static final Optimizer LION = of(
                    "lion",
                    List.of("exp_avg"),
                    List.of(
                            new Setting("lr", 1e-4),
                            new Setting("beta1", 0.9),
                            new Setting("beta2", 0.99),
                            new Setting("weight_decay", 0)),
                    Rules::lion)
            .with(Facts.NONE
                    .definition("p - lr sign(beta1 m + (1 - beta1) g), after p - lr weight_decay p")
                    .butThere(Library.KERAS, "optimizers.Lion", "lion(lr=0.001)")
                    .butThere(Library.JAX, "optax.lion", "lion(weight_decay=1e-3)")
                    .source("Chen et al. 2023, arXiv 2302.06675")
                    .advice("large batches; takes a third to a tenth of the rate of adamw", "small batches"));

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
        return new Optimizer(name, slots, settings, Kernel.of(formulas), Facts.NONE);
    }

    public static List<Optimizer> all() {
        return ALL;
    }

    /// The same rule with its facts.
    public Optimizer with(Facts other) {
        return new Optimizer(name, slots, settings, kernel, other);
    }

    /// The optimizer that a text names: `adam`, or with settings `sgd(lr=0.1, momentum=0.9)`.
    ///
    /// @throws hillock.data.BadInput if there is none of that name, or a setting is unknown or no number
    public static Optimizer parse(String text) {
        ProgramEntries.refuse(Entry.Kind.OPTIMIZER, text);
        Call call = Call.parse(text);
        return ALL.stream()
                .filter(o -> o.name.equals(call.name()))
                .findFirst()
                .orElseThrow(() -> Call.unknownName(
                        "optimizer",
                        call.name(),
                        ALL.stream().map(Optimizer::name).toList()))
                .with(call.numbers());
    }

    /// The text from which [#parse] makes this optimizer.
    public String text() {
        return Call.text(name, settings);
    }

    /// The same rule with other settings; those not named keep their value. Each has a further
    /// one, `maximize`: with 1 it climbs, as in PyTorch, and the settings name it.
    public Optimizer with(Map<String, Double> chosen) {
        List<String> names = settings.stream().map(Setting::name).toList();
        for (String key : chosen.keySet()) {
            if (!names.contains(key) && !key.equals(MAXIMIZE)) throw Call.unknownSetting(name, key, names);
            check(key, chosen.get(key));
        }
        List<Setting> changed = settings.stream()
                .filter(s -> !s.name().equals(MAXIMIZE))
                .map(s -> new Setting(s.name(), chosen.getOrDefault(s.name(), s.value())))
                .toList();
        boolean climbs = chosen.getOrDefault(MAXIMIZE, names.contains(MAXIMIZE) ? 1.0 : 0.0) != 0;
        Kernel turned = climbs == names.contains(MAXIMIZE) ? kernel : turned();
        return new Optimizer(name, slots, climbs ? and(changed, new Setting(MAXIMIZE, 1)) : changed, turned, facts);
    }

    /// That of the opposite gradient.
    private Kernel turned() {
        Expr g = Expr.input(1);
        return Kernel.of(
                kernel.outputs().stream().map(e -> e.replace(g, g.unaryMinus())).toList());
    }

    private void check(String key, double number) {
        boolean flag = FLAGS.contains(key);
        boolean decay = DECAYS.contains(key) && !name.equals("asgd");
        if (flag ? number == 0 || number == 1 : number >= 0 && (!decay || number < 1)) return;
        String has = flag ? "0 or 1" : decay ? "from 0 to below 1" : "0 or more";
        throw new BadInput("The " + key + " of " + name + " has to be " + has + ", not " + number + ".");
    }

    private static <T> List<T> and(List<T> all, T last) {
        return Stream.concat(all.stream(), Stream.of(last)).toList();
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
        return new Optimizer(name, more, settings, Kernel.of(outputs), facts);
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
