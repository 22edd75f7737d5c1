package hillock.nn;

import hillock.expr.Expr;
import java.util.List;

/// The formulas of [Optimizer]'s rows: the new parameter, then the new slots. What does not depend on the parameter is
/// computed once a step, in double precision.
final class Rules {
    private static final Expr ONE = Expr.constant(1);

    private Rules() {}

    static List<Expr> sgd(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> settings) {
        Expr lr = settings.get(0);
        Expr momentum = settings.get(1);
        Expr dampening = settings.get(2);
        Expr nesterov = settings.get(3);
        Expr decayed = g.plus(settings.get(4).times(p));
        Expr later = momentum.times(slots.getFirst()).plus(ONE.minus(dampening).times(decayed));
        Expr v = step.gt(1, later, decayed);
        Expr direction = nesterov.gt(0, decayed.plus(momentum.times(v)), v);
        // Without momentum PyTorch keeps no average, so dampening has no effect.
        Expr move = momentum.gt(0, direction, decayed);
        return List.of(p.minus(lr.times(move)), v);
    }

    static List<Expr> adam(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        return adam(p, decayed(g, s.get(4), p), slots, step, s, false);
    }

    static List<Expr> adamw(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        return adam(shrunk(p, s.get(0), s.get(4)), g, slots, step, s, false);
    }

    static List<Expr> amsgrad(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        return adam(p, decayed(g, s.get(4), p), slots, step, s, true);
    }

    static List<Expr> amsgradw(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        return adam(shrunk(p, s.get(0), s.get(4)), g, slots, step, s, true);
    }

    private static List<Expr> adam(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s, boolean largest) {
        Expr beta1 = s.get(1);
        Expr beta2 = s.get(2);
        Expr m = average(beta1, slots.get(0), g);
        Expr v = average(beta2, slots.get(1), g.square());
        Expr size = s.get(0).div(ONE.minus(beta1.pow(step)));
        Expr square = largest ? slots.get(2).max(v) : v;
        Expr scale = square.sqrt().div(ONE.minus(beta2.pow(step)).sqrt()).plus(s.get(3));
        Expr next = p.minus(size.times(m.div(scale)));
        return largest ? List.of(next, m, v, square) : List.of(next, m, v);
    }

    static List<Expr> adamax(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        Expr decayed = decayed(g, s.get(4), p);
        Expr m = average(s.get(1), slots.get(0), decayed);
        Expr u = s.get(2).times(slots.get(1)).max(decayed.abs().plus(s.get(3)));
        Expr size = s.get(0).div(ONE.minus(s.get(1).pow(step)));
        return List.of(p.minus(size.times(m.div(u))), m, u);
    }

    static List<Expr> nadam(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        Expr lr = s.get(0);
        Expr decayed = decayed(g, s.get(4), p);
        Expr mu = rising(s.get(1), step, s.get(5));
        Expr next = rising(s.get(1), step.plus(1), s.get(5));
        Expr product = atStart(step, ONE, slots.get(2)).times(mu);
        Expr m = average(s.get(1), slots.get(0), decayed);
        Expr v = average(s.get(2), slots.get(1), decayed.square());
        Expr scale = v.div(ONE.minus(s.get(2).pow(step))).sqrt().plus(s.get(3));
        Expr now = lr.times(ONE.minus(mu)).div(ONE.minus(product)).times(decayed);
        Expr ahead = lr.times(next).div(ONE.minus(product.times(next))).times(m);
        return List.of(p.minus(now.plus(ahead).div(scale)), m, v, product);
    }

    /// The momentum of NAdam at a step: `beta1 (1 - ½ · 0.96^(step · decay))`.
    static Expr rising(Expr beta1, Expr step, Expr decay) {
        return beta1.times(ONE.minus(Expr.constant(0.96).pow(step.times(decay)).times(0.5)));
    }

