package hillock.nn;

/// The factor of a learning rate that falls when a metric has stopped to get better. As
/// [torch.optim.lr_scheduler.ReduceLROnPlateau](https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html).
///
/// ```java
/// Plateau plateau = Plateau.of(0.5, 10);
/// run.step(loss.gradients(), plateau.factor());
/// plateau.see(validationLoss);      // after each epoch
/// ```
public final class Plateau {
    private final Settings settings;
    private double factor = 1;
    private double best;
    private int bad;
    private int resting;

    /// What PyTorch calls it.
    ///
    /// @param max whether larger is better
    /// @param factor what the rate is multiplied by
    /// @param patience epochs without a gain that are waited for
    /// @param threshold the least gain that counts, relative to the best or absolute
    /// @param relative which of the two
    /// @param cooldown epochs after a fall in which none is counted
    /// @param least the factor never falls below it
    public record Settings(
            boolean max, double factor, int patience, double threshold, boolean relative, int cooldown, double least) {}

    private Plateau(Settings settings) {
        this.settings = settings;
        this.best = settings.max ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /// For a metric that should fall, with PyTorch's other defaults.
    public static Plateau of(double factor, int patience) {
        return of(new Settings(false, factor, patience, 1e-4, true, 0, 0));
    }

    public static Plateau of(Settings settings) {
        return new Plateau(settings);
    }

    /// The factor for the next epoch.
    public double factor() {
        return factor;
    }

    /// The metric after an epoch.
    public void see(double metric) {
        if (isBetter(metric)) {
            best = metric;
            bad = 0;
        } else {
            bad++;
        }
        if (resting > 0) {
            resting--;
            bad = 0;
        }
        if (bad > settings.patience) {
            double next = Math.max(factor * settings.factor, settings.least);
            // PyTorch ignores a change of the rate below 10⁻⁸.
            if (factor - next > 1e-8) factor = next;
            resting = settings.cooldown;
            bad = 0;
        }
    }

    private boolean isBetter(double metric) {
        double gain = settings.threshold * (settings.relative && Double.isFinite(best) ? Math.abs(best) : 1);
        return settings.max ? metric > best + gain : metric < best - gain;
    }
}
