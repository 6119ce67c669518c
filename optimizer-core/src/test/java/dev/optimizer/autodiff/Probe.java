package dev.optimizer.autodiff;

import dev.optimizer.formula.Formula;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An objective for tests that speak in Java arrays; its INDArrays are taken once. */
final class Probe {
    private final FormulaObjective objective;
    private final int n;
    private final INDArray x;
    private final INDArray v;
    private final INDArray g;
    private final INDArray h;

    private Probe(FormulaObjective objective) {
        this.objective = objective;
        this.n = (int) objective.dimension();
        this.x = Nd4j.create(new double[n]);
        this.v = Nd4j.create(new double[n]);
        this.g = Nd4j.create(new double[n]);
        this.h = Nd4j.create(new double[n][n]);
    }

    static Probe of(String text) {
        return new Probe(FormulaObjective.of(text));
    }

    static Probe of(Formula formula) {
        return new Probe(FormulaObjective.of(formula));
    }

    static Probe of(FormulaObjective objective) {
        return new Probe(objective);
    }

    FormulaObjective objective() {
        return objective;
    }

    int dimension() {
        return n;
    }

    double value(double... at) {
        return objective.value(put(x, at));
    }

    /** The value that comes with the gradient. */
    double valueOfGradient(double... at) {
        return objective.gradient(put(x, at), g);
    }

    double[] gradient(double... at) {
        objective.gradient(put(x, at), g);
        return get(g);
    }

    double[][] hessian(double... at) {
        objective.hessian(put(x, at), h);
        double[][] rows = new double[n][n];
        for (int i = 0; i < n * n; i++) {
            rows[i / n][i % n] = h.getDouble(i / n, i % n);
        }
        return rows;
    }

    double[] hessianVector(double[] at, double[] direction) {
        objective.hessianVector(put(x, at), put(v, direction), g);
        return get(g);
    }

    private static INDArray put(INDArray array, double[] values) {
        for (int i = 0; i < values.length; i++) {
            array.putScalar(i, values[i]);
        }
        return array;
    }

    private static double[] get(INDArray array) {
        double[] values = new double[(int) array.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getDouble(i);
        }
        return values;
    }
}
