package dev.optimizer.descent;

/**
 * The line search of Hager and Zhang 2005 (SIAM J. Optim. 16, 170–192, section 4; ACM TOMS 32, 2006, Algorithm 851). It ends at a
 * step that satisfies the Wolfe conditions, φ(α) − φ(0) ≤ δ·α·φ′(0) and φ′(α) ≥ σ·φ′(0), or near round-off the approximate
 * ones, (2δ − 1)·φ′(0) ≥ φ′(α) ≥ σ·φ′(0) with φ(α) ≤ φ(0) + ε·|φ(0)| (their T1 and T2): slopes are right to full precision
 * where values only tell half the digits.
 *
 * <p>The bracket [a, b] always has φ′(a) &lt; 0, φ(a) ≤ φ(0) + ε·|φ(0)| and φ′(b) ≥ 0 (their eq. 4.4). A trial where φ is not
 * finite went too far, as one with too high a value did.
 */
public final class HagerZhang implements StepRule {
    /** δ of the paper. */
    public static final double DEFAULT_DELTA = 0.1;

    /** σ of the paper. */
    public static final double DEFAULT_SIGMA = 0.9;

    /** ε of the paper: how much φ may rise, relative to φ(0), where the slopes say that the step is good. */
    private static final double EPSILON = 1e-6;

    /** θ of the paper: where [a, b] is divided in the update. */
    private static final double THETA = 0.5;

    /** γ of the paper: the interval has to shrink by this factor, or it is halved. */
    private static final double GAMMA = 0.66;

    /** ρ of the paper: the growth of trials until the minimum is bracketed. */
    private static final double RHO = 5;

    /** After a trial that is not finite, the next goes this part of the way. */
    private static final double RETREAT = 0.1;

    /** The relative width at which a bracket is as good as a point. */
    private static final double WIDTH_TOLERANCE = 4 * Math.ulp(1.0);

    private static final int TRIALS = 60;

    private final double delta;
    private final double sigma;
    private final SufficientDecrease decrease;

    private Line phi;
    private double value0;
    private double slope0;
    private double ceiling;

    private double alpha;
    private double value;
    private double slope;
    private int trials;
    private boolean found;

    private double a;
    private double slopeA;
    private double b;
    private double slopeB;
    private double lowest;
    private double lowestValue;

    public HagerZhang() {
        this(DEFAULT_DELTA, DEFAULT_SIGMA);
    }

    /**
     * @param delta δ, the fraction of the predicted decrease to insist on, in (0, 0.5)
     * @param sigma σ, the fraction of the slope that may remain, in [δ, 1)
     */
    public HagerZhang(double delta, double sigma) {
        if (!(delta > 0 && delta < 0.5)) {
            throw new IllegalArgumentException("delta must lie in (0, 0.5): " + delta);
        }
        if (!(sigma >= delta && sigma < 1)) {
            throw new IllegalArgumentException("sigma must lie in [delta, 1) with delta = " + delta + ": " + sigma);
        }
        this.delta = delta;
        this.sigma = sigma;
        this.decrease = new SufficientDecrease(delta);
    }

    @Override
    public double search(Line line, double valueAt0, double slopeAt0, double first) {
        begin(line, valueAt0, slopeAt0);
        if (bracket(first)) {
            narrow();
        }
        if (found) {
            return alpha;
        }
        // A lower point is progress, even where the slope stays steep up to the wall.
        return lowest > 0 && decrease.holds(phi, lowest, value0, slope0, true) ? lowest : 0;
    }

    private void begin(Line line, double valueAt0, double slopeAt0) {
        phi = line;
        value0 = valueAt0;
        slope0 = slopeAt0;
        ceiling = valueAt0 + EPSILON * Math.abs(valueAt0);
        trials = 0;
        found = false;
        a = 0;
        slopeA = slopeAt0;
        lowest = 0;
        lowestValue = valueAt0;
    }

    /** The steps L1 and L2. */
    private void narrow() {
        while (isOpen(b)) {
            double width = b - a;
            secantSquared();
            if (isOpen(b) && b - a > GAMMA * width) {
                update(a + (b - a) / 2);
            }
        }
    }

    /** Whether the search goes on between a and {@code high}. */
    private boolean isOpen(double high) {
        return !found && trials < TRIALS && high - a > WIDTH_TOLERANCE * high;
    }

    private void evaluate(double at) {
        trials++;
        alpha = at;
        // The slope first: the value is a by-product of the gradient, not the other way round.
        slope = phi.slope(at);
        value = phi.value(at);
        if (!Double.isFinite(value) || !Double.isFinite(slope)) {
            slope = Double.NaN;
            value = Double.POSITIVE_INFINITY;
        } else if (value < lowestValue) {
            lowest = at;
            lowestValue = value;
        }
        boolean wolfe = value - value0 <= delta * at * slope0;
        boolean approximateWolfe = slope <= (2 * delta - 1) * slope0 && value <= ceiling;
        found = slope >= sigma * slope0 && (wolfe || approximateWolfe);
    }

    /** Steps B0 to B3: goes farther until a minimum is between a and b; false if the search is over without that. */
    private boolean bracket(double first) {
        double next = first;
        while (trials < TRIALS && next < Double.POSITIVE_INFINITY) {
            evaluate(next);
            if (found) {
                return false;
            }
            if (slope >= 0) {
                setB();
                return true;
            }
            if (!(value <= ceiling)) {
                return contract(next);
            }
            setA();
            next = RHO * next;
        }
        return false;
    }

    /**
     * Step U3: between a, where φ falls, and a point that is too high or not finite there is one where φ rises; false if the
     * search is over without it.
     */
    private boolean contract(double tooHigh) {
        double high = tooHigh;
        while (isOpen(high)) {
            double part = value == Double.POSITIVE_INFINITY ? RETREAT : THETA;
            evaluate(a + part * (high - a));
            if (slope >= 0) {
                setB();
                return !found;
            }
            if (value <= ceiling) {
                setA();
            } else {
                high = alpha;
            }
        }
        b = high;
        slopeB = Double.NaN;
        return false;
    }

    /** Steps U0 to U2: takes a trial between a and b into the bracket. */
    private void update(double next) {
        if (!(next > a && next < b) || trials >= TRIALS) {
            return;
        }
        evaluate(next);
        if (slope >= 0) {
            setB();
        } else if (value <= ceiling) {
            setA();
        } else if (!contract(next)) {
            trials = TRIALS;
        }
    }

    /** Steps S1 to S4: a secant step, and another from the end that it replaced. */
    private void secantSquared() {
        double oldA = a;
        double oldSlopeA = slopeA;
        double oldB = b;
        double oldSlopeB = slopeB;
        double next = secant(a, slopeA, b, slopeB);
        update(next);
        if (!isOpen(b)) {
            return;
        }
        if (next == b) {
            update(secant(oldB, oldSlopeB, b, slopeB));
        } else if (next == a) {
            update(secant(oldA, oldSlopeA, a, slopeA));
        }
    }

    /** Where the line through two slopes is zero. */
    private static double secant(double a, double slopeA, double b, double slopeB) {
        return (a * slopeB - b * slopeA) / (slopeB - slopeA);
    }

    private void setA() {
        a = alpha;
        slopeA = slope;
    }

    private void setB() {
        b = alpha;
        slopeB = slope;
    }
}
