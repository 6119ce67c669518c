package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.Solver;
import dev.optimizer.solver.Status;

/**
 * The line search method: p from a {@link Direction}, α from a {@link StepRule}, x ← x + αp (Nocedal and Wright,
 * chapter 3).
 *
 * <p>When a direction does not descend, or no step along it is found, the solver tries −∇f once; then it reports. Where ∇f
 * vanishes the direction is asked for negative curvature ({@link Direction#leaves}), and the solver goes along that.
 */
public final class LineSearchSolver implements Solver {
    /** An escape is tried first with a step of this part of the size of x, as a first step is in {@link FirstStep}. */
    private static final double ESCAPE_FRACTION = 0.01;

    private static final StepRule ESCAPE = new EscapeStep();

    private final Direction direction;
    private final StepRule rule;
    private final FirstStep firstStep;
    private Vector p;
    private PointLine line;
    private double stepLength;
    private boolean escaping;

    private LineSearchSolver(Direction direction, StepRule rule, FirstStep firstStep) {
        this.direction = direction;
        this.rule = rule;
        this.firstStep = firstStep;
    }

    /** Any direction with any rule; the first step to try is found by {@link FirstStep#automatic}. */
    public static LineSearchSolver of(Direction direction, StepRule rule) {
        return new LineSearchSolver(direction, rule, FirstStep.automatic(direction));
    }

    /** Any direction with any rule, trying the same first step every time; with {@link FixedStep} that is the step. */
    public static LineSearchSolver of(Direction direction, StepRule rule, double firstStep) {
        return new LineSearchSolver(direction, rule, FirstStep.always(firstStep));
    }

    /** Steepest descent with Armijo backtracking. */
    public static LineSearchSolver gradientDescent() {
        return of(new SteepestDescent(), new ArmijoBacktracking());
    }

    /** BFGS with a strong Wolfe search. */
    public static LineSearchSolver bfgs() {
        return of(new Bfgs(), new MoreThuente());
    }

    /** L-BFGS with a strong Wolfe search, remembering {@link LimitedMemoryBfgs#DEFAULT_MEMORY} steps. */
    public static LineSearchSolver lbfgs() {
        return of(new LimitedMemoryBfgs(), new MoreThuente());
    }

    /** Conjugate gradients with Hager and Zhang's β and a strong Wolfe search that leaves a tenth of the slope. */
    public static LineSearchSolver conjugateGradient() {
        return of(
                new ConjugateGradient(), new MoreThuente(ArmijoBacktracking.DEFAULT_C1, ConjugateGradient.DEFAULT_C2));
    }

    /** Newton's method with flipped eigenvalues and Armijo backtracking: it descends from anywhere. */
    public static LineSearchSolver newton() {
        return of(new Newton(HessianModification.FLIP), new ArmijoBacktracking());
    }

    /** The textbook's Newton method: the full step every time, whatever the Hessian. */
    public static LineSearchSolver pureNewton() {
        return of(new Newton(HessianModification.NONE), new FixedStep(), 1);
    }

    /** Newton's method by conjugate gradients with strong Wolfe steps: no Hessian is formed, and saddles are left. */
    public static LineSearchSolver newtonCg() {
        return of(new NewtonCg(), new MoreThuente());
    }

    /** Adam with the constants of its paper and the step length {@value Adam#DEFAULT_STEP}. */
    public static LineSearchSolver adam() {
        return of(new Adam(), new FixedStep(), Adam.DEFAULT_STEP);
    }

    @Override
    public void start(Point x0) {
        if (p == null || p.length() != x0.dimension()) {
            p = Vector.zeros(x0.dimension());
            line = new PointLine(p);
        }
        escaping = false;
        direction.start(x0);
        rule.start();
        firstStep.start();
    }

    @Override
    public boolean isContentAt(Point stationary) {
        escaping = direction.leaves(stationary, p);
        return !escaping;
    }

    @Override
    public double stepLength() {
        return stepLength;
    }

    @Override
    public Status step(Point current, Point trial) {
        if (escaping) {
            return escape(current, trial);
        }
        direction.compute(current, p);
        stepLength = search(current, trial);
        // Where the direction's own step is too short to show in f, the first trial along −∇f is of another scale.
        boolean atRoundOff = line.isAtRoundOff();
        if (stepLength == 0 && direction.hasFallback() && rule.needsDescent()) {
            direction.start(current);
            p.copy(current.gradient());
            p.scale(-1);
            stepLength = search(current, trial);
        }
        if (stepLength == 0) {
            return atRoundOff || line.isAtRoundOff() ? Status.STALLED : Status.LINE_SEARCH_FAILED;
        }
        line.moveTo(stepLength);
        direction.accept(current, trial);
        firstStep.accept(stepLength);
        return Status.RUNNING;
    }

    /** Steps along the negative curvature in p; a point that f does not fall from is as good as this method gets. */
    private Status escape(Point current, Point trial) {
        escaping = false;
        line.start(current, trial);
        double size = current.x().normInf();
        double first = size > 0 ? ESCAPE_FRACTION * size : 1;
        stepLength = ESCAPE.search(line, current.value(), line.slope0(), first);
        if (stepLength == 0) {
            return Status.STALLED;
        }
        line.moveTo(stepLength);
        return Status.RUNNING;
    }

    /** The step length along p, or 0 when p does not descend or no step is found. */
    private double search(Point current, Point trial) {
        line.start(current, trial);
        double slope0 = line.slope0();
        // With a finite ∇f a slope that is finite means that p is; one that overflows does not tell.
        boolean descends = slope0 < 0 && (slope0 > Double.NEGATIVE_INFINITY || p.isFinite());
        if (rule.needsDescent() && !descends) {
            return 0;
        }
        return rule.search(line, current.value(), slope0, firstStep.length(current, slope0));
    }
}
