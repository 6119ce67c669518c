package dev.optimizer.autodiff;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Texts of random formulas with every operator and function, up to five levels deep. */
final class RandomFormulas {
    private static final List<String> FUNCTIONS = List.of(
            "exp",
            "log",
            "log1p",
            "expm1",
            "sqrt",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "sinh",
            "cosh",
            "tanh",
            "sigmoid",
            "softplus",
            "abs");

    private RandomFormulas() {}

    /** Formulas over x1 … x4, of which each uses some. */
    static Arbitrary<String> texts() {
        return texts(5);
    }

    /** Points for them: uniform, and not near 0, where kinks and poles are common; those have tests of their own. */
    static Arbitrary<double[]> points() {
        return Arbitraries.integers()
                .between(200_000, 2_000_000)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .map(millionths -> (millionths % 2 == 0 ? 1e-6 : -1e-6) * millionths)
                .array(double[].class)
                .ofSize(4);
    }

    private static Arbitrary<String> texts(int depth) {
        if (depth == 0) {
            return Arbitraries.frequencyOf(Tuple.of(3, variables()), Tuple.of(1, constants()));
        }
        Arbitrary<String> part = Arbitraries.lazy(() -> texts(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(1, texts(0)),
                Tuple.of(5, binary(part)),
                Tuple.of(4, call(part)),
                Tuple.of(1, part.map(a -> "(-" + a + ")")),
                Tuple.of(1, power(part)),
                Tuple.of(1, conditional(part)));
    }

    private static Arbitrary<String> variables() {
        return Arbitraries.of("x1", "x2", "x3", "x4");
    }

    private static Arbitrary<String> constants() {
        return Arbitraries.of("0.5", "1", "1.25", "2", "3", "pi", "e", "0", ".75");
    }

    private static Arbitrary<String> binary(Arbitrary<String> part) {
        Arbitrary<String> operators = Arbitraries.of("+", "-", "*", "/", ".*", "./");
        return Combinators.combine(part, operators, part).as((a, sign, b) -> "(" + a + " " + sign + " " + b + ")");
    }

    private static Arbitrary<String> call(Arbitrary<String> part) {
        Arbitrary<String> unary =
                Combinators.combine(Arbitraries.of(FUNCTIONS), part).as((f, a) -> f + "(" + a + ")");
        Arbitrary<String> extreme = Combinators.combine(Arbitraries.of("max", "min"), part, part)
                .as((f, a, b) -> f + "(" + a + ", " + b + ", 1.5)");
        return Arbitraries.frequencyOf(Tuple.of(6, unary), Tuple.of(1, extreme));
    }

    private static Arbitrary<String> power(Arbitrary<String> part) {
        Arbitrary<String> exponents = Arbitraries.of("2", "3", "-1", "-2", "0", "1", "0.5", "1.5", "(1 + 1)", "x1");
        return Combinators.combine(part, exponents, Arbitraries.of("^", "pow"))
                .as((a, k, form) -> form.equals("^") ? a + "^" + k : "pow(" + a + ", " + k + ")");
    }

    private static Arbitrary<String> conditional(Arbitrary<String> part) {
        Arbitrary<String> signs = Arbitraries.of("<", "<=", ">", ">=", "==", "!=");
        return Combinators.combine(part, signs, part, part, part)
                .as((a, sign, b, then, otherwise) ->
                        "if(" + a + " " + sign + " " + b + ", " + then + ", " + otherwise + ")");
    }
}
