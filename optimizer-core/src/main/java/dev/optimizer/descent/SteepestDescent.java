package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/** p = −∇f(x), the direction of steepest descent (Cauchy 1847). */
public final class SteepestDescent implements Direction {
    @Override
    public void start(Point x0) {}

    @Override
    public void compute(Point at, Vector p) {
        p.copy(at.gradient());
        p.scale(-1);
    }

    @Override
    public boolean isWellScaled() {
        return false;
    }

    @Override
    public boolean hasFallback() {
        return false;
    }
}
