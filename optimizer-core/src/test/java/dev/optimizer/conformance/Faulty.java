package dev.optimizer.conformance;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.testing.Forwarding;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A formula as if written by hand, with a fault in its derivatives. */
final class Faulty extends Forwarding {
    /** What is wrong: each method spoils an array that is right. */
    interface Fault {
        /** @param value f at the point */
        default void gradient(double value, INDArray g) {}

        default void hessian(INDArray h) {}

        default void product(INDArray v, INDArray hv) {}
    }

    private final Fault fault;

    Faulty(String formula, Fault fault) {
        super(FormulaObjective.of(formula));
        this.fault = fault;
    }

    @Override
    public double gradient(INDArray x, INDArray g) {
        double value = super.gradient(x, g);
        fault.gradient(value, g);
        return value;
    }

    @Override
    public void hessian(INDArray x, INDArray h) {
        super.hessian(x, h);
        fault.hessian(h);
    }

    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        super.hessianVector(x, v, hv);
        fault.product(v, hv);
    }
}
