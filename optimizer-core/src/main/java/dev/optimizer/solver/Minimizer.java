package dev.optimizer.solver;

import dev.optimizer.linalg.Buffers;
import dev.optimizer.objective.DerivativeAudit;
import dev.optimizer.objective.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loop that every method runs in: stop or step, and at the end the truth about it.
 *
 * <pre>{@code
 * Result result = new Minimizer(LineSearchSolver.newton()).minimize(objective, x0);
 * }</pre>
 *
 * <p>The final point is where the run converged; a run that did not converge gives back the best point it found. Beyond
 * its stopping rules a run ends when it stands still, when it steps to where f or ∇f is not finite, when |x| passes
 * {@link #INFINITY}, or −f that many times |f(x0)|. A minimizer serves one run at a time, and keeps
 * the memory of a run for the next one with the same objective.
 *
 * <p>Derivatives that a user wrote are audited at the start, and once more where no step is found or steps
 * run out ({@link DerivativeAudit}); the run goes on either way, and its result says what came out. Evaluations and time of the audit are not
 * the run's.
 */
public final class Minimizer {
    /** What counts as infinitely far or low: the customary 10²⁰ of CUTEst and Ipopt ({@code diverging_iterates_tol}). */
    public static final double INFINITY = 1e20;

    private final Solver solver;
    private final List<Observer> observers = new ArrayList<>();
    private StoppingRules rules = StoppingRules.defaults();
    private StoppingCriterion interruption = progress -> Optional.empty();
    private LongSupplier nanoTime = System::nanoTime;
    private boolean audits = true;
    private Run run;

    public Minimizer(Solver solver) {
        this.solver = Objects.requireNonNull(solver, "solver");
    }

    /** Sets the stopping rules; {@link StoppingRules#defaults()} otherwise. */
    public Minimizer stop(StoppingRules rules) {
        this.rules = Objects.requireNonNull(rules, "rules");
        return this;
    }

    /** Adds a criterion that is asked after the stopping rules: a user's own, or a program's wish to end. */
    public Minimizer stopAlso(StoppingCriterion criterion) {
        this.interruption = Objects.requireNonNull(criterion, "criterion");
        return this;
    }

    /** Adds an observer. */
    public Minimizer observe(Observer observer) {
        observers.add(Objects.requireNonNull(observer, "observer"));
        return this;
    }

    /** Leaves the audit out, for objectives of which even some fifty evaluations are too dear. */
    public Minimizer withoutAudit() {
        this.audits = false;
        return this;
    }

    /** Replaces the clock, {@link System#nanoTime} otherwise. */
    public Minimizer clock(LongSupplier nanoTime) {
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
        return this;
    }

    /**
     * Minimises f from x0.
     *
     * @param objective the function; it must offer what the solver needs
     * @param x0 (Input) the start, {@code objective.dimension()} doubles. Not modified, not kept.
     * @throws IllegalArgumentException if x0 does not fit, or the solver needs derivatives that are not offered
     */
    public Result minimize(Objective objective, INDArray x0) {
        Buffers.require("x0", x0, objective.dimension());
        if (run == null || run.objective != objective) {
            run = new Run(objective);
        }
        return run.from(x0);
    }

    /** The state of a run, taken once for all runs of an objective. */
    private final class Run {
        private final Objective objective;
        private final Evaluations evaluations = new Evaluations();
        private final Progress progress = new Progress(evaluations);
        private final RecentSteps steps = new RecentSteps();
        private final SecondOrderTest secondOrderTest = new SecondOrderTest();
        private Stopwatch stopwatch;
        private Point current;
        private Point trial;
        private Point best;
        private boolean bestIsSet;
        private double startValue;
        /** ‖x‖∞ is at most this: the norm at some iterate and the steps since. */
        private double reach;

        private DerivativeAudit audit = DerivativeAudit.NOT_MADE;

        Run(Objective objective) {
            this.objective = objective;
            this.current = new Point(objective, evaluations);
            this.trial = new Point(objective, evaluations);
            this.best = new Point(objective, evaluations);
        }

        Result from(INDArray x0) {
            evaluations.reset();
            steps.clear();
            stopwatch = new Stopwatch(nanoTime);
            bestIsSet = false;
            audit = DerivativeAudit.NOT_MADE;
            current.moveTo(x0);
            return run();
        }

        private Result run() {
            audit(current);
            stopwatch.start();
            progress.begin(current);
            Ending ending = startIsFinite() ? null : notFinite("start", current.value(), current.gradientNorm());
            startValue = current.value();
            reach = current.x().normInf();
            show();
            if (ending == null) {
                solver.start(current);
                ending = check();
            }
            while (ending == null) {
                Status status = solver.step(current, trial);
                ending = status == Status.RUNNING ? advance() : new Ending(status, "step", solver.stepLength(), 0);
            }
            return conclude(ending);
        }

        /** Audits the derivatives; an earlier failure is not forgotten. */
        private void audit(Point at) {
            if (audits && objective.isAudited() && !audit.failed()) {
                audit = DerivativeAudit.at(objective, at.x());
            }
        }

        private boolean startIsFinite() {
            return Double.isFinite(current.gradientNorm()) && Double.isFinite(current.value());
        }

        private boolean isConverged(Point at) {
            return at.gradientNorm() <= rules.gradientNorm() && Double.isFinite(at.value());
        }

        /** Takes the trial as the new iterate; the ending if that ends the run. */
        private Ending advance() {
            double stepNorm = trial.x().distanceInf(current.x());
            if (stepNorm == 0) {
                return new Ending(Status.STALLED, "step_norm", 0, 0);
            }
            if (!Double.isFinite(stepNorm)) {
                return notFinite("step", stepNorm, stepNorm);
            }
            double gradientNorm = trial.gradientNorm();
            if (!Double.isFinite(trial.value()) || !Double.isFinite(gradientNorm)) {
                boolean far = !(trial.x().normInf() < INFINITY);
                String what = Double.isFinite(trial.value()) ? "gradient" : "value";
                return far ? diverged(trial) : notFinite(what, trial.value(), gradientNorm);
            }
            double previousValue = current.value();
            steps.add(stepNorm, current.gradientNorm());
            moveOn();
            reach += stepNorm;
            progress.advance(current, previousValue, stepNorm, solver.stepLength());
            show();
            Ending runaway = runaway();
            return runaway != null ? runaway : check();
        }

        /** The ending if the new iterate is infinitely low or far away. */
        private Ending runaway() {
            double low = -INFINITY * Math.max(1, Math.abs(startValue));
            if (current.value() <= low) {
                return new Ending(Status.UNBOUNDED, "value", current.value(), low);
            }
            if (reach < INFINITY) {
                return null;
            }
            reach = current.x().normInf();
            return reach < INFINITY ? null : diverged(current);
        }

        private static Ending diverged(Point at) {
            return new Ending(Status.DIVERGED, "x", at.x().normInf(), INFINITY);
        }

        /** @param gradientNorm what is not finite if the value is */
        private static Ending notFinite(String what, double value, double gradientNorm) {
            double measured = Double.isFinite(value) ? gradientNorm : value;
            return new Ending(Status.NOT_FINITE, what, measured, Double.MAX_VALUE);
        }

        /** current ← trial by exchanging roles; what was best before a rise is kept in {@code best}. */
        private void moveOn() {
            Point free = current;
            if (trial.value() > current.value() && !(bestIsSet && best.value() <= current.value())) {
                free = best;
                best = current;
                bestIsSet = true;
            }
            current = trial;
            trial = free;
        }

        private void show() {
            if (observers.isEmpty()) {
                return;
            }
            stopwatch.pause();
            progress.clock(stopwatch.seconds());
            for (int i = 0; i < observers.size(); i++) {
                observers.get(i).observe(progress);
            }
            stopwatch.start();
        }

        private Ending check() {
            if (stopwatch.isDue()) {
                progress.clock(stopwatch.look());
            }
            Optional<Ending> ending = rules.test(progress);
            if (ending.isPresent() && ending.get().status().isConvergence() && !solver.isContentAt(current)) {
                ending = rules.testProgress(progress);
            }
            return (ending.isPresent() ? ending : interruption.test(progress)).orElse(null);
        }

        /** Picks the final point, decides again whether it is stationary, and judges it on separate counts. */
        private Result conclude(Ending ending) {
            stopwatch.pause();
            Point end = !isConverged(current) && bestIsSet && best.value() <= current.value() ? best : current;
            if (mayBeMisled(ending)) {
                audit(end);
            }
            ConvergenceRate convergence =
                    steps.convergence(current.gradientNorm(), end.x().normInf());
            Evaluations solvers = evaluations.copy();
            return new Result(
                    end,
                    honest(ending, end),
                    progress.iteration(),
                    solvers,
                    verdict(end),
                    audit,
                    convergence,
                    stopwatch.seconds());
        }

        /**
         * Whether a wrong derivative would explain the ending: no step is found, or steps lead nowhere. Not where the time is
         * over, because an audit takes some.
         */
        private static boolean mayBeMisled(Ending ending) {
            return switch (ending.status()) {
                case LINE_SEARCH_FAILED, STALLED -> true;
                case BUDGET ->
                    ending.reason().equals("iterations") || ending.reason().equals("evaluations");
                default -> false;
            };
        }

        /** On the points that the run no longer needs: the objective has just seen their arrays, and may know them. */
        private Verdict verdict(Point end) {
            Point at = end == current ? trial : current;
            at.moveTo(end.x());
            Verdict verdict = secondOrderTest.judge(at, end == best ? trial : best, rules.gradientNorm());
            return audit.failed() ? verdict.withoutTrust() : verdict;
        }

        /** Whatever the run was ended by: converged is what the gradient says. */
        private Ending honest(Ending ending, Point end) {
            if (isConverged(end)) {
                return new Ending(Status.CONVERGED, "gradient_norm", end.gradientNorm(), rules.gradientNorm());
            }
            return ending.status().isConvergence()
                    ? new Ending(Status.STALLED, ending.reason(), ending.measured(), ending.threshold())
                    : ending;
        }
    }
}
