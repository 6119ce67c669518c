package dev.optimizer.solver;

import dev.optimizer.linalg.ExtremeEigenvalues;
import dev.optimizer.linalg.SymmetricOperator;
import dev.optimizer.linalg.TruncatedConjugateGradient;
import dev.optimizer.linalg.Vector;
import java.util.Optional;

/**
 * The second derivative test of a large Hessian: {@link ExtremeEigenvalues} finds the ends of the spectrum from products. That all
 * eigenvalues are positive is proven by a factorisation where the Hessian is sparse, and otherwise holds as far as Lanczos
 * can see. Zero eigenvalues between negative and positive ones are not looked for.
 */
final class LargeSecondOrderTest {
    /** Lanczos and conjugate gradients make at most so many products … */
    private static final int MOST_PRODUCTS = 500;

    /** … and for very large n no more than make so many entries, but at least {@link #FEWEST_PRODUCTS}. */
    private static final long MOST_ENTRIES = 200_000_000;

    private static final int FEWEST_PRODUCTS = 30;

    /** A Newton step to three digits serves to see how the curvature changes along it. */
    private static final double STEP_TOLERANCE = 1e-3;

    private final int n;
    private final int products;
    private final HessianOperator hessian;
    private final HessianOperator hessianAtProbe;
    private final ExtremeEigenvalues spectrum;
    private final ExtremeEigenvalues change;
    private final TruncatedConjugateGradient conjugateGradient;
    private final Vector gradient;
    private final Vector step;
    private final Vector other;

    /** Takes the memory for points of the same objective as x0. */
    LargeSecondOrderTest(Point x0) {
        this.n = x0.dimension();
        this.products = (int) Math.max(FEWEST_PRODUCTS, Math.min(MOST_PRODUCTS, MOST_ENTRIES / n));
        this.hessian = new HessianOperator(x0);
        this.hessianAtProbe = new HessianOperator(x0);
        this.spectrum = new ExtremeEigenvalues(n, products);
        this.change = new ExtremeEigenvalues(n, FEWEST_PRODUCTS);
        this.conjugateGradient = new TruncatedConjugateGradient(n);
        this.gradient = Vector.zeros(n);
        this.step = Vector.zeros(n);
        this.other = Vector.zeros(n);
    }

    /**
     * That a point is a minimum, proven by a factorisation in far less time than a decomposition takes. The inverse has the
     * smallest eigenvalues at its large end, where Lanczos finds them in a few steps.
     *
     * @param at a point where the gradient counts as zero, and the Hessian is sparse
     * @param probe another point of the same objective, moved freely
     * @return empty if this test does not decide
     */
    Optional<Verdict> provenMinimum(Point at, Point probe) {
        hessian.moveTo(at);
        if (!hessian.factor(noise(at, hessian.norm())) || !hessian.factor(0)) {
            return Optional.empty();
        }
        hessian.divideByScale(at.gradient(), gradient);
        hessian.solve(gradient, step);
        step.scale(-1);
        double decrement = -gradient.dot(step) / 2;
        if (!changesLittle(at, probe, smallestByInverse(hessian::solve))) {
            return Optional.empty();
        }
        double smallest = smallestByInverse((v, av) -> {
            hessian.divideByScale(v, other);
            hessian.solve(other, av);
            hessian.divideByScale(av, av);
        });
        return Optional.of(new Verdict(PointKind.MINIMUM, 0, smallest, decrement, !at.hasExactHessian()));
    }

    /** The smallest eigenvalue of a positive definite matrix by products of its inverse; NaN if one is not finite. */
    private double smallestByInverse(SymmetricOperator inverse) {
        return spectrum.runForLargest(inverse) ? 1 / spectrum.largest() : Double.NaN;
    }

    /** The magnitude below which an eigenvalue may be zero. */
    private double noise(Point at, double norm) {
        double zero = n * DenseSecondOrderTest.ZERO_EIGENVALUE;
        return norm * (at.hasExactHessian() ? zero : Math.max(zero, DenseSecondOrderTest.DIFFERENCED_ZERO));
    }

