package dev.optimizer.autodiff.scalar;

/**
 * What a node of the graph computes from its operands a, b, c and its literal k. Truth is 1 and falsehood 0.
 *
 * <p>{@link #apply} is the arithmetic of this package: constants are folded with it and programs run on it, so
 * folding cannot change a bit. Compiled code makes the same calls. Transcendental functions are StrictMath's (fdlibm), not Math's, whose intrinsics differ
 * from one JDK and processor to the next: results repeat everywhere.
 */
public enum Operation {
    /** k itself. */
    CONSTANT(0),
    /** Entry number k of the input. */
    INPUT(0),
    ADD(2),
    SUBTRACT(2),
    MULTIPLY(2),
    DIVIDE(2),
    NEGATE(1),
    /** a^k for an integer k, by multiplication. */
    POWER_INTEGER(1),
    /** a^b·(log a)^k for an integer k ≥ 0: with k = 0 the power, with k > 0 its derivatives with respect to b. */
    POWER(2),
    EXP(1),
    LOG(1),
    LOG1P(1),
    EXPM1(1),
    SQRT(1),
    SIN(1),
    COS(1),
    TAN(1),
    ASIN(1),
    /** asin′(a) = 1/√(1−a²), an operation of its own so that its derivative is accurate near 0 and near ±1. */
    ASIN_SLOPE(1),
    ACOS(1),
    ATAN(1),
    SINH(1),
    COSH(1),
    TANH(1),
    /** exp(−|a|), which sigmoid and softplus have in common: their second operand, and a constant in differentiation. */
    TAIL(1),
    SIGMOID(2),
    /** sigmoid′(a) = sigmoid(a)·sigmoid(−a), of its own because its derivative would cancel near 0. */
    SIGMOID_SLOPE(2),
    SOFTPLUS(2),
    ABS(1),
    /** −1, 0 or 1: the derivative of abs. */
    SIGN(1),
    MAX(2),
    MIN(2),
    LESS(2),
    LESS_EQUAL(2),
    EQUAL(2),
    NOT(1),
    AND(2),
    OR(2),
    /** b if a is true, otherwise c: chosen, not multiplied, so that the other may be NaN. */
    SELECT(3);

    private final int arity;

    Operation(int arity) {
        this.arity = arity;
    }

    public int arity() {
        return arity;
    }

    /** The value of this operation; operands that it does not have are ignored. INPUT has no value of its own. */
    public double apply(double a, double b, double c, double k) {
        return switch (this) {
            case CONSTANT -> k;
            case INPUT -> throw new IllegalStateException("an input is given, not computed");
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case NEGATE -> -a;
            case POWER_INTEGER -> RealFunctions.powerInteger(a, (int) k);
            case POWER -> RealFunctions.power(a, b, (int) k);
            case EXP -> StrictMath.exp(a);
            case LOG -> StrictMath.log(a);
            case LOG1P -> RealFunctions.log1p(a);
            case EXPM1 -> StrictMath.expm1(a);
            case SQRT -> Math.sqrt(a);
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TAN -> StrictMath.tan(a);
            case ASIN -> StrictMath.asin(a);
            case ASIN_SLOPE -> RealFunctions.asinSlope(a);
            case ACOS -> StrictMath.acos(a);
            case ATAN -> StrictMath.atan(a);
            case SINH -> StrictMath.sinh(a);
            case COSH -> StrictMath.cosh(a);
            case TANH -> StrictMath.tanh(a);
            case TAIL -> RealFunctions.tail(a);
            case SIGMOID -> RealFunctions.sigmoid(a, b);
            case SIGMOID_SLOPE -> RealFunctions.sigmoidSlope(a, b);
            case SOFTPLUS -> RealFunctions.softplus(a, b);
            case ABS -> Math.abs(a);
            case SIGN -> Math.signum(a);
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
            case LESS -> RealFunctions.less(a, b);
            case LESS_EQUAL -> RealFunctions.lessEqual(a, b);
            case EQUAL -> RealFunctions.equal(a, b);
            case NOT -> RealFunctions.not(a);
            case AND -> RealFunctions.and(a, b);
            case OR -> RealFunctions.or(a, b);
            case SELECT -> RealFunctions.select(a, b, c);
        };
    }
}
