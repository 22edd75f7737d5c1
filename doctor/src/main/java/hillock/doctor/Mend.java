package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.nn.Module;
import hillock.nn.Optimizer;
import hillock.nn.ParameterGroup;
import hillock.nn.Rate;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A change to a training that may cure it, and that can be tried: see [WhatIf].
///
/// | mend | changes | for |
/// |---|---|---|
/// | `LOGITS` | leaves out the last activation | softmax or sigmoid twice, targets out of its reach |
/// | `FINITE_ROWS` | leaves out rows with NaN or infinities | inputs or targets that are not finite |
/// | `SCALED_INPUTS`, `SCALED_TARGETS` | mean 0, deviation 1 of each column of the training rows | unscaled data |
/// | `SUITED_WEIGHTS` | draws initial weights and biases as suits the activations | weights, biases, gradients |
/// | `LEAKY_RELU` | in place of activations whose units can die | dead units |
/// | `RELU` | in place of all other activations between layers, with He weights | those that saturate or have no slope
/// or bend |
/// | `TESTED_RATE` | the learning rate that the range test suggests | a rate too high or too low |
/// | `RATE_THIRD`, `RATE_TRIPLE` | the learning rate | the same, and what it brings about |
/// | `CLIPPED` | limits the norm of the gradients to 1 | exploding gradients, infinities |
/// | `NO_DECAY`, `DECAY` | weight decay 0, or 0.01 | decay that is too strong; learning by heart |
/// | `WIDER` | twice the units | a network that is too small |
/// | `UNCLIPPED` | lets gradients be as they are | gradients clipped to next to nothing |
/// | `NO_AVERAGE` | keeps the weights themselves | an average that lags behind them |
/// | `CONSTANT_RATE` | the optimizer's own rate to the end | a schedule that ends early |
/// | `PROBABILITIES` | puts a sigmoid or log_softmax at the end | a loss that takes probabilities |
/// | `ZERO_ONE` | brings the targets into 0 to 1 | targets that are no probabilities |
/// | `CUT_OFF` | cuts inputs, and targets that are numbers, off at ten median deviations, then scales inputs | wild
/// values |
/// | `ONE_INPUT` | sets all inputs but one to 0 | inputs that are copies |
/// | `WITHOUT_LEAK` | sets inputs that are the target to 0 | a leak |
/// | `WITHOUT_COPIES` | leaves out training rows that validation has | duplicates |
/// | `ALIGNED` | gives validation columns the training rows' mean and deviation | validation rows in other units |
/// | `DEFAULT_SETTINGS` | the optimizer's settings but its rate and decay, as they are by default | what [OneChange]
/// finds |
/// | `ALL_ALIKE` | one rate and decay for all parameters | the same |
/// | `PLAIN_LOSS` | `mse`, `bce_with_logits` or `cross_entropy` without weights | the same, and one answer whatever
/// comes |
/// | `PLAIN_NETWORK` | two layers of 64 units with relu in place of the network | a network that is too small |
public enum Mend {
    LOGITS(Cause.SOFTMAX_TWICE, Cause.SIGMOID_TWICE, Cause.OUTPUT_RANGE),
    FINITE_ROWS(Cause.INPUT_NOT_FINITE, Cause.TARGET_NOT_FINITE),
    SCALED_INPUTS(Cause.UNSCALED_INPUTS),
    SCALED_TARGETS(Cause.UNSCALED_TARGETS),
    TESTED_RATE(Cause.RATE_TOO_HIGH, Cause.RATE_TOO_LOW),
    RATE_THIRD(Cause.RATE_TOO_HIGH, Cause.BECAME_INFINITE, Cause.STEPS_TOO_LARGE, Cause.EXPLODING_GRADIENTS),
    RATE_TRIPLE(Cause.RATE_TOO_LOW, Cause.STEPS_TOO_SMALL, Cause.STILL_FALLING),
    NO_DECAY(Cause.DECAY_TOO_STRONG),
    DECAY(Cause.LEARNT_BY_HEART),
    SUITED_WEIGHTS(
            Cause.WEIGHTS_TOO_LARGE,
            Cause.WEIGHTS_TOO_SMALL,
            Cause.BAD_BIASES,
            Cause.SYMMETRIC_WEIGHTS,
            Cause.CONFIDENT_TOO_EARLY,
            Cause.SATURATED_UNITS,
            Cause.DEAD_UNITS,
            Cause.SATURATING_DEPTH,
            Cause.VANISHING_GRADIENTS,
            Cause.EXPLODING_GRADIENTS,
            Cause.RANK_COLLAPSE),
    LEAKY_RELU(Cause.DEAD_UNITS, Cause.BAD_BIASES),
    RELU(Cause.SATURATING_DEPTH, Cause.VANISHING_GRADIENTS, Cause.SATURATED_UNITS, Cause.NO_SLOPE, Cause.NO_BEND),
    CLIPPED(Cause.EXPLODING_GRADIENTS, Cause.BECAME_INFINITE),
    WIDER(Cause.TOO_SMALL),
    PLAIN_NETWORK(Cause.TOO_SMALL),
    UNCLIPPED(Cause.GRADIENTS_CLIPPED),
    CONSTANT_RATE(Cause.RATE_ENDS_EARLY),
    NO_AVERAGE(Cause.AVERAGE_TOO_SLOW),
    PROBABILITIES(Cause.NO_PROBABILITY),
    ZERO_ONE(Cause.TARGET_NO_PROBABILITY),
    CUT_OFF(Cause.OUTLIERS),
    ONE_INPUT(Cause.COPIED_INPUTS),
    WITHOUT_LEAK(Cause.LEAK),
    WITHOUT_COPIES(Cause.DUPLICATES),
    ALIGNED(Cause.VALIDATION_DIFFERS),
    DEFAULT_SETTINGS(),
    ALL_ALIKE(),
    PLAIN_LOSS(Cause.ONE_ANSWER);

