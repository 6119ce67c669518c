package dev.optimizer.autodiff;

import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Formula;

/** The plainest way to evaluate a formula: by recursion over its tree, without a graph. For small trees. */
final class TreeEvaluator {
    private final Formula formula;
    private final double[] x;

    private TreeEvaluator(Formula formula, double[] x) {
        this.formula = formula;
        this.x = x;
    }

    static double value(Formula formula, double... x) {
        return new TreeEvaluator(formula, x).value(formula.expression());
    }

    private double value(Expression node) {
        if (node instanceof Expression.Number number) {
            return number.value();
        } else if (node instanceof Expression.Variable variable) {
            return x[variable.index()];
        } else if (node instanceof Expression.Reference let) {
            return value(formula.lets().get(let.index()).expression());
        } else if (node instanceof Expression.Negation negation) {
            return -value(negation.operand());
        } else if (node instanceof Expression.Binary binary) {
            return binary(binary);
        } else if (node instanceof Expression.Conditional conditional) {
            return conditional(conditional);
        }
        return call((Expression.Call) node);
    }

    private double binary(Expression.Binary node) {
        double a = value(node.left());
        double b = value(node.right());
        return switch (node.operator()) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> power(a, b, node.right());
            case MATRIX_MULTIPLY -> throw new IllegalStateException("no scalar operator: " + node.operator());
        };
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

    private double conditional(Expression.Conditional node) {
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
        return value(is ? node.then() : node.otherwise());
    }

    private double call(Expression.Call node) {
        double a = value(node.arguments().get(0));
        return switch (node.function()) {
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
            case POW ->
                power(a, value(node.arguments().get(1)), node.arguments().get(1));
            case MAX ->
                node.arguments().stream()
                        .mapToDouble(this::value)
                        .reduce(Math::max)
                        .getAsDouble();
            case MIN ->
                node.arguments().stream()
                        .mapToDouble(this::value)
                        .reduce(Math::min)
                        .getAsDouble();
            default -> throw new IllegalStateException("no scalar function: " + node.function());
        };
    }
}
