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

    /** 1 while the direction has a natural length; otherwise from the scale of x and ∇f, then from the last step. */
    static FirstStep automatic(Direction direction) {
        return new Automatic(direction);
    }

    /**
     * Hager and Zhang 2006 (ACM TOMS 32, 113–137), rules I0 and I2: at the start a fraction of the size of x (or, at the
     * origin, the step that would bring a linear f to 0 by that fraction), later twice the last step.
     */
    private static final class Automatic extends FirstStep {
        /** ψ₂ of the paper. */
        private static final double GROWTH = 2;

        private final Direction direction;
        private double last;

        Automatic(Direction direction) {
            this.direction = direction;
        }

        @Override
        void start() {
            last = 0;
        }

        @Override
        void accept(double stepLength) {
            // Asked after the direction has learnt from the step: a step of another scale is no measure for the next.
            last = direction.isWellScaled() ? 0 : stepLength;
        }

        @Override
        double length(Point at, double slope0) {
            if (direction.isWellScaled()) {
                return 1;
            }
            if (last > 0) {
                return GROWTH * last;
            }
            double xNorm = at.x().normInf();
            if (xNorm > 0) {
                return direction.firstFraction() * xNorm / at.gradientNorm();
            }
            double value = Math.abs(at.value());
            return value > 0 ? direction.firstFraction() * value / Math.abs(slope0) : 1;
        }
    }
}
