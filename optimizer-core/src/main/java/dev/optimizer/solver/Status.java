package dev.optimizer.solver;

/** How a run ended. Every solver uses these words and no others. */
public enum Status {
    /** Not an ending: the run goes on. */
    RUNNING("running", "the run goes on", "wait"),

    /** ‖∇f‖∞ at the final point is within its tolerance. What kind of point it is, the verdict says. */
    CONVERGED(
            "converged",
            "the gradient vanishes to within its tolerance",
            "see the verdict for what kind of point it is; for more digits lower gradient_norm"),

    /** Steps or values stopped changing while the gradient is still above its tolerance. */
    STALLED(
            "stalled",
            "steps no longer make progress, while the gradient is above its tolerance",
            "accept the point, loosen gradient_norm, or rescale the problem; with value_change or step_norm set, lower them"),

    /** One of the budgets ran out; the reason names it. */
    BUDGET(
            "budget",
            "a budget ran out before the gradient vanished",
            "raise %s in the stopping rules (under stop in a config), or take a solver that needs fewer steps"),

    /** The iterates run away to infinity. */
    DIVERGED(
            "diverged",
            "the iterates run away to infinity",
            "shorten the step or use a line search; if they still do, the minimum is at infinity, or there is none"),

    /** f, ∇f or the step is NaN or infinite where the run has to go on from. */
    NOT_FINITE(
            "not-finite",
            "what the run has to go on from is not a finite number",
            "start inside the objective's domain, and use a line search or a trust region, which reject trials outside of it"),

    /** No step along a direction of descent lowers f: the gradient is wrong, or f is not smooth. */
    LINE_SEARCH_FAILED(
            "line-search-failed",
            "no step along a direction of descent lowers the value",
            "check the derivatives, whether the objective is smooth, and whether it can be scaled to moderate values"),

    /** f falls without bound: far below anything that rounding of f(x0) could explain. */
    UNBOUNDED(
            "unbounded",
            "the value falls without bound",
            "check the objective's sign: it has no minimum, or lacks a constraint"),

    /** The program that computes the objective failed. */
    CRASHED("crashed", "the objective threw an exception", "mend the code of the objective");

    private final String word;
    private final String sentence;
    private final String remedy;

    Status(String word, String sentence, String remedy) {
        this.word = word;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** The word that stands in tables and files, such as {@code line-search-failed}. */
    public String word() {
        return word;
    }

    /** What it means. */
    public String sentence() {
        return sentence;
    }

    /**
     * What to do about it, in the words of configs.
     *
     * @param reason the criterion that fired, which a remedy may name
     */
    public String remedy(String reason) {
        return remedy.replace("%s", reason);
    }

    public boolean isConvergence() {
        return this == CONVERGED;
    }

    @Override
    public String toString() {
        return word;
    }
}
