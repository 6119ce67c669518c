package dev.optimizer.testing;

import dev.optimizer.objective.TwiceDifferentiable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An objective as if written by hand: the same values and derivatives, audited, and without the pattern of its Hessian. */
public class Forwarding implements TwiceDifferentiable {
    private final TwiceDifferentiable objective;

    public Forwarding(TwiceDifferentiable objective) {
        this.objective = objective;
    }

    @Override
    public long dimension() {
        return objective.dimension();
    }

    @Override
    public double value(INDArray x) {
        return objective.value(x);
    }

    @Override
    public double gradient(INDArray x, INDArray g) {
        return objective.gradient(x, g);
    }

    @Override
    public void hessian(INDArray x, INDArray h) {
        objective.hessian(x, h);
    }

    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        objective.hessianVector(x, v, hv);
    }
}
