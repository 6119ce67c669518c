package dev.optimizer.objective;

import dev.optimizer.linalg.Vector;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Whether value, gradient and Hessian of an objective belong together, judged at a point by the slope of Taylor remainders
 * along a direction: cheap enough to be made unasked, with some 20 evaluations of f and of ∇f whatever their dimension.
 *
 * <p>f(x + hp) − f(x) − h·∇f(x)ᵀp falls as h² if the gradient is that of f, and as h if it is not; with −½h²·pᵀ∇²f(x)p as
 * h³, and as h² if the Hessian is not (see {@link SlopeTest} for how rounding is dealt with). The direction is random, the
 * same every time, and scaled to x. Only when the test fails is the entry looked for that is off, by halving the
 * direction, and reported only if differences in that entry alone confirm it: there is no false alarm from rounding, from
 * kinks, or where f is not finite. An error that is smaller than rounding in f can show stays unseen.
 *
 * @param outcome not made, passed, undecided or failed
 * @param subject what failed; null otherwise
 * @param row the entry that is off, counted from 0; −1 unless failed
 * @param column its column in the Hessian, counted from 0; −1 otherwise
 * @param given what the objective gives for it
 * @param measured what differences give for it
 * @param message one sentence for people
 */
public record DerivativeAudit(
        Outcome outcome, Subject subject, int row, int column, double given, double measured, String message) {
    /** What an audit comes to. */
    public enum Outcome {
        /** No audit was made: the derivatives are right by construction, or it was switched off. */
        NOT_MADE,
        PASSED,
        /** It cannot be told: f is not finite or not smooth around the point, or rounding hides its slopes. */
        UNDECIDED,
        FAILED
    }

    /** What is audited, and against what. */
    public enum Subject {
        /** The value that comes with the gradient, against f. */
        VALUE("f"),
        /** ∇f against differences of f. */
        GRADIENT("f"),
        /** ∇²f against differences of ∇f. */
        HESSIAN("∇f"),
        /** ∇²f·v against differences of ∇f. */
        HESSIAN_VECTOR("∇f");

        private final String differenced;

        Subject(String differenced) {
            this.differenced = differenced;
        }
    }

    /** The audit that was not made. */
    public static final DerivativeAudit NOT_MADE = without(Outcome.NOT_MADE, "the derivatives were not audited");

    static final DerivativeAudit PASSED = without(Outcome.PASSED, "the derivatives belong to the value");

    /**
     * Audits the derivatives at a point. What the objective throws on the way leaves the audit undecided.
     *
     * @param objective the function; its second derivatives are audited if it offers exact ones
     * @param x (Input) the point. Not modified.
     */
    public static DerivativeAudit at(Objective objective, Vector x) {
        return Audit.attempt(() -> new Audit(objective, x).run());
    }

    /** Whether a derivative is wrong, so that no answer that rests on it can be trusted. */
    public boolean failed() {
        return outcome == Outcome.FAILED;
    }

    static DerivativeAudit undecided(String why) {
        return without(Outcome.UNDECIDED, "whether the derivatives belong to the value cannot be told: " + why);
    }

    private static DerivativeAudit without(Outcome outcome, String message) {
        return new DerivativeAudit(outcome, null, -1, -1, Double.NaN, Double.NaN, message);
    }

    static DerivativeAudit wrongValue(double given, double value) {
        String message = "the value that comes with the gradient is not f: " + given + ", but f = " + value;
        return new DerivativeAudit(Outcome.FAILED, Subject.VALUE, -1, -1, given, value, message);
    }

    static DerivativeAudit wrongGradient(int entry, double given, double measured) {
        String message = "the gradient does not belong to the value: ∂f/∂x" + subscript(entry) + " = "
                + contrast(Subject.GRADIENT, given, measured) + " (entry " + entry + ", counted from 0)";
        return new DerivativeAudit(Outcome.FAILED, Subject.GRADIENT, entry, -1, given, measured, message);
    }

    static DerivativeAudit wrongHessian(Subject subject, int row, int column, double given, double measured) {
        String what = subject == Subject.HESSIAN ? "the Hessian does" : "products with the Hessian do";
        String message = what + " not belong to the gradient: ∂²f/∂x" + subscript(row) + "∂x" + subscript(column)
                + " = " + contrast(subject, given, measured) + " (entry " + row + ", " + column + ", counted from 0)";
        return new DerivativeAudit(Outcome.FAILED, subject, row, column, given, measured, message);
    }

    private static String contrast(Subject subject, double given, double measured) {
        // Six digits of a difference quotient are as many as anyone compares.
        double rounded = new BigDecimal(measured).round(new MathContext(6)).doubleValue();
        return given + ", but differences of " + subject.differenced + " give " + rounded;
    }

    /** The index as mathematics writes it, from 1: ₁ for entry 0. */
    private static String subscript(int entry) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(entry + 1).toCharArray()) {
            text.append((char) (digit - '0' + '₀'));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return message;
    }
}
