package dev.optimizer.runner.config.declaration;

/**
 * The figures that a baseline can hold, and how far each may be from it unless the config says otherwise.
 *
 * <p>A baseline has to hold on another machine. The same config gives the same bytes on one; another processor's BLAS adds
 * up in another order, and the last bits of everything that went through a factorisation differ. Words ({@code status},
 * {@code stop_reason}, {@code point}) are always compared as they are.
 */
public enum BaselineColumn {
    ITERATIONS("iterations", Tolerance.EXACT, "counts do not round"),
    N_F("n_f", Tolerance.EXACT, "counts do not round"),
    N_G("n_g", Tolerance.EXACT, "counts do not round"),
    N_H("n_h", Tolerance.EXACT, "counts do not round"),
    N_HV("n_hv", Tolerance.EXACT, "counts do not round"),
    NEGATIVE_EIGENVALUES("negative_eigenvalues", Tolerance.EXACT, "counts do not round"),
    VALUE("value", new Tolerance(1e-9, 1e-9), "flat at a minimum, so hardly touched by rounding"),
    GAP("gap", Tolerance.UNJUDGED, "the value, less a constant"),
    GRADIENT_NORM("gradient_norm", new Tolerance(1e-8, 1e-6), "noise below the 1e-8 at which runs stop"),
    SMALLEST_EIGENVALUE("smallest_eigenvalue", new Tolerance(1e-6, 1e-6), "as exact as the point it is taken at"),
    DECREMENT("decrement", Tolerance.UNJUDGED, "the square of a gradient that is noise"),
    ORDER("order", new Tolerance(0.05, 0), "an estimate from three steps, the last of them rounded"),
    RATE("rate", new Tolerance(0.01, 0), "likewise"),
    AT("at", new Tolerance(1e-6, 1e-6), "the entries of the final point; half the digits of the value"),
    SECONDS("seconds", Tolerance.UNJUDGED, "time depends on the machine, and on what else it does");

    private final String word;
    private final Tolerance tolerance;
    private final String doc;

    BaselineColumn(String word, Tolerance tolerance, String doc) {
        this.word = word;
        this.tolerance = tolerance;
        this.doc = doc;
    }

    /** The column of {@code runs.csv}, and the key in the config; {@code at} stands for the entries of the final point. */
    public String word() {
        return word;
    }

    /** What holds unless the config says otherwise. */
    public Tolerance tolerance() {
        return tolerance;
    }

    /** Why that much. */
    public String doc() {
        return doc;
    }
}
