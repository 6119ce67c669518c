package dev.optimizer.descent;

import dev.optimizer.solver.Point;

/** The step length that a search tries first. */
abstract class FirstStep {
    abstract double length(Point at, double slope0);

    void start() {}

    void accept(double stepLength) {}

    /** The same every time. */
    static FirstStep always(double length) {
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("step must be greater than 0 and finite: " + length);
        }
        return new FirstStep() {
            @Override
            double length(Point at, double slope0) {
                return length;
            }
        };
    }

    /** 1 for directions that have a natural length; otherwise from the scale of x and ∇f, then from the last step. */
    static FirstStep automatic(boolean wellScaled) {
        return wellScaled ? always(1) : new FromLastStep();
    }

    /**
     * Hager and Zhang 2006 (ACM TOMS 32, 113–137), rules I0 and I2: at the start a hundredth of the size of x (or, at the
     * origin, the step that would bring a linear f to 0 by a hundredth), later twice the last step.
     */
    private static final class FromLastStep extends FirstStep {
        /** ψ₀ of the paper. */
        private static final double FRACTION = 0.01;

        /** ψ₂ of the paper. */
        private static final double GROWTH = 2;

        private double last;

        @Override
        void start() {
            last = 0;
        }

        @Override
        void accept(double stepLength) {
            last = stepLength;
        }

        @Override
        double length(Point at, double slope0) {
            if (last > 0) {
                return GROWTH * last;
            }
            double gradientNorm = at.gradientNorm();
            double xNorm = at.x().normInf();
            if (xNorm > 0) {
                return FRACTION * xNorm / gradientNorm;
            }
            double value = Math.abs(at.value());
            return value > 0 ? FRACTION * value / Math.abs(slope0) : 1;
        }
    }
}
