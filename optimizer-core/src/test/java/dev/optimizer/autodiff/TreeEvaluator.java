package dev.optimizer.autodiff;

import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import dev.optimizer.formula.Variable;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The plainest way to evaluate a formula: by recursion over its tree, every array in full, without a graph. For small
 * trees. For scalar formulas the arithmetic is that of the graph to the bit.
 */
final class TreeEvaluator {
    private final Formula formula;
    private final double[] x;
    private final long[] indices = new long[64];

    private TreeEvaluator(Formula formula, double[] x) {
        this.formula = formula;
        this.x = x;
    }

    static double value(Formula formula, double... x) {
        return values(formula, x)[0];
    }

    /** The entries of the value, row by row. */
    static double[] values(Formula formula, double... x) {
        return new TreeEvaluator(formula, x).entries(formula.expression());
    }

    private double value(Expression node) {
        return entries(node)[0];
    }

    private double[] entries(Expression node) {
        if (node instanceof Expression.Number number) {
            return new double[] {number.value()};
        } else if (node instanceof Expression.Variable variable) {
            Variable place = formula.layout().get(variable.index());
            int from = (int) place.offset();
            return Arrays.copyOfRange(x, from, from + (int) place.shape().size());
        } else if (node instanceof Expression.DataReference data) {
            return data.data().values();
        } else if (node instanceof Expression.LoopIndex index) {
            return new double[] {indices[index.level()]};
        } else if (node instanceof Expression.Reference let) {
            // A let stands outside of the loops that it is used in; its own begin at level 0 again.
            return new TreeEvaluator(formula, x)
                    .entries(formula.lets().get(let.index()).expression());
        } else if (node instanceof Expression.Negation negation) {
            return Arrays.stream(entries(negation.operand())).map(a -> -a).toArray();
        } else if (node instanceof Expression.Binary binary) {
            return binary(binary);
        } else if (node instanceof Expression.Conditional conditional) {
            return conditional(conditional);
        } else if (node instanceof Expression.Transpose transpose) {
            Shape shape = transpose.operand().shape();
            return transposed(entries(transpose.operand()), (int) shape.rows(), (int) shape.columns());
        } else if (node instanceof Expression.ArrayLiteral literal) {
            return literal.entries().stream()
                    .flatMapToDouble(entry -> Arrays.stream(entries(entry)))
                    .toArray();
        } else if (node instanceof Expression.Selection selection) {
            return selection(selection);
        } else if (node instanceof Expression.Loop loop) {
            return loop(loop);
        }
        return TreeFunctions.call((Expression.Call) node, this::entries, TreeEvaluator::power);
    }

    private double[] selection(Expression.Selection node) {
        double[] array = entries(node.array());
        int width = (int) node.array().shape().columns();
        int row = (int) node.rows().from().value(indices) - 1;
        int column = (int) node.columns().from().value(indices) - 1;
        int columns = (int) node.columns().length();
        return filled(
                (int) node.rows().length() * columns, k -> array[(row + k / columns) * width + column + k % columns]);
    }

    private double[] loop(Expression.Loop node) {
        long from = node.from().value(indices);
        long to = node.to().value(indices);
        double[] terms = new double[(int) Math.max(0, to - from + 1)];
        for (long i = from; i <= to; i++) {
            indices[node.level()] = i;
            terms[(int) (i - from)] = value(node.body());
        }
        return switch (node.kind()) {
            case VECTOR -> terms;
            case SUM -> new double[] {Arrays.stream(terms).reduce(0, Double::sum)};
            case PROD -> new double[] {Arrays.stream(terms).reduce(1, (a, b) -> a * b)};
        };
    }

    private double[] binary(Expression.Binary node) {
        double[] a = entries(node.left());
        double[] b = entries(node.right());
        return switch (node.operator()) {
            case ADD -> each(a, b, Double::sum);
            case SUBTRACT -> each(a, b, (s, t) -> s - t);
            case MULTIPLY -> each(a, b, (s, t) -> s * t);
            case DIVIDE -> each(a, b, (s, t) -> s / t);
            case POWER -> each(a, b, (s, t) -> power(s, t, node.right()));
            case MATRIX_MULTIPLY ->
                product(a, b, (int) node.left().shape().columns(), (int)
                        node.right().shape().columns());
        };
    }

    /** Entry by entry; one of the two may be a single number. */
    static double[] each(double[] a, double[] b, DoubleBinaryOperator operator) {
        return filled(
                Math.max(a.length, b.length),
                k -> operator.applyAsDouble(a[a.length == 1 ? 0 : k], b[b.length == 1 ? 0 : k]));
    }

    static double[] filled(int length, IntToDoubleFunction entry) {
        return IntStream.range(0, length).mapToDouble(entry).toArray();
    }

    static double[] transposed(double[] a, int rows, int columns) {
        return filled(a.length, k -> a[k % rows * columns + k / rows]);
    }

    static double[] product(double[] a, double[] b, int inner, int columns) {
        return filled(a.length / inner * columns, k -> {
            double sum = 0;
            for (int i = 0; i < inner; i++) {
                sum += a[k / columns * inner + i] * b[i * columns + k % columns];
            }
            return sum;
        });
    }

    private static double power(double a, double b, Expression exponent) {
        boolean constant =
                Expression.postOrder(exponent).stream().noneMatch(node -> node instanceof Expression.Variable);
        if (!constant || b != Math.rint(b) || Math.abs(b) > 1 << 20) {
            return StrictMath.pow(a, b);
        }
        long k = (long) Math.abs(b);
        double result = 1;
        // From the lowest bit of the exponent up: the rounding depends on the order.
        for (double square = a; k > 0; square *= square, k /= 2) {
            result = k % 2 == 1 ? result * square : result;
        }
        return b < 0 ? 1 / result : result;
    }

    private double[] conditional(Expression.Conditional node) {
        double a = value(node.left());
        double b = value(node.right());
        boolean is = switch (node.comparison()) {
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
        };
        return entries(is ? node.then() : node.otherwise());
    }
}
