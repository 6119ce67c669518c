package dev.optimizer.trustregion;

import dev.optimizer.linalg.TruncatedConjugateGradient;
import dev.optimizer.linalg.TruncatedConjugateGradient.Ending;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * Conjugate gradients, to the edge of the region at most (Steihaug 1983; Toint 1981): for many variables, by products of the
 * Hessian with vectors alone.
 */
public final class SteihaugToint extends Subproblem {
    private Forcing forcing;
    private OperatorModel model;
    private TruncatedConjugateGradient conjugateGradient;
    private int most;

    @Override
    QuadraticModel allocate(Point x0) {
        int n = x0.dimension();
        model = new OperatorModel(n);
        conjugateGradient = new TruncatedConjugateGradient(n);
        forcing = new Forcing();
        most = Forcing.mostProducts(n);
        return model;
    }

    @Override
    void begin() {
        forcing.begin();
    }

    @Override
    void reset() {
        forcing.next(model.gradient());
    }

    @Override
    double solve(double size, Vector s) {
        Ending ending = conjugateGradient.solve(model, model.gradient(), forcing.tolerance(), size, most, s);
        return ending == Ending.NOT_FINITE ? Double.NaN : conjugateGradient.decrease();
    }
}
