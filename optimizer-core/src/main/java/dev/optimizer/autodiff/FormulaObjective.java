package dev.optimizer.autodiff;

import dev.optimizer.formula.Formula;
import dev.optimizer.linalg.Buffers;
import dev.optimizer.objective.TwiceDifferentiable;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A formula as an objective: value, gradient, Hessian and Hessian-vector product, exact up to rounding.
 *
 * <p>The entries of x are the formula's variables in order. What a derivative program needs is built when it is first
 * called; after that nothing is allocated, on or off the heap. One instance serves one thread at a time, for it owns its
 * registers. Arrays of the wrong length or type are refused with an IllegalArgumentException that names the argument.
 */
public final class FormulaObjective implements TwiceDifferentiable {
    private final Formula formula;
    private final Differentiated derivatives;
    private final int n;
    private final Machine value;
    private final double[] vector;
    private Machine gradient;
    private Machine hessian;
    private Machine hessianVector;
    private double[] matrix;

    private FormulaObjective(Formula formula) {
        if (formula.variables().isEmpty()) {
            throw new IllegalArgumentException("the formula has no variable: " + formula.text());
        }
        this.formula = formula;
        this.derivatives = new Differentiated(formula);
        this.n = formula.variables().size();
        this.value = new Machine(derivatives.value());
        this.vector = new double[n];
    }

    /**
     * The objective that a text describes; its variables stand in the order of first occurrence.
     *
     * @throws dev.optimizer.formula.FormulaException if the text is not a formula
     * @throws IllegalArgumentException if it has no variable
     */
    public static FormulaObjective of(String text) {
        return of(Formula.parse(text));
    }

    /**
     * The objective that a formula describes.
     *
     * @throws dev.optimizer.formula.FormulaException if its value is not a scalar
     * @throws IllegalArgumentException if it has no variable
     */
    public static FormulaObjective of(Formula formula) {
        return new FormulaObjective(formula.requireScalar());
    }

    public Formula formula() {
        return formula;
    }

    /** The variables in the order of the entries of x. */
    public List<String> variables() {
        return formula.variables();
    }

    @Override
    public long dimension() {
        return n;
    }

    @Override
    public double value(INDArray x) {
        run(value, x);
        return value.result(0);
    }

    @Override
    public double gradient(INDArray x, INDArray g) {
        Buffers.require("g", g, n);
        if (gradient == null) {
            gradient = new Machine(derivatives.gradient());
        }
        run(gradient, x);
        write(gradient, vector, g);
        return gradient.result(n);
    }

    @Override
    public void hessian(INDArray x, INDArray h) {
        Buffers.require("h", h, (long) n * n);
        if (hessian == null) {
            hessian = new Machine(derivatives.hessian());
            matrix = new double[n * n];
        }
        run(hessian, x);
        write(hessian, matrix, h);
    }

    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        Buffers.require("v", v, n);
        Buffers.require("hv", hv, n);
        if (hessianVector == null) {
            hessianVector = new Machine(derivatives.hessianVector());
        }
        Buffers.read(v, vector);
        System.arraycopy(vector, 0, hessianVector.inputs(), n, n);
        run(hessianVector, x);
        write(hessianVector, vector, hv);
    }

    private void run(Machine machine, INDArray x) {
        Buffers.require("x", x, n);
        Buffers.read(x, machine.inputs());
        machine.run();
    }

    private static void write(Machine machine, double[] scratch, INDArray to) {
        for (int i = 0; i < scratch.length; i++) {
            scratch[i] = machine.result(i);
        }
        Buffers.write(scratch, to);
    }
}