    private static final double MOST_NORM = 1;
    private static final double SOME_DECAY = 0.01;

    private final Set<Cause> causes;

    Mend(Cause... causes) {
        this.causes = Set.of(causes);
    }

    /// The mends that may help against a cause, the likeliest first.
    static List<Mend> against(Cause cause) {
        return Arrays.stream(values()).filter(m -> m.causes.contains(cause)).toList();
    }

    /// The name as it stands in JSON: `leaky_relu`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What is changed, in words; in Chinese for a Chinese locale, otherwise in English.
    public String text(Locale locale) {
        return Texts.of(locale).text("mend." + this);
    }

    /// The training with this change; empty where there is nothing to change.
    ///
    /// @param ready that has not begun; its module may be used up
    /// @param rate that the range test suggests
    Optional<Event.Prepared> applied(Event.Prepared ready, OptionalDouble rate) {
        Module module = ready.module();
        Trainer trainer = ready.trainer();
        return switch (this) {
            case LOGITS -> Rebuilt.withoutLastActivation(module).map(m -> with(ready, m));
            case FINITE_ROWS -> Cleaned.finite(ready);
            case SCALED_INPUTS -> Optional.of(Cleaned.scaledInputs(ready));
            case SCALED_TARGETS -> Cleaned.scaledTargets(ready);
            case TESTED_RATE ->
                rate.isPresent()
                        ? Optional.of(with(
                                ready,
                                rateTimes(
                                        trainer,
                                        rate.getAsDouble() / trainer.optimizer().lr())))
                        : Optional.empty();
            case RATE_THIRD -> Optional.of(with(ready, rateTimes(trainer, 1 / 3.0)));
            case RATE_TRIPLE -> Optional.of(with(ready, rateTimes(trainer, 3)));
            case NO_DECAY -> decay(trainer, 0).map(t -> with(ready, t));
            case DECAY -> decay(trainer, SOME_DECAY).map(t -> with(ready, t));
            case SUITED_WEIGHTS -> {
                Rebuilt.drawWeights(module, Init::suitedTo, ready.rng().copy());
                yield Optional.of(ready);
            }
            case LEAKY_RELU ->
                Rebuilt.hidden(module, Curve::dies, Activations.LEAKY_RELU).map(m -> with(ready, m));
            case RELU ->
                Rebuilt.hidden(module, c -> !c.activation().equals(Activations.RELU), Activations.RELU)
                        .map(m -> {
                            Rebuilt.drawWeights(m, Init::suitedTo, ready.rng().copy());
                            return with(ready, m);
                        });
            case CLIPPED -> Optional.of(with(ready, trainer.clipNorm(MOST_NORM)));
            case WIDER -> Rebuilt.wider(module, ready.rng().copy()).map(m -> with(ready, m));
            case UNCLIPPED ->
                Math.min(trainer.clipNorm(), trainer.clipValue()) < Double.POSITIVE_INFINITY
                        ? Optional.of(with(
                                ready,
                                trainer.clipNorm(Double.POSITIVE_INFINITY).clipValue(Double.POSITIVE_INFINITY)))
                        : Optional.empty();
            case NO_AVERAGE ->
                trainer.averaging() > 0 ? Optional.of(with(ready, trainer.averaging(0))) : Optional.empty();
            case CONSTANT_RATE ->
                trainer.rate() == Rate.CONSTANT
                        ? Optional.empty()
                        : Optional.of(with(ready, trainer.rate(Rate.CONSTANT)));
            case PROBABILITIES -> {
                boolean logs = trainer.loss().name().equals("nll");
                yield Optional.of(
                        with(ready, Sequential.of(module, logs ? Activations.LOG_SOFTMAX : Activations.SIGMOID)));
            }
            case ZERO_ONE -> Optional.of(Cleaned.zeroOne(ready));
            case CUT_OFF -> Optional.of(Cleaned.scaledInputs(Cleaned.cutOff(ready)));
            case ONE_INPUT -> Optional.of(Cleaned.oneInput(ready));
            case WITHOUT_LEAK -> Cleaned.withoutLeak(ready);
            case WITHOUT_COPIES -> Cleaned.withoutCopies(ready);
            case ALIGNED -> Optional.of(Cleaned.aligned(ready));
            case DEFAULT_SETTINGS -> Usual.settings(trainer).map(t -> with(ready, t));
            case ALL_ALIKE ->
                trainer.groupsOf(module).stream().anyMatch(g -> !g.settings().isEmpty())
                        ? Optional.of(with(ready, trainer.groups(ParameterGroup::of)))
                        : Optional.empty();
            case PLAIN_LOSS ->
                Usual.takesSuchAnswers(ready) && !Usual.hasLoss(ready)
                        ? Optional.of(with(ready, trainer.loss(Usual.loss(ready.data()))))
                        : Optional.empty();
            case PLAIN_NETWORK ->
                Usual.takesSuchAnswers(ready) && ready.data().x().shape().rank() == 2
                        ? Optional.of(with(ready, Usual.network(ready)))
                        : Optional.empty();
        };
    }

    private static Event.Prepared with(Event.Prepared ready, Module module) {
        return new Event.Prepared(ready.trainer(), module, ready.data(), ready.rng());
    }

    private static Event.Prepared with(Event.Prepared ready, Trainer trainer) {
        return new Event.Prepared(trainer, ready.module(), ready.data(), ready.rng());
    }

    static Event.Prepared with(Event.Prepared ready, Dataset rows, Optional<Dataset> held) {
        Trainer trainer = held.map(h -> ready.trainer().validation(h)).orElse(ready.trainer());
        return new Event.Prepared(trainer, ready.module(), rows, ready.rng());
    }

    /// By the schedule, so that groups with rates of their own keep their proportions.
    private static Trainer rateTimes(Trainer trainer, double factor) {
        return trainer.rate(trainer.rate().times(factor));
    }

    private static Optional<Trainer> decay(Trainer trainer, double decay) {
        Optimizer optimizer = trainer.optimizer();
        boolean has =
                optimizer.settings().stream().anyMatch(s -> s.name().equals("weight_decay") && s.value() != decay);
        return has ? Optional.of(trainer.optimizer(optimizer.with(Map.of("weight_decay", decay)))) : Optional.empty();
    }
}
