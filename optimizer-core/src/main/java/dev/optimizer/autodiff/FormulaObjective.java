package dev.optimizer.autodiff;

import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.autodiff.lowering.Lowering;
import dev.optimizer.autodiff.program.ArrayEvaluator;
import dev.optimizer.autodiff.program.Evaluator;
import dev.optimizer.autodiff.program.ScalarEvaluator;
import dev.optimizer.formula.Expr;
import dev.optimizer.formula.Formula;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A formula as an objective: value, gradient, Hessian and Hessian-vector product, exact up to rounding.
 *
 * <p>The entries of x are those of the formula's variables in order, matrices row by row. What a derivative needs is built
 * when it is first asked for; after that nothing is allocated, on or off the heap. One instance serves one thread at a
 * time, for it owns its memory. Arrays of the wrong length or type are refused with an IllegalArgumentException that names
 * the argument.
 */
public final class FormulaObjective extends EvaluatedObjective {
    private FormulaObjective(Formula formula, Execution execution) {
        super(formula, evaluator(formula, execution));
    }

    private static Evaluator evaluator(Formula formula, Execution execution) {
        int n = dimension(formula.requireScalar());
        ArrayGraph graph = new ArrayGraph();
        int value = Lowering.lower(formula, graph);
        return ScalarEvaluator.of(graph, value, n, execution)
                .orElseGet(() -> new ArrayEvaluator(graph, value, n, execution));
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

    /** The variables in order. */
    public List<String> variables() {
        return formula().variables();
    }
}
