package dev.optimizer.autodiff.lowering;

import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Operation;
import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Expression.Comparison;
import dev.optimizer.formula.Function;

/** What the operators, comparisons and element-wise functions of formulas are in scalar code. */
final class Arithmetic {
    private final Graph code;

    Arithmetic(Graph code) {
        this.code = code;
    }

    /** The place of the value of an operation on numbers. */
    int apply(Expression node, int... operands) {
        if (node instanceof Expression.Negation) {
            return code.negate(operands[0]);
        } else if (node instanceof Expression.Binary binary) {
            return binary(binary.operator(), operands[0], operands[1]);
        } else if (node instanceof Expression.Call call) {
            return call(call.function(), operands);
        } else if (node instanceof Expression.Conditional conditional) {
            int condition = comparison(conditional.comparison(), operands[0], operands[1]);
            return code.select(condition, operands[2], operands[3]);
        }
        throw new IllegalStateException("no operation on numbers: " + node.getClass());
    }

    private int binary(Expression.Operator operator, int a, int b) {
        return switch (operator) {
            case ADD -> code.add(a, b);
            case SUBTRACT -> code.subtract(a, b);
            case MULTIPLY, MATRIX_MULTIPLY -> code.multiply(a, b);
            case DIVIDE -> code.divide(a, b);
            case POWER -> code.power(a, b);
        };
    }

    /** Greater is less with its sides changed, and unequal the opposite of equal, for NaN too. */
    private int comparison(Comparison comparison, int a, int b) {
        return switch (comparison) {
            case LESS -> code.binary(Operation.LESS, a, b);
            case LESS_EQUAL -> code.binary(Operation.LESS_EQUAL, a, b);
            case GREATER -> code.binary(Operation.LESS, b, a);
            case GREATER_EQUAL -> code.binary(Operation.LESS_EQUAL, b, a);
            case EQUAL -> code.binary(Operation.EQUAL, a, b);
            case NOT_EQUAL -> code.not(code.binary(Operation.EQUAL, a, b));
        };
    }

    private int call(Function function, int[] arguments) {
        return switch (function) {
            case POW -> code.power(arguments[0], arguments[1]);
            case MAX -> chain(Operation.MAX, arguments);
            case MIN -> chain(Operation.MIN, arguments);
            case SIGMOID -> code.logistic(Operation.SIGMOID, arguments[0]);
            case SOFTPLUS -> code.logistic(Operation.SOFTPLUS, arguments[0]);
            default -> code.unary(operation(function), arguments[0]);
        };
    }

    /** max(a, b, c) is max(max(a, b), c): in a tie the first argument stays the one that counts. */
    private int chain(Operation operation, int[] arguments) {
        int result = arguments[0];
        for (int i = 1; i < arguments.length; i++) {
            result = code.binary(operation, result, arguments[i]);
        }
        return result;
    }

    private static Operation operation(Function function) {
        return switch (function) {
            case EXP -> Operation.EXP;
            case LOG -> Operation.LOG;
            case LOG1P -> Operation.LOG1P;
            case EXPM1 -> Operation.EXPM1;
            case SQRT -> Operation.SQRT;
            case SIN -> Operation.SIN;
            case COS -> Operation.COS;
            case TAN -> Operation.TAN;
            case ASIN -> Operation.ASIN;
            case ACOS -> Operation.ACOS;
            case ATAN -> Operation.ATAN;
            case SINH -> Operation.SINH;
            case COSH -> Operation.COSH;
            case TANH -> Operation.TANH;
            case ABS -> Operation.ABS;
            default -> throw new IllegalStateException(function + " does not work on one number");
        };
    }
}
