package dev.optimizer.trustregion;

/**
 * How the size of the region follows from what a trial step has shown. The model's error is taken for a cubic in the length of
 * the step: what was seen on the last step tells how far the next one may go (Conn, Gould and Toint 2000, section 17.1;
 * Gould, Porcelli and Toint 2012, Comput. Optim. Appl. 53, 1–22).
 *
 * <p>Nothing bounds the size from above. Of the values 0.3, 0.5, 1 and 2 tried for {@link #ERROR} on the 35 problems of Moré,
 * Garbow and Hillstrom, 0.5 was the only one with which all came to a known minimum.
 */
enum SizeRule {
    /** Sets the radius Δ. */
    RADIUS {
        @Override
        double first(double gradientNorm, double curvature) {
            return gradientNorm / curvature;
        }

        @Override
        double grow(double size, double norm, double predicted, double error) {
            return Math.max(size, norm * Math.sqrt(ERROR / error));
        }

        @Override
        double shrink(double size, double norm, double gradientNorm, double fraction) {
            return fraction * norm;
        }
    },

    /** Sets 1/σ. */
    CUBIC {
        @Override
        double first(double gradientNorm, double curvature) {
            return gradientNorm / curvature / curvature;
        }

        /** σ = 3·(f(x + p) − f(x) − m(p))/‖p‖³ would have made the model with its cubic term exact. */
        @Override
        double grow(double size, double norm, double predicted, double error) {
            return Math.max(size, norm * norm * norm / (3 * predicted * error));
        }

        /** From (κ + σ‖p‖)·‖p‖ = ‖g‖ for some curvature κ, the σ that makes the step that much shorter; at least doubled. */
        @Override
        double shrink(double size, double norm, double gradientNorm, double fraction) {
            double lambda = norm / size + (1 / fraction - 1) * gradientNorm / norm;
            return Math.min(size / 2, fraction * norm / lambda);
        }
    };

    /** The relative error of the predicted decrease that is aimed at. */
    static final double ERROR = 0.5;

    /** A ratio of actual to predicted decrease below this shrinks the region even if the step is taken (η₁ of the book). */
    static final double POOR = 0.25;

    /** The ratio below which a step is not taken: any real decrease is welcome. */
    static final double ACCEPTABLE = 1e-4;

    private static final double LEAST_FRACTION = 0.1;
    private static final double MOST_FRACTION = 0.5;

    /** The first size: the best step along −g, whose length is ‖g‖/κ, lies just within the region. */
    abstract double first(double gradientNorm, double curvature);

    abstract double grow(double size, double norm, double predicted, double error);

    abstract double shrink(double size, double norm, double gradientNorm, double fraction);

    /** The size after a step that was taken. */
    double accepted(double size, double norm, double gradientNorm, double predicted, double ratio) {
        double error = Math.abs(ratio - 1);
        if (ratio < POOR) {
            return shrink(size, norm, gradientNorm, fraction(Math.sqrt(ERROR / error)));
        }
        return error < ERROR ? grow(size, norm, predicted, Math.max(error, Math.ulp(1.0))) : size;
    }

    /**
     * The size after a step that was not taken: to the minimum of the parabola through f(x) with its slope and f(x + p).
     *
     * @param decrease f(x) − f(x + p); NaN or infinite outside the domain
     */
    double rejected(double size, double norm, double gradientNorm, double slope, double decrease) {
        return shrink(size, norm, gradientNorm, fraction(slope / (2 * (decrease + slope))));
    }

    private static double fraction(double wanted) {
        return wanted >= LEAST_FRACTION ? Math.min(wanted, MOST_FRACTION) : LEAST_FRACTION;
    }
}
