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
 * means nothing.
 */
public enum Function {
    EXP(1, 1, "exponential; overflows to Infinity above 709.78"),
    LOG(1, 1, "natural logarithm; at 0 -Infinity with slope Infinity, NaN below"),
    LOG1P(1, 1, "log(1 + x), accurate near 0; at -1 -Infinity with slope Infinity, NaN below"),
    EXPM1(1, 1, "exp(x) - 1, accurate near 0"),
    SQRT(1, 1, "square root; at 0 its slope is Infinity, NaN below"),
    SIN(1, 1, "sine of an angle in radians; NaN at +-Infinity"),
    COS(1, 1, "cosine of an angle in radians; NaN at +-Infinity"),
    TAN(1, 1, "tangent of an angle in radians; NaN at +-Infinity"),
    ASIN(1, 1, "angle in [-pi/2, pi/2] with this sine; at +-1 its slope is Infinity, NaN beyond"),
    ACOS(1, 1, "angle in [0, pi] with this cosine; at +-1 its slope is -Infinity, NaN beyond"),
    ATAN(1, 1, "angle in [-pi/2, pi/2] with this tangent"),
    SINH(1, 1, "hyperbolic sine; overflows above 710.47"),
    COSH(1, 1, "hyperbolic cosine; overflows above 710.47"),
    TANH(1, 1, "hyperbolic tangent"),
    SIGMOID(1, 1, "1/(1 + exp(-x)), accurate in both tails and without overflow"),
    SOFTPLUS(1, 1, "log(1 + exp(x)), accurate in both tails and without overflow"),
    ABS(1, 1, "absolute value; at 0 its slope is taken as 0"),
    POW(2, 2, "pow(x, y) is x^y: multiplication when y is an integer constant; NaN for x < 0 and y no integer"),
    MAX(2, Integer.MAX_VALUE, "largest argument; in a tie the slope of the first one, NaN if any argument is"),
    MIN(2, Integer.MAX_VALUE, "smallest argument; in a tie the slope of the first one, NaN if any argument is");

    private static final Map<String, Function> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Function::text, function -> function));

    private final int minimum;
    private final int maximum;
    private final String meaning;

    Function(int minimum, int maximum, String meaning) {
        this.minimum = minimum;
        this.maximum = maximum;
        this.meaning = meaning;
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

    public boolean takes(int arguments) {
        return arguments >= minimum && arguments <= maximum;
    }

    /** The number of arguments in words: {@code 1 argument}, {@code at least 2 arguments}. */
    public String arity() {
        String count = minimum == 1 ? "1 argument" : minimum + " arguments";
        return minimum == maximum ? count : "at least " + count;
    }
}
