package dev.optimizer.autodiff;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Random well-shaped formulas with every operator, function, loop and selection, over numbers s and t, vectors v of 3 and
 * w of 5, matrices M of 3×2 and Q of 3×3, and the data d (a vector of 3), D (3×3, well conditioned) and k (indices).
 */
final class RandomArrayFormulas {
    static final int ENTRIES = 25;

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

    private final Random random;
    /** Indices of the loops around, each from 1 to 3. */
    private final List<String> indices = new ArrayList<>();

    private final List<String> vectorLets = new ArrayList<>();
    private final List<String> scalarLets = new ArrayList<>();
    private final List<String> matrixLets = new ArrayList<>();
    private int loops;

    private RandomArrayFormulas(long seed) {
        this.random = new Random(seed);
    }

    /** A scalar formula; the same for the same seed. */
    static Formula formula(long seed, int depth) {
        RandomArrayFormulas formulas = new RandomArrayFormulas(seed);
        Formula.Builder builder = formulas.lets(declared(), depth);
        return builder.parse(formulas.scalar(depth));
    }

    /** A scalar formula in the branch of an if that is taken for s > 1000 only; the other one is the sum of squares of w. */
    static Formula untaken(long seed, int depth) {
        RandomArrayFormulas formulas = new RandomArrayFormulas(seed);
        Formula.Builder builder = formulas.lets(declared(), depth);
        return builder.parse("if(s > 1000, " + formulas.scalar(depth) + ", sum(w.^2))");
    }

    /** The same for a vector of 3. */
    static Formula vector(long seed, int depth) {
        RandomArrayFormulas formulas = new RandomArrayFormulas(seed);
        Formula.Builder builder = formulas.lets(declared(), depth);
        return builder.parse(formulas.vector(depth));
    }

    static Formula.Builder declared() {
        return Formula.builder()
                .variable("s")
                .variable("t")
                .variable("v", Shape.vector(3))
                .variable("w", Shape.vector(5))
                .variable("M", Shape.matrix(3, 2))
                .variable("Q", Shape.matrix(3, 3))
                .data("d", Data.vector(0.5, -1.25, 2))
                .data("k", Data.vector(2, 3, 1))
                .data("D", Data.matrix(3, 3, 9, 1, -2, 0.5, 8, 1, -1, 2, 7))
                .closed();
    }

    /** A point for them: away from 0, where kinks and poles are common. */
    static double[] point(long seed) {
        Random random = new Random(seed);
        return random.doubles(ENTRIES, 0.2, 1.5)
                .map(a -> random.nextBoolean() ? a : -a)
                .toArray();
    }

