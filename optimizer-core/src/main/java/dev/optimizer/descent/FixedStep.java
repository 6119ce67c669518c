package dev.optimizer.descent;

/**
 * A step length that is fixed beforehand, whatever comes of it: the first step of the run, every time or times the factor of
 * a {@link Schedule}. Evaluates nothing.
 */
public final class FixedStep implements StepRule {
    private final Schedule schedule;
    private double initial;
    private long k;

    /** The textbook's constant step. */
    public FixedStep() {
        this(Schedule.constant());
    }

    public FixedStep(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void start() {
        initial = 0;
        k = 0;
    }

    @Override
    public double search(Line phi, double value0, double slope0, double first) {
        initial = k == 0 ? first : initial;
        return initial * schedule.factor(k++);
    }

    @Override
    public boolean needsDescent() {
        return false;
    }
}
