package dev.optimizer.solver;

/** What is known after an iteration: the view that criteria and observers get. Reused; copy what you keep. */
public final class Progress {
    private final Evaluations evaluations;
    private Point point;
    private long iteration;
    private double stepNorm;
    private double stepLength;
    private double previousValue;
    private double seconds;

    Progress(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    void begin(Point at) {
        point = at;
        iteration = 0;
        stepNorm = Double.NaN;
        stepLength = Double.NaN;
        previousValue = Double.NaN;
        seconds = 0;
    }

    void advance(Point to, double previousValue, double stepNorm, double stepLength) {
        this.point = to;
        this.iteration++;
        this.previousValue = previousValue;
        this.stepNorm = stepNorm;
        this.stepLength = stepLength;
    }

    void clock(double elapsed) {
        seconds = elapsed;
    }

    /** The number of steps taken; 0 at the start. */
    public long iteration() {
        return iteration;
    }

    /** The current iterate x_k. Its value and gradient are known already. */
    public Point point() {
        return point;
    }

    /** Evaluations so far. */
    public Evaluations evaluations() {
        return evaluations;
    }

    /** ‖x_k − x_{k−1}‖∞; NaN at the start. */
    public double stepNorm() {
        return stepNorm;
    }

    /** The step length α, or the radius of a trust region; NaN at the start. */
    public double stepLength() {
        return stepLength;
    }

    /** f(x_k) − f(x_{k−1}); NaN at the start. */
    public double valueChange() {
        return point.value() - previousValue;
    }

    /** Time since the start in seconds, without that of observers. */
    public double seconds() {
        return seconds;
    }
}
