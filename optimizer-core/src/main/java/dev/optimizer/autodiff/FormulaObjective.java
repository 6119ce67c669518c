package dev.optimizer.autodiff;

import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.autodiff.lowering.Lowering;
import dev.optimizer.autodiff.program.ArrayEvaluator;
import dev.optimizer.autodiff.program.Evaluator;
import dev.optimizer.autodiff.program.ScalarEvaluator;
import dev.optimizer.formula.Expr;
import dev.optimizer.formula.Formula;
import dev.optimizer.objective.SparseHessian;
import dev.optimizer.objective.TwiceDifferentiable;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A formula as an objective: value, gradient, Hessian and Hessian-vector product, exact up to rounding.
 *
 * <p>The entries of x are those of the formula's variables in order, matrices row by row. What a derivative needs is built
 * when it is first asked for; after that nothing is allocated, on or off the heap. One instance serves one thread at a
 * time, for it owns its memory. Arrays of the wrong length or type are refused with an IllegalArgumentException that names
 * the argument.
 */
public final class FormulaObjective implements TwiceDifferentiable {
    private final Formula formula;
    private final int n;
    private final EvaluatedObjective objective;

    private FormulaObjective(Formula formula, Execution execution) {
        this.formula = formula.requireScalar();
        this.n = dimension(formula);
        ArrayGraph graph = new ArrayGraph();
        int value = Lowering.lower(formula, graph);
        Evaluator evaluator = ScalarEvaluator.of(graph, value, n, execution)
                .orElseGet(() -> new ArrayEvaluator(graph, value, n, execution));
        this.objective = new EvaluatedObjective(evaluator, n);
    }

    /** The number of entries of x. */
    static int dimension(Formula formula) {
        if (formula.variables().isEmpty()) {
            throw new IllegalArgumentException("the formula has no variable: " + formula.text());
        }
        return Math.toIntExact(formula.dimension());
    }

    /**
     * The objective that a text describes; its variables, all of them numbers, stand in the order of first occurrence.
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
        return of(formula, Execution.TIERED);
    }

    /** The same, run in a way of one's own. */
    static FormulaObjective of(Formula formula, Execution execution) {
        return new FormulaObjective(formula, execution);
    }

    /**
     * The objective that an expression built in code describes; its variables stand in the order of first occurrence.
     * {@link Expr#formula} gives them another one.
     *
     * @throws dev.optimizer.formula.FormulaException if its value is not a scalar, or a name has two meanings
     * @throws IllegalArgumentException if it has no variable
     */
    public static FormulaObjective of(Expr expression) {
        return of(expression.formula());
    }

    /**
     * Known numbers for an expression built in code.
     *
     * @param values a number, a vector or a matrix of doubles. Copied.
     * @throws dev.optimizer.formula.FormulaException if this is no name
     * @throws IllegalArgumentException if the array has more than two dimensions, or does not hold doubles
     */
    public static Expr data(String name, INDArray values) {
        return Expr.data(name, FormulaBuilder.copy(name, values));
    }

    /** Starts an objective of a text with vectors, matrices or data. */
    public static FormulaBuilder builder() {
        return new FormulaBuilder();
    }

    public Formula formula() {
        return formula;
    }

    /** The variables in order. */
    public List<String> variables() {
        return formula.variables();
    }

    @Override
    public long dimension() {
        return n;
    }

    /** Derived from the value by machine: there is nothing to audit. */
    @Override
    public boolean isAudited() {
        return false;
    }

    @Override
    public double value(INDArray x) {
        return objective.value(x);
    }

    @Override
    public double gradient(INDArray x, INDArray g) {
        return objective.gradient(x, g);
    }

    /** {@inheritDoc} Refused for more than 46,340 variables, whose n² entries no array can hold. */
    @Override
    public void hessian(INDArray x, INDArray h) {
        objective.hessian(x, h);
    }

    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        objective.hessianVector(x, v, hv);
    }

    /**
     * The Hessian with only the entries that can differ from zero, for a formula that is a sum of terms which each use a
     * few entries of x, such as {@code sum(i in 1..n-1, (x[i+1] - x[i]^2)^2)}. Shares this objective's memory.
     */
    @Override
    public Optional<SparseHessian> sparseHessian() {
        return objective.sparseHessian();
    }
}
