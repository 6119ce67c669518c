package dev.optimizer.descent;

/**
 * The step of Barzilai and Borwein 1988 (IMA J. Numer. Anal. 8, 141–148) along −∇f, made safe by a nonmonotone Armijo
 * condition (Raydan 1997, SIAM J. Optim. 7, 26–33): f may rise now and then, which is what makes the method fast, but not
 * above the largest of its last values.
 *
 * <p>With s the last step and y the change of the gradient, the first trial is sᵀs/sᵀy or sᵀy/yᵀy. As s = −α∇f, both are
 * known from slopes alone: −φ′(0) is ‖∇f‖² before the step, −φ′(α) its product with ∇f after it. Nothing is evaluated for
 * them. Where sᵀy ≤ 0 the curvature is negative, and the trial is the step tried first otherwise. The rule is for {@link
 * SteepestDescent} only.
 */
public final class BarzilaiBorwein implements StepRule {
    /** Which of the two quotients. */
    public enum Formula {
        /** sᵀs/sᵀy, the longer. */
        LONG("long"),

        /** sᵀy/yᵀy, the shorter. */
        SHORT("short"),

        /** The two in turn (Dai and Fletcher 2005, section 1), the longer first. */
        ALTERNATING("alternating");

        private final String word;

        Formula(String word) {
            this.word = word;
        }

        /** The word that stands in configs. */
        public String word() {
            return word;
        }
    }

    /** M of Raydan 1997, after Grippo, Lampariello and Lucidi 1986. */
    public static final int DEFAULT_MEMORY = 10;

    private final Formula formula;
    private final ArmijoBacktracking backtracking;
    private double lastStep;
    private double lastSlope0;
    private double lastSlope;
    private boolean shortNext;

    public BarzilaiBorwein() {
        this(Formula.ALTERNATING, ArmijoBacktracking.DEFAULT_C1, DEFAULT_MEMORY);
    }

    /**
     * @param c1 the fraction of the predicted decrease to insist on, in (0, 0.5)
     * @param memory the number of values of f whose largest must not be exceeded, at least 1
     */
    public BarzilaiBorwein(Formula formula, double c1, int memory) {
        this.formula = formula;
        this.backtracking = new ArmijoBacktracking(c1, memory);
    }

    @Override
    public void start() {
        backtracking.start();
        lastStep = 0;
        shortNext = formula == Formula.SHORT;
    }

    @Override
    public double search(Line phi, double value0, double slope0, double first) {
        double quotient = lastStep == 0 ? first : quotient(slope0);
        boolean usable = quotient > 0 && quotient < Double.POSITIVE_INFINITY;
        lastStep = backtracking.search(phi, value0, slope0, usable ? quotient : first);
        if (lastStep > 0) {
            lastSlope0 = slope0;
            lastSlope = phi.slope(lastStep);
        }
        return lastStep;
    }

    /** @param slope0 −‖∇f‖² after the last step */
    private double quotient(double slope0) {
        double longer = lastStep * lastSlope0 / (lastSlope0 - lastSlope);
        boolean takeShorter = shortNext;
        shortNext = formula == Formula.ALTERNATING ? !shortNext : shortNext;
        if (!takeShorter) {
            return longer;
        }
        double yy = -slope0 + 2 * lastSlope - lastSlope0;
        double shorter = lastStep * (lastSlope - lastSlope0) / yy;
        // By Cauchy and Schwarz it is the shorter one, unless yᵀy has cancelled.
        return shorter > 0 && shorter < longer ? shorter : longer;
    }
}
