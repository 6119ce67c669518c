package dev.optimizer.solver;

/** How a run ended. Every solver uses these words and no others. */
public enum Status {
    /** Not an ending: the run goes on. */
    RUNNING("running", "the run goes on"),

    /** ‖∇f‖∞ at the final point is within its tolerance. What kind of point it is, the verdict says. */
    CONVERGED("converged", "the gradient vanishes to within its tolerance"),

    /** Steps or values stopped changing while the gradient is still above its tolerance. */
    STALLED(
            "stalled",
            "no further progress is possible at machine precision; accept the point, loosen gradient_norm, or rescale"
                    + " the problem"),

    /** One of the budgets ran out; the reason names it. */
    BUDGET("budget", "a budget ran out; raise it, or take a solver that needs fewer evaluations"),

    /** The iterates run away to infinity. */
    DIVERGED("diverged", "the iterates run away; shorten the step or use a line search"),

    /** f, ∇f or the step is NaN or infinite where the run has to go on from. */
    NOT_FINITE("not-finite", "the objective is not a finite number there; start inside its domain"),

    /** No step along a direction of descent lowers f: the gradient is wrong, or f is not smooth. */
    LINE_SEARCH_FAILED(
            "line-search-failed",
            "no step along a direction of descent lowers the value; check the derivatives, and whether f is smooth"),

    /** f falls without bound: far below anything that rounding of f(x0) could explain. */
    UNBOUNDED("unbounded", "the value falls without bound; the problem has no minimum, or lacks a constraint"),

    /** The program that computes the objective failed. */
    CRASHED("crashed", "the objective threw an exception");

    private final String word;
    private final String sentence;

    Status(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** The word that stands in tables and files, such as {@code line-search-failed}. */
    public String word() {
        return word;
    }

    /** What it means, and what to do about it. */
    public String sentence() {
        return sentence;
    }

    public boolean isConvergence() {
        return this == CONVERGED;
    }

    @Override
    public String toString() {
        return word;
    }
}