    static List<Expr> radam(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        Expr beta2 = s.get(2);
        Expr decayed = decayed(g, s.get(4), p);
        Expr m = average(s.get(1), slots.get(0), decayed);
        Expr v = average(beta2, slots.get(1), decayed.square());
        Expr power = beta2.pow(step);
        Expr correction = ONE.minus(power);
        Expr most = Expr.constant(2).div(ONE.minus(beta2)).minus(1);
        Expr length = most.minus(step.times(2).times(power).div(correction));
        Expr above = length.minus(4).times(length.minus(2)).times(most);
        Expr below = most.minus(4).times(most.minus(2)).times(length);
        Expr factor = above.div(below).max(0).sqrt().times(correction.sqrt());
        Expr direction = length.gt(5, factor.div(v.sqrt().plus(s.get(3))), ONE);
        Expr size = s.get(0).div(ONE.minus(s.get(1).pow(step)));
        return List.of(p.minus(size.times(m).times(direction)), m, v);
    }

    static List<Expr> rmsprop(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        Expr decayed = decayed(g, s.get(3), p);
        Expr v = average(s.get(1), slots.get(0), decayed.square());
        Expr mean = average(s.get(1), slots.get(1), decayed);
        Expr spread = v.minus(s.get(5).times(mean.square())).max(0);
        Expr move = s.get(4).times(slots.get(2)).plus(decayed.div(spread.sqrt().plus(s.get(2))));
        return List.of(p.minus(s.get(0).times(move)), v, mean, move);
    }

    static List<Expr> adagrad(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        Expr decayed = decayed(g, s.get(2), p);
        Expr sum = atStart(step, s.get(3), slots.get(0)).plus(decayed.square());
        Expr size = s.get(0).div(ONE.plus(step.minus(1).times(s.get(1))));
        return List.of(p.minus(size.times(decayed.div(sum.sqrt().plus(s.get(4))))), sum);
    }

    static List<Expr> adadelta(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        Expr decayed = decayed(g, s.get(3), p);
        Expr v = average(s.get(1), slots.get(0), decayed.square());
        Expr move =
                slots.get(1).plus(s.get(2)).sqrt().div(v.plus(s.get(2)).sqrt()).times(decayed);
        return List.of(p.minus(s.get(0).times(move)), v, average(s.get(1), slots.get(1), move.square()));
    }

    static List<Expr> rprop(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        Expr agreement = g.times(slots.get(0)).sign();
        Expr turned = agreement.unaryMinus();
        Expr factor = agreement.gt(0, s.get(2), turned.gt(0, s.get(1), ONE));
        Expr size = atStart(step, s.get(0), slots.get(1))
                .times(factor)
                .max(s.get(3))
                .min(s.get(4));
        Expr kept = turned.gt(0, Expr.constant(0), g);
        return List.of(p.minus(kept.sign().times(size)), kept, size);
    }

    static List<Expr> asgd(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        Expr lr = s.get(0);
        Expr before = step.minus(1);
        Expr eta = lr.div(ONE.plus(s.get(1).times(lr).times(before)).pow(s.get(2)));
        Expr mu = ONE.div(before.minus(s.get(3)).max(1));
        Expr next = p.times(ONE.minus(s.get(1).times(eta))).minus(eta.times(decayed(g, s.get(4), p)));
        Expr mean = slots.get(0).plus(next.minus(slots.get(0)).times(mu));
        return List.of(next, ONE.gt(mu, mean, next));
    }

    static List<Expr> lion(Expr p, Expr g, List<Expr> slots, Expr step, List<Expr> s) {
        Expr direction = average(s.get(1), slots.get(0), g).sign();
        Expr next = shrunk(p, s.get(0), s.get(3)).minus(s.get(0).times(direction));
        return List.of(next, average(s.get(2), slots.get(0), g));
    }

    private static Expr average(Expr beta, Expr old, Expr x) {
        return beta.times(old).plus(ONE.minus(beta).times(x));
    }

    /// The gradient with that of `½ · decay · p²`.
    private static Expr decayed(Expr g, Expr decay, Expr p) {
        return g.plus(decay.times(p));
    }

    /// Decoupled weight decay.
    private static Expr shrunk(Expr p, Expr lr, Expr decay) {
        return p.times(ONE.minus(lr.times(decay)));
    }

    /// Slots are 0 before the first step: what one is then.
    private static Expr atStart(Expr step, Expr start, Expr slot) {
        return step.gt(1, slot, start);
    }
}
