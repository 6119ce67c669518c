package dev.optimizer.autodiff;

import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Function;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The functions of formulas for {@link TreeEvaluator}, each as its definition reads. */
final class TreeFunctions {
    private TreeFunctions() {}

    interface Power {
        double of(double a, double b, Expression exponent);
    }

    interface Entries {
        double[] of(Expression node);
    }

    static double[] call(Expression.Call node, Entries entries, Power power) {
        List<double[]> arguments = node.arguments().stream().map(entries::of).toList();
        double[] v = arguments.get(0);
        int n = (int) node.arguments().get(0).shape().rows();
        return switch (node.function()) {
            case POW ->
                TreeEvaluator.each(
                        v,
                        arguments.get(1),
                        (a, b) -> power.of(a, b, node.arguments().get(1)));
            case MAX -> extreme(arguments, Math::max);
            case MIN -> extreme(arguments, Math::min);
            case SUM -> number(sum(v));
            case PROD -> number(Arrays.stream(v).reduce(1, (a, b) -> a * b));
            case DOT -> number(sum(TreeEvaluator.each(v, arguments.get(1), (a, b) -> a * b)));
            case NORM1 -> number(sum(Arrays.stream(v).map(Math::abs).toArray()));
            case NORM2 -> number(Math.sqrt(sum(Arrays.stream(v).map(a -> a * a).toArray())));
            case TRACE -> number(sum(TreeEvaluator.filled(n, i -> v[i * n + i])));
            case LOGDET -> number(Math.log(eliminate(v, n, new double[n * n])));
            case INV -> inverse(v, n);
            case LOGSUMEXP -> {
                double largest = extreme(List.of(v), Math::max)[0];
                yield number(largest + Math.log(sum(exponentials(v))));
            }
            case SOFTMAX -> {
                double[] exponentials = exponentials(v);
                yield TreeEvaluator.each(exponentials, number(sum(exponentials)), (a, b) -> a / b);
            }
            default -> Arrays.stream(v).map(a -> scalar(node.function(), a)).toArray();
        };
    }

    private static double[] number(double value) {
        return new double[] {value};
    }

    private static double sum(double[] v) {
        return Arrays.stream(v).reduce(0, Double::sum);
    }

    /** Without overflow: all divided by the largest. */
    private static double[] exponentials(double[] v) {
        double largest = extreme(List.of(v), Math::max)[0];
        return Arrays.stream(v).map(a -> Math.exp(a - largest)).toArray();
    }

    private static double[] extreme(List<double[]> arguments, DoubleBinaryOperator operator) {
        if (arguments.size() == 1) {
            return number(Arrays.stream(arguments.get(0)).reduce(operator).orElseThrow());
        }
        return arguments.stream()
                .reduce((a, b) -> TreeEvaluator.each(a, b, operator))
                .orElseThrow();
    }

    private static double[] inverse(double[] a, int n) {
        double[] inverse = TreeEvaluator.filled(n * n, k -> k / n == k % n ? 1 : 0);
        eliminate(a, n, inverse);
        return inverse;
    }

    /** Gauss and Jordan's elimination with pivoting, carried out on a second matrix too; returns the determinant. */
    private static double eliminate(double[] matrix, int n, double[] other) {
        double[] a = matrix.clone();
        double determinant = 1;
        for (int j = 0; j < n; j++) {
            int pivot = j;
            for (int i = j + 1; i < n; i++) {
                pivot = Math.abs(a[i * n + j]) > Math.abs(a[pivot * n + j]) ? i : pivot;
            }
            determinant *= pivot == j ? a[pivot * n + j] : -a[pivot * n + j];
            for (double[] m : new double[][] {a, other}) {
                for (int k = 0; k < n; k++) {
                    double swapped = m[j * n + k];
                    m[j * n + k] = m[pivot * n + k];
                    m[pivot * n + k] = swapped;
                }
            }
            for (int i = 0; i < n; i++) {
                double factor = a[i * n + j] / a[j * n + j];
                for (int k = 0; i != j && k < n; k++) {
                    a[i * n + k] -= factor * a[j * n + k];
                    other[i * n + k] -= factor * other[j * n + k];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                other[i * n + k] /= a[i * n + i];
            }
        }
        return determinant;
    }

    private static double scalar(Function function, double a) {
        return switch (function) {
            case EXP -> StrictMath.exp(a);
            case LOG -> StrictMath.log(a);
            case LOG1P -> StrictMath.log1p(a);
            case EXPM1 -> StrictMath.expm1(a);
            case SQRT -> StrictMath.sqrt(a);
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TAN -> StrictMath.tan(a);
            case ASIN -> StrictMath.asin(a);
            case ACOS -> StrictMath.acos(a);
            case ATAN -> StrictMath.atan(a);
            case SINH -> StrictMath.sinh(a);
            case COSH -> StrictMath.cosh(a);
            case TANH -> StrictMath.tanh(a);
            case SIGMOID -> a < 0 ? StrictMath.exp(a) / (1 + StrictMath.exp(a)) : 1 / (1 + StrictMath.exp(-a));
            case SOFTPLUS -> Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
            case ABS -> Math.abs(a);
            default -> throw new IllegalStateException("no function of one number: " + function);
        };
    }
}
