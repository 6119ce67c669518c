package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.Objective;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Point;

/** Walks by hand what a line search method does, with steps that a test chooses. */
final class Steps {
    private final Direction direction;
    private final Vector p;
    private Point current;
    private Point next;

    Steps(Objective objective, Direction direction, double... x0) {
        this.direction = direction;
        this.p = Vector.zeros(x0.length);
        this.current = new Point(objective, new Evaluations());
        this.next = new Point(objective, new Evaluations());
        current.moveTo(Vector.of(x0));
        direction.start(current);
    }

    /** The direction at the current point. */
    Vector direction() {
        direction.compute(current, p);
        return p;
    }

    /** Goes α times the direction computed last. */
    void go(double alpha) {
        next.moveTo(current, alpha, p);
        direction.accept(current, next);
        Point free = current;
        current = next;
        next = free;
    }

    /** Goes to the minimum along the direction, for f = ½xᵀAx + … with the Hessian at hand. */
    void goToTheMinimum() {
        Vector hp = Vector.zeros(p.length());
        direction();
        current.multiply(p, hp);
        go(-current.gradient().dot(p) / p.dot(hp));
    }

    Point current() {
        return current;
    }

    Point previous() {
        return next;
    }
}
