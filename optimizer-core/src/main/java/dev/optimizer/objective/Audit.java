package dev.optimizer.objective;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeAudit.Subject;
import java.util.Random;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The making of a {@link DerivativeAudit}: the tests along a whole direction, and the search for the entry that is off. */
final class Audit {
    /** The Hessian as an array is audited up to this dimension, from which on it is a burden merely to hold it. */
    private static final int LARGEST_DENSE = 1000;

    /** Values that two pieces of code compute differ by rounding, hardly in half their digits. */
    private static final double VALUE_TOLERANCE = Math.sqrt(Math.ulp(1.0));

    /** Any number; the same for every audit, so that audits repeat. */
    private static final long SEED = 1;

    private final Objective objective;
    private final int n;
    private final Vector x;
    private final Vector gradient;
    private final Vector probe;
    private final Vector probeGradient;

    Audit(Objective objective, Vector x) {
        this.objective = objective;
        this.n = x.length();
        this.x = x;
        this.gradient = Vector.zeros(n);
        this.probe = Vector.zeros(n);
        this.probeGradient = Vector.zeros(n);
    }

    DerivativeAudit run() {
        double value = objective.value(x.array());
        double companion = objective.gradient(x.array(), gradient.array());
        if (!Double.isFinite(value) || !gradient.isFinite()) {
            return DerivativeAudit.undecided("f or ∇f is not finite at the point");
        }
        DerivativeAudit audit = first(value, companion);
        if (audit.failed() || !(objective instanceof TwiceDifferentiable twice) || !twice.hasExactHessian()) {
            return audit;
        }
        DerivativeAudit dense = n <= LARGEST_DENSE ? attempt(() -> second(Subject.HESSIAN, new Dense(twice))) : audit;
        DerivativeAudit product = attempt(() -> second(Subject.HESSIAN_VECTOR, new Products(twice)));
        return worst(audit, worst(dense, product));
    }

    /** What the objective throws is for the run to meet, if it gets there: an audit that nobody asked for ends nothing. */
    static DerivativeAudit attempt(Supplier<DerivativeAudit> audit) {
        try {
            return audit.get();
        } catch (RuntimeException e) {
            return DerivativeAudit.undecided("the objective threw " + e);
        }
    }

    /** The first that failed, or else the first that is undecided, or else the first. */
    private static DerivativeAudit worst(DerivativeAudit one, DerivativeAudit other) {
        return other.outcome().compareTo(one.outcome()) > 0 ? other : one;
    }

    private DerivativeAudit first(double value, double companion) {
        if (objective.value(x.array()) != value) {
            return DerivativeAudit.undecided("f is not the same when computed twice");
        }
        Vector p = direction(new Random(SEED));
        // Near a zero of f rounding is large beside f, but small beside what f is a little away.
        double scale = Math.max(Math.abs(value), Math.abs(objective.value(at(SlopeTest.LONGEST, p))));
        if (Math.abs(value - companion) > VALUE_TOLERANCE * scale) {
            return DerivativeAudit.wrongValue(companion, value);
        }
        SlopeTest test = slopeOfValue(p, value);
        if (test.outcome() != SlopeTest.Outcome.WRONG) {
            return verdict(test);
        }
        int entry = Halving.search(p, half -> slopeOfValue(half, value));
        SlopeTest alone = slopeOfValue(unit(entry), value);
        return alone.outcome() == SlopeTest.Outcome.WRONG
                ? DerivativeAudit.wrongGradient(entry, gradient.get(entry), alone.measured() / scale(entry))
                : DerivativeAudit.undecided("differences of f disagree with ∇f along a direction, but in no one entry");
    }

    private static DerivativeAudit verdict(SlopeTest test) {
        return test.outcome() == SlopeTest.Outcome.RIGHT
                ? DerivativeAudit.PASSED
                : DerivativeAudit.undecided("around the point f is not smooth, not finite or lost in rounding");
    }

    private DerivativeAudit second(Subject subject, Curvature curvature) {
        Random random = new Random(SEED);
        Vector p = direction(random);
        Vector q = weights(random);
        SlopeTest test = slopeOfGradient(p, q, curvature);
        if (test.outcome() != SlopeTest.Outcome.WRONG) {
            return verdict(test);
        }
        int row = Halving.search(q, half -> slopeOfGradient(p, half, curvature));
        Vector rowOnly = Vector.zeros(n);
        rowOnly.set(row, 1);
        int column = Halving.search(p, half -> slopeOfGradient(half, rowOnly, curvature));
        SlopeTest alone = slopeOfGradient(unit(column), rowOnly, curvature);
        return alone.outcome() == SlopeTest.Outcome.WRONG
                ? DerivativeAudit.wrongHessian(
                        subject, row, column, alone.claimed() / scale(column), alone.measured() / scale(column))
                : DerivativeAudit.undecided(
                        "differences of ∇f disagree with ∇²f along a direction, but in no one entry");
    }

    /** φ(t) = f(x + tp) against ∇f(x)ᵀp. */
    private SlopeTest slopeOfValue(Vector p, double value) {
        return new SlopeTest(t -> objective.value(at(t, p)), value, gradient.dot(p));
    }

    /** φ(t) = qᵀ∇f(x + tp) against qᵀ∇²f(x)p. */
    private SlopeTest slopeOfGradient(Vector p, Vector q, Curvature curvature) {
        Vector product = Vector.zeros(n);
        curvature.multiply(p, product);
        return new SlopeTest(
                t -> {
                    objective.gradient(at(t, p), probeGradient.array());
                    return q.dot(probeGradient);
                },
                q.dot(gradient),
                q.dot(product));
    }

    private INDArray at(double t, Vector p) {
        probe.copy(x);
        probe.axpy(t, p);
        return probe.array();
    }

    /** Entries of random size and sign, none small, in the units of x: no entry of the gradient hides. */
    private Vector direction(Random random) {
        Vector p = weights(random);
        for (int i = 0; i < n; i++) {
            p.set(i, p.get(i) * scale(i));
        }
        return p;
    }

    private Vector weights(Random random) {
        Vector weights = Vector.zeros(n);
        for (int i = 0; i < n; i++) {
            double size = 0.5 + 0.5 * random.nextDouble();
            weights.set(i, random.nextBoolean() ? size : -size);
        }
        return weights;
    }

    private Vector unit(int entry) {
        Vector unit = Vector.zeros(n);
        unit.set(entry, scale(entry));
        return unit;
    }

    private double scale(int entry) {
        return Math.max(1, Math.abs(x.get(entry)));
    }

    /** p ↦ ∇²f(x)·p. */
    private interface Curvature {
        void multiply(Vector p, Vector product);
    }

    private final class Products implements Curvature {
        private final TwiceDifferentiable objective;

        Products(TwiceDifferentiable objective) {
            this.objective = objective;
        }

        @Override
        public void multiply(Vector p, Vector product) {
            objective.hessianVector(x.array(), p.array(), product.array());
        }
    }

    private final class Dense implements Curvature {
        private final Matrix hessian = Matrix.zeros(n);

        Dense(TwiceDifferentiable objective) {
            objective.hessian(x.array(), hessian.array());
        }

        @Override
        public void multiply(Vector p, Vector product) {
            hessian.multiply(p, product);
        }
    }
}