    private Formula.Builder lets(Formula.Builder builder, int depth) {
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(3)) {
                case 0 -> let(builder, "p" + i, vector(depth - 1), vectorLets);
                case 1 -> let(builder, "q" + i, scalar(depth - 1), scalarLets);
                default -> let(builder, "R" + i, matrix(depth - 1), matrixLets);
            }
        }
        return builder;
    }

    private static void let(Formula.Builder builder, String name, String text, List<String> names) {
        builder.let(name, text);
        names.add(name);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @SafeVarargs
    private String choose(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }

    /** A subscript from 1 to 3. */
    private String index() {
        String affine = affineIndex();
        return random.nextInt(6) == 0 ? "k[" + affine + "]" : affine;
    }

    private String affineIndex() {
        if (indices.isEmpty() || random.nextInt(4) == 0) {
            return pick("1", "2", "3");
        }
        String index = indices.get(random.nextInt(indices.size()));
        return pick(index, index, "4 - " + index);
    }

    private String loop(Supplier<String> body, String kind, String upper) {
        String index = "i" + loops++;
        String range = index + " in 1.." + upper;
        indices.add(index);
        String text = kind + "(" + range + ", " + body.get() + ")";
        indices.remove(indices.size() - 1);
        return text;
    }

    private String function(String argument) {
        return FUNCTIONS.get(random.nextInt(FUNCTIONS.size())) + "(" + argument + ")";
    }

    private String power(String base, String operator) {
        return "(" + base + ")" + operator + pick("2", "3", "(-1)", "0", "1", "2", "1.5");
    }

    String scalar(int depth) {
        if (depth <= 0) {
            return scalarLeaf();
        }
        int d = depth - 1;
        return choose(
                () -> scalarLeaf(),
                () -> "(" + scalar(d) + pick(" + ", " - ", "*", "/") + scalar(d) + ")",
                () -> "(" + scalar(d) + pick(" + ", " - ", "*") + scalar(d) + ")",
                () -> function(scalar(d)),
                () -> power(scalar(d), "^"),
                () -> pick("max", "min") + "(" + scalar(d) + ", " + scalar(d) + ")",
                () -> "if(" + scalar(d) + pick(" < ", " >= ") + scalar(d) + ", " + scalar(d) + ", " + scalar(d) + ")",
                () -> ofVector(vector(d)),
                () -> ofVector(vector(d)),
                () -> "dot(" + vector(d) + ", " + vector(d) + ")",
                () -> "((" + vector(d) + ")'*(" + vector(d) + "))",
                () -> "((" + vector(d) + ")'*(" + matrix(d) + ")*(" + vector(d) + "))",
                () -> pick("sum", "norm2", "prod", "norm1", "trace") + "(" + matrix(d) + ")",
                () -> indices.isEmpty() ? "logdet(" + regular() + ")" : scalar(d),
                () -> loop(() -> scalar(d), pick("sum", "prod"), "3"),
                () -> loop(() -> scalar(d), "sum", "3"),
                () -> loop(() -> scalar(d), pick("sum", "prod"), indices.isEmpty() ? "2" : indices.get(0)),
                () -> "sum(" + pick("w[1:3]", "w[2:5]", "M[1:2, 1:2]", "Q[2, 2:3]", "Q[1:2, 3]", "w.^2") + ")",
                () -> "(" + vector(d) + ")[" + index() + "]",
                () -> "(" + matrix(d) + ")[" + index() + ", " + index() + "]");
    }

    private String scalarLeaf() {
        return choose(
                () -> pick("s", "t"),
                () -> pick("0.5", "1", "2", "pi", "3"),
                () -> pick("v", "w", "d") + "[" + index() + "]",
                () -> "w[" + affineIndex() + " + " + pick("1", "2") + "]",
                () -> "Q[" + index() + ", " + index() + "]",
                () -> "M[" + index() + ", " + pick("1", "2") + "]",
                () -> indices.isEmpty() ? "s" : indices.get(random.nextInt(indices.size())),
                () -> scalarLets.isEmpty() ? "t" : scalarLets.get(random.nextInt(scalarLets.size())));
    }

    private String ofVector(String vector) {
        return pick("sum", "norm2", "norm1", "prod", "max", "min", "logsumexp") + "(" + vector + ")"
                + pick("", "", "^2");
    }

    String vector(int depth) {
        if (depth <= 0) {
            return vectorLeaf();
        }
        int d = depth - 1;
        return choose(
                () -> vectorLeaf(),
                () -> "(" + vector(d) + pick(" + ", " - ", ".*", "./") + vector(d) + ")",
                () -> "(" + vector(d) + pick(" + ", " - ", "*", "/") + scalar(d) + ")",
                () -> "(" + scalar(d) + "*" + vector(d) + ")",
                () -> "(-" + vector(d) + ")",
                () -> function(vector(d)),
                () -> power(vector(d), ".^"),
                () -> "max(" + vector(d) + ", " + vector(d) + ")",
                () -> "if(" + scalar(d) + " < " + scalar(d) + ", " + vector(d) + ", " + vector(d) + ")",
                () -> "((" + matrix(d) + ")" + pick("", "'") + "*" + vector(d) + ")",
                () -> "((" + vector(d) + ")'*(" + matrix(d) + "))'",
                () -> "softmax(" + vector(d) + ")",
                () -> loop(() -> scalar(d), "vector", "3"),
                () -> loop(() -> scalar(d), "vector", "3"),
                () -> "[" + scalar(d) + ", " + scalar(d) + ", " + scalar(d) + "]",
                () -> "(" + matrix(d) + ")[:, " + index() + "]",
                () -> "(" + matrix(d) + ")[" + index() + ", :]",
                () -> "(M*M[" + index() + ", :])",
                () -> indices.isEmpty() ? "(inv(" + regular() + ")*" + vector(d) + ")" : vector(d));
    }

    private String vectorLeaf() {
        return choose(
                () -> pick("v", "d", "v"),
                () -> pick("w[1:3]", "w[2:4]", "w[3:5]"),
                () -> pick("Q", "M", "D") + "[:, " + pick("1", "2") + "]",
                () -> pick("Q", "D") + "[" + index() + ", :]",
                () -> vectorLets.isEmpty() ? "v" : vectorLets.get(random.nextInt(vectorLets.size())));
    }

    String matrix(int depth) {
        if (depth <= 0) {
            return matrixLeaf();
        }
        int d = depth - 1;
        return choose(
                () -> matrixLeaf(),
                () -> "(" + matrix(d) + pick(" + ", " - ", ".*", "./", "*") + matrix(d) + ")",
                () -> "(" + matrix(d) + pick(" + ", "*") + scalar(d) + ")",
                () -> "((" + matrix(d) + ")')",
                () -> "((" + vector(d) + ")*(" + vector(d) + ")')",
                () -> "(M*M')",
                () -> function(matrix(d)),
                () -> "[" + row(d) + ", " + row(d) + ", " + row(d) + "]",
                () -> indices.isEmpty() ? "inv(" + regular() + ")" : matrix(d));
    }

    private String row(int depth) {
        return "[" + scalar(depth) + ", " + scalar(depth) + ", " + scalar(depth) + "]";
    }

    private String matrixLeaf() {
        return matrixLets.isEmpty() ? pick("Q", "D", "Q'") : pick("Q", matrixLets.get(0));
    }

    /** A matrix that has an inverse, nearly symmetric or not. */
    private String regular() {
        return pick("D + Q*Q'", "D + tanh(Q)", "(D + Q'*Q)'", "D + v*v'");
    }
}
