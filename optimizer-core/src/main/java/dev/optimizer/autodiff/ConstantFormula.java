package dev.optimizer.autodiff;

import dev.optimizer.formula.Formula;

/** The value of a formula without variables, such as {@code pi/4}. */
public final class ConstantFormula {
    private ConstantFormula() {}

    /**
     * Evaluates a formula that depends on nothing. NaN and infinities are values too ({@code log(0)}).
     *
     * @throws IllegalArgumentException if it has a variable
     */
    public static double value(Formula formula) {
        if (!formula.variables().isEmpty()) {
            throw new IllegalArgumentException("a constant formula can have no variable: " + formula.variables());
        }
        Graph graph = new Graph();
        // Without inputs every node folds to a constant.
        return graph.node(Lowering.lower(formula, graph)).literal();
    }
}
