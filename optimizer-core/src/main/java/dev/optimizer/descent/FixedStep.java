package dev.optimizer.descent;

/** The same step length every time, whatever comes of it: the textbook's constant step. Evaluates nothing. */
public final class FixedStep implements StepRule {
    @Override
    public double search(Line phi, double value0, double slope0, double first) {
        return first;
    }

    @Override
    public boolean needsDescent() {
        return false;
    }
}
