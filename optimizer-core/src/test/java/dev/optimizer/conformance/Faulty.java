package dev.optimizer.conformance;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.objective.TwiceDifferentiable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A formula as if written by hand, with a fault in its derivatives. */
final class Faulty implements TwiceDifferentiable {
    /** What is wrong: each method spoils an array that is right. */
    interface Fault {
        /** @param value f at the point */
        default void gradient(double value, INDArray g) {}

        default void hessian(INDArray h) {}

        default void product(INDArray v, INDArray hv) {}
    }

    private final FormulaObjective right;
    private final Fault fault;

    Faulty(String formula, Fault fault) {
        this.right = FormulaObjective.of(formula);
        this.fault = fault;
    }

    @Override
    public long dimension() {
        return right.dimension();
    }

    @Override
    public double value(INDArray x) {
        return right.value(x);
    }

    @Override
    public double gradient(INDArray x, INDArray g) {
        double value = right.gradient(x, g);
        fault.gradient(value, g);
        return value;
    }

    @Override
    public void hessian(INDArray x, INDArray h) {
        right.hessian(x, h);
        fault.hessian(h);
    }

    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        right.hessianVector(x, v, hv);
        fault.product(v, hv);
    }
}
