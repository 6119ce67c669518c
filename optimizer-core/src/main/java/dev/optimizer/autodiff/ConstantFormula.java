package dev.optimizer.autodiff;

import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.lowering.Lowering;
import dev.optimizer.autodiff.program.ArrayEvaluator;
import dev.optimizer.formula.Formula;

/** The value of a formula without variables, such as {@code pi/4} or {@code vector(i in 1..10, i/11)}. */
public final class ConstantFormula {
    private ConstantFormula() {}

    /**
     * Evaluates a formula for a number that depends on nothing. NaN and infinities are values too ({@code log(0)}).
     *
     * @throws dev.optimizer.formula.FormulaException if its value is not a scalar
     * @throws IllegalArgumentException if it has a variable
     */
    public static double value(Formula formula) {
        return values(formula.requireScalar())[0];
    }

    /**
     * Evaluates a formula that depends on nothing; returns its entries, row by row.
     *
     * @throws IllegalArgumentException if it has a variable
     */
    public static double[] values(Formula formula) {
        if (!formula.variables().isEmpty()) {
            throw new IllegalArgumentException("a constant formula can have no variable: " + formula.variables());
        }
        ArrayGraph graph = new ArrayGraph();
        int value = Lowering.lower(formula, graph);
        if (graph.node(value) instanceof ArrayNode.Constant constant && constant.length() == 1) {
            // Operations on numbers alone are folded: what is read from a config needs no arrays, and loads none.
            return new double[] {constant.value()};
        }
        return ArrayEvaluator.constant(graph, value);
    }
}
