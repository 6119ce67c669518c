package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.Solver;
import dev.optimizer.solver.Status;

/**
 * The line search method: p from a {@link Direction}, α from a {@link StepRule}, x ← x + αp (Nocedal and Wright,
 * chapter 3).
 *
 * <p>When a direction does not descend, or no step along it is found, the solver tries −∇f once; then it reports.
 */
public final class LineSearchSolver implements Solver {
    private final Direction direction;
    private final StepRule rule;
    private final FirstStep firstStep;
    private Vector p;
    private PointLine line;
    private double stepLength;

    private LineSearchSolver(Direction direction, StepRule rule, FirstStep firstStep) {
        this.direction = direction;
        this.rule = rule;
        this.firstStep = firstStep;
    }

    /** Any direction with any rule; the first step to try is found by {@link FirstStep#automatic}. */
    public static LineSearchSolver of(Direction direction, StepRule rule) {
        return new LineSearchSolver(direction, rule, FirstStep.automatic(direction.isWellScaled()));
    }

    /** Any direction with any rule, trying the same first step every time; with {@link FixedStep} that is the step. */
    public static LineSearchSolver of(Direction direction, StepRule rule, double firstStep) {
        return new LineSearchSolver(direction, rule, FirstStep.always(firstStep));
    }

    /** Steepest descent with Armijo backtracking. */
    public static LineSearchSolver gradientDescent() {
        return of(new SteepestDescent(), new ArmijoBacktracking());
    }

    /** Newton's method with flipped eigenvalues and Armijo backtracking: it descends from anywhere. */
    public static LineSearchSolver newton() {
        return of(new Newton(HessianModification.FLIP), new ArmijoBacktracking());
    }

    /** The textbook's Newton method: the full step every time, whatever the Hessian. */
    public static LineSearchSolver pureNewton() {
        return of(new Newton(HessianModification.NONE), new FixedStep(), 1);
    }

    @Override
    public void start(Point x0) {
        p = Vector.zeros(x0.dimension());
        line = new PointLine(p);
        direction.start(x0);
        firstStep.start();
    }

    @Override
    public double stepLength() {
        return stepLength;
    }

    @Override
    public Status step(Point current, Point trial) {
        direction.compute(current, p);
        stepLength = search(current, trial);
        if (stepLength == 0 && direction.hasFallback() && rule.needsDescent()) {
            direction.start(current);
            p.copy(current.gradient());
            p.scale(-1);
            stepLength = search(current, trial);
        }
        if (stepLength == 0) {
            return line.isAtRoundOff() ? Status.STALLED : Status.LINE_SEARCH_FAILED;
        }
        line.moveTo(stepLength);
        direction.accept(current, trial);
        firstStep.accept(stepLength);
        return Status.RUNNING;
    }

    /** The step length along p, or 0 when p does not descend or no step is found. */
    private double search(Point current, Point trial) {
        line.start(current, trial);
        double slope0 = line.slope0();
        if (rule.needsDescent() && !(slope0 < 0 && p.isFinite())) {
            return 0;
        }
        return rule.search(line, current.value(), slope0, firstStep.length(current, slope0));
    }
}
