package dev.optimizer.autodiff;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import dev.optimizer.linalg.Buffers;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Binds ND4J arrays to the names of a formula: {@code FormulaObjective.builder().variable("x", 3).data("A", a).data("b",
 * b).objective("norm2(A*x - b)^2")}.
 *
 * <p>First variables and data, then lets, then the formula. A builder makes one objective.
 */
public final class FormulaBuilder {
    private final Formula.Builder formula = Formula.builder();

    FormulaBuilder() {}

    /**
     * Declares a variable: without sizes a number, with one a vector, with two a matrix (rows, columns).
     *
     * @throws dev.optimizer.formula.FormulaException if the name is taken or is no name
     * @throws IllegalArgumentException if a size is not positive, or there are more than two
     */
    public FormulaBuilder variable(String name, long... sizes) {
        formula.variable(name, Shape.of(name, sizes));
        return this;
    }

    /**
     * Gives known numbers a name.
     *
     * @param values a number, a vector or a matrix of doubles. Copied.
     * @throws dev.optimizer.formula.FormulaException if the name is taken or is no name
     * @throws IllegalArgumentException if the array has more than two dimensions, or does not hold doubles
     */
    public FormulaBuilder data(String name, INDArray values) {
        formula.data(name, copy(name, values));
        return this;
    }

    static Data copy(String name, INDArray values) {
        Shape shape = Shape.of(name, values.shape());
        Buffers.require(name, values, shape.size());
        double[] entries = new double[Math.toIntExact(shape.size())];
        Buffers.read(values, entries);
        return new Data(shape, entries);
    }

    /**
     * Names an intermediate expression.
     *
     * @throws dev.optimizer.formula.FormulaException if the name is taken or is no name, or the text is not a formula
     */
    public FormulaBuilder let(String name, String text) {
        formula.let(name, text);
        return this;
    }

    /**
     * The objective that a text describes.
     *
     * @throws dev.optimizer.formula.FormulaException if the text is not a formula, or its value is not a scalar
     */
    public FormulaObjective objective(String text) {
        return FormulaObjective.of(formula.parse(text));
    }

    /**
     * The objective ½‖r‖² of the residuals r that a text describes.
     *
     * @throws dev.optimizer.formula.FormulaException if the text is not a formula, or its value is not a vector
     */
    public FormulaLeastSquares residuals(String text) {
        return FormulaLeastSquares.of(formula.parse(text));
    }
}