    /**
     * @param at a point where the gradient counts as zero
     * @param probe another point of the same objective, moved freely
     */
    Verdict judge(Point at, Point probe) {
        hessian.moveTo(at);
        if (!spectrum.run(hessian.unscaled())) {
            return Verdict.withoutEigenvalues(PointKind.DEGENERATE);
        }
        double smallest = spectrum.smallest();
        if (hessian.isScaled() && !spectrum.run(hessian)) {
            return Verdict.withoutEigenvalues(PointKind.DEGENERATE);
        }
        double norm = Math.max(Math.abs(spectrum.smallest()), Math.abs(spectrum.largest()));
        double noise = noise(at, norm);
        hessian.divideByScale(at.gradient(), gradient);
        if (isPositive(noise)) {
            return definite(PointKind.MINIMUM, 1, smallest, at, probe);
        }
        if (spectrum.largest() + spectrum.largestError() < -noise) {
            return definite(PointKind.MAXIMUM, -1, smallest, at, probe);
        }
        if (spectrum.smallest() + spectrum.smallestError() < -noise) {
            return saddle(noise, smallest, at, probe);
        }
        boolean isZero = Math.abs(spectrum.smallest()) + spectrum.smallestError() <= noise
                || Math.abs(spectrum.largest()) + spectrum.largestError() <= noise;
        PointKind kind = isZero ? PointKind.DEGENERATE : PointKind.UNKNOWN;
        return new Verdict(kind, isZero ? 0 : -1, smallest, Double.NaN, !at.hasExactHessian());
    }

    private boolean isPositive(double noise) {
        return hessian.isFactorable()
                ? hessian.factor(noise)
                : spectrum.smallest() - spectrum.smallestError() > noise
                        && spectrum.smallestError() < spectrum.smallest() / 2;
    }

    private Verdict definite(PointKind kind, int sign, double smallest, Point at, Point probe) {
        if (sign > 0 && hessian.isFactorable()) {
            hessian.solve(gradient, step);
            step.scale(-1);
        } else {
            SymmetricOperator positive = (v, av) -> {
                hessian.multiply(v, av);
                av.scale(sign);
            };
            gradient.scale(sign);
            conjugateGradient.solve(positive, gradient, STEP_TOLERANCE, Double.POSITIVE_INFINITY, products, step);
            gradient.scale(sign);
        }
        double decrement = -gradient.dot(step) / 2;
        double nearest = sign > 0 ? spectrum.smallest() : -spectrum.largest();
        boolean known = changesLittle(at, probe, nearest);
        int negative = sign > 0 ? 0 : n;
        return new Verdict(known ? kind : PointKind.DEGENERATE, negative, smallest, decrement, !at.hasExactHessian());
    }

    private Verdict saddle(double noise, double smallest, Point at, Point probe) {
        step.copy(gradient);
        step.scale(1 / spectrum.smallest());
        boolean known = changesLittle(at, probe, -spectrum.smallest());
        return new Verdict(
                known ? PointKind.SADDLE : PointKind.DEGENERATE,
                spectrum.countBelow(-noise),
                smallest,
                Double.NaN,
                !at.hasExactHessian());
    }

    /** Whether over the step the scaled Hessian changes little, as seen beside its eigenvalue nearest to zero. */
    private boolean changesLittle(Point at, Point probe, double nearest) {
        hessian.divideByScale(step, other);
        probe.moveTo(at, 1, other);
        hessianAtProbe.moveTo(probe, hessian);
        SymmetricOperator difference = (v, av) -> {
            hessian.multiply(v, other);
            hessianAtProbe.multiply(v, av);
            av.axpy(-1, other);
        };
        return change.run(difference)
                && Math.max(Math.abs(change.smallest()), Math.abs(change.largest()))
                        <= DenseSecondOrderTest.CURVATURE_CHANGE * nearest;
    }
}
