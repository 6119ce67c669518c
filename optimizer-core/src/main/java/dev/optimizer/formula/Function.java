package dev.optimizer.formula;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of functions: name, number of arguments, and one line that says what happens at the edge of the domain.
 *
 * <p>Outside its domain a function is NaN, as IEEE 754 has it; that is a value, not an error. Its derivative there
 * means nothing. Functions of numbers work on arrays element by element.
 *
 * <p>Where a partial product of a {@code prod} overflows, so may its slopes, even if the product of all other factors would
 * not in another order; second derivatives may then be NaN where they are zero. A formula that is a product of up to eight
 * factors has no such NaN on the diagonal of its Hessian.
 */
public enum Function {
    EXP(1, 1, Signature.ELEMENTWISE, "exponential; overflows to Infinity above 709.78"),
    LOG(1, 1, Signature.ELEMENTWISE, "natural logarithm; at 0 -Infinity with slope Infinity, NaN below"),
    LOG1P(1, 1, Signature.ELEMENTWISE, "log(1 + x), accurate near 0; at -1 -Infinity with slope Infinity, NaN below"),
    EXPM1(1, 1, Signature.ELEMENTWISE, "exp(x) - 1, accurate near 0"),
    SQRT(1, 1, Signature.ELEMENTWISE, "square root; at 0 its slope is Infinity, NaN below"),
    SIN(1, 1, Signature.ELEMENTWISE, "sine of an angle in radians; NaN at +-Infinity"),
    COS(1, 1, Signature.ELEMENTWISE, "cosine of an angle in radians; NaN at +-Infinity"),
    TAN(1, 1, Signature.ELEMENTWISE, "tangent of an angle in radians; NaN at +-Infinity"),
    ASIN(
            1,
            1,
            Signature.ELEMENTWISE,
            "angle in [-pi/2, pi/2] with this sine; at +-1 its slope is Infinity, NaN beyond"),
    ACOS(1, 1, Signature.ELEMENTWISE, "angle in [0, pi] with this cosine; at +-1 its slope is -Infinity, NaN beyond"),
    ATAN(1, 1, Signature.ELEMENTWISE, "angle in [-pi/2, pi/2] with this tangent"),
    SINH(1, 1, Signature.ELEMENTWISE, "hyperbolic sine; overflows above 710.47"),
    COSH(1, 1, Signature.ELEMENTWISE, "hyperbolic cosine; overflows above 710.47"),
    TANH(1, 1, Signature.ELEMENTWISE, "hyperbolic tangent"),
    SIGMOID(1, 1, Signature.ELEMENTWISE, "1/(1 + exp(-x)), accurate in both tails and without overflow"),
    SOFTPLUS(1, 1, Signature.ELEMENTWISE, "log(1 + exp(x)), accurate in both tails and without overflow"),
    ABS(1, 1, Signature.ELEMENTWISE, "absolute value; at 0 its slope is taken as 0"),
    POW(
            2,
            2,
            Signature.ELEMENTWISE,
            "pow(x, y) is x^y: multiplication when y is an integer constant; 1 for y = 0, NaN for x < 0 and y no integer"),
    MAX(
            1,
            Integer.MAX_VALUE,
            Signature.EXTREME,
            "largest argument, or entry of one array; in a tie the slope of the first one, NaN if any argument is"),
    MIN(
            1,
            Integer.MAX_VALUE,
            Signature.EXTREME,
            "smallest argument, or entry of one array; in a tie the slope of the first one, NaN if any argument is"),
    SUM(1, 1, Signature.REDUCTION, "sum of all entries; sum(i in a..b, f) adds f for each index, 0 if there is none"),
    PROD(
            1,
            1,
            Signature.REDUCTION,
            "product of all entries, with its slopes at zeros too; prod(i in a..b, f) is 1 if there is no index"),
    DOT(2, 2, Signature.DOT, "sum of the products of the entries of two vectors"),
    NORM1(1, 1, Signature.REDUCTION, "sum of the absolute values of all entries; at 0 their slope is taken as 0"),
    NORM2(1, 1, Signature.REDUCTION, "square root of the sum of the squares of all entries; at 0 its slope is NaN"),
    TRACE(1, 1, Signature.OF_SQUARE, "sum of the diagonal of a square matrix"),
    LOGDET(
            1,
            1,
            Signature.OF_SQUARE,
            "logarithm of the determinant; -Infinity with slope NaN if it is 0, NaN if it is negative"),
    INV(1, 1, Signature.SQUARE, "inverse of a square matrix; NaN if it has none"),
    LOGSUMEXP(
            1,
            1,
            Signature.OF_VECTOR,
            "logarithm of the sum of the exponentials of a vector, without overflow; an entry -Infinity adds nothing"),
    SOFTMAX(
            1,
            1,
            Signature.VECTOR,
            "exponentials of a vector divided by their sum, without overflow; 0 for -Infinity, NaN for Infinity"),
    LENGTH(1, 1, Signature.OF_VECTOR, "number of entries of a vector; a constant, for subscripts and ranges too"),
    ROWS(1, 1, Signature.OF_MATRIX, "number of rows of a matrix; a constant, for subscripts and ranges too"),
    COLUMNS(1, 1, Signature.OF_MATRIX, "number of columns of a matrix; a constant, for subscripts and ranges too");

    private static final Map<String, Function> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Function::text, function -> function));

    private final int minimum;
    private final int maximum;
    private final Signature signature;
    private final String meaning;

    Function(int minimum, int maximum, Signature signature, String meaning) {
        this.minimum = minimum;
        this.maximum = maximum;
        this.signature = signature;
        this.meaning = meaning;
    }

    /** Which shapes a function takes and gives. */
    enum Signature {
        /** Arrays of one shape, or scalars: element by element. */
        ELEMENTWISE,
        /** Two or more arguments element by element, or one array to a scalar. */
        EXTREME,
        /** A vector or a matrix to a scalar. */
        REDUCTION,
        /** Two vectors of one length to a scalar. */
        DOT,
        /** A vector to a scalar. */
        OF_VECTOR,
        /** A vector to a vector. */
        VECTOR,
        /** A matrix to a scalar. */
        OF_MATRIX,
        /** A square matrix to a scalar. */
        OF_SQUARE,
        /** A square matrix to one. */
        SQUARE
    }

    /** The function of this name, as a formula writes it. */
    public static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The name as a formula writes it: {@code log1p}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line for a list of functions: what it is, and what happens at the edge of its domain. */
    public String meaning() {
        return meaning;
    }

    Signature signature() {
        return signature;
    }

    public boolean takes(int arguments) {
        return arguments >= minimum && arguments <= maximum;
    }

    /** The number of arguments in words: {@code 1 argument}, {@code at least 2 arguments}. */
    public String arity() {
        String count = minimum == 1 ? "1 argument" : minimum + " arguments";
        return minimum == maximum ? count : "at least " + count;
    }
}
