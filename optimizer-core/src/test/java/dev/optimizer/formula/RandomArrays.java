package dev.optimizer.formula;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Texts of random formulas over the names of {@link Shaped}, each built so that it has the shape that was asked for. What
 * the shape of an operation is follows from the definitions of linear algebra, not from the code under test.
 */
final class RandomArrays {
    static final List<Shape> SHAPES = List.of(
            Shape.scalar(),
            Shape.vector(2),
            Shape.vector(3),
            Shape.vector(1),
            Shape.row(2),
            Shape.row(3),
            Shape.matrix(1, 1),
            Shape.matrix(1, 2),
            Shape.matrix(1, 3),
            Shape.matrix(2, 1),
            Shape.matrix(3, 1),
            Shape.matrix(2, 2),
            Shape.matrix(2, 3),
            Shape.matrix(3, 2),
            Shape.matrix(3, 3));

    private RandomArrays() {}

    static Arbitrary<Shape> shapes() {
        return Arbitraries.of(SHAPES);
    }

    /** A formula of this shape, up to so many levels deep. */
    static Arbitrary<String> ofShape(Shape shape, int depth) {
        if (depth == 0) {
            return leaf(shape);
        }
        Arbitrary<String> same = Arbitraries.lazy(() -> ofShape(shape, depth - 1));
        Arbitrary<String> scalar = Arbitraries.lazy(() -> ofShape(Shape.scalar(), depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(1, leaf(shape)),
                Tuple.of(3, elementwise(same, scalar)),
                Tuple.of(1, same.map(a -> "-" + bracketed(a))),
                Tuple.of(2, functions(same)),
                Tuple.of(1, transposed(shape, depth)),
                Tuple.of(1, conditional(scalar, same)),
                Tuple.of(4, Arbitraries.lazy(() -> special(shape, depth - 1))));
    }

    private static Arbitrary<String> leaf(Shape shape) {
        return switch (shape.rank()) {
            case 0 -> Arbitraries.of("s", "2.5", "pi", "u[2]", "A[2,3]", "w[k[2]]", "n", "obs.t[1]", "length(u)");
            case 1 -> vector(shape);
            default -> shape.isRow() ? row(shape) : matrix(shape);
        };
    }

    private static Arbitrary<String> vector(Shape shape) {
        return switch ((int) shape.rows()) {
            case 1 -> Arbitraries.of("[s]", "u[2:2]", "vector(j in 1..1, j*s)");
            case 2 -> Arbitraries.of("w", "A[:,2]", "[s, 1]", "u[2:3]", "obs.y", "vector(j in 1..2, j*s)");
            default -> Arbitraries.of("u", "v", "A[2,:]", "[1, s, u[1]]", "vector(j in 1..3, u[4-j])");
        };
    }

    private static Arbitrary<String> row(Shape shape) {
        return switch ((int) shape.columns()) {
            case 1 -> Arbitraries.of("[s]'", "u[2:2]'");
            case 2 -> Arbitraries.of("w'", "A[:,2]'");
            default -> Arbitraries.of("r", "u'");
        };
    }

    private static Arbitrary<String> matrix(Shape shape) {
        return switch (shape.rows() + "×" + shape.columns()) {
            case "1×1" -> Arbitraries.of("[[s]]", "A[2:2,3:3]", "([u]*B[:,1:1])");
            case "1×2" -> Arbitraries.of("[w]", "A[1:1,1:2]", "Q[1:2,2:2]'");
            case "1×3" -> Arbitraries.of("[u]", "A[2:2,:]", "B[:,1:1]'");
            case "2×1" -> Arbitraries.of("[w]'", "A[:,2:2]");
            case "3×1" -> Arbitraries.of("[u]'", "B[:,2:2]");
            case "2×2" -> Arbitraries.of("(A*B)", "[[1, s], [2, 3]]", "Q[1:2,2:3]");
            case "2×3" -> Arbitraries.of("A", "B'", "[u, v]", "(w*r)");
            case "3×2" -> Arbitraries.of("B", "A'", "(u*w')", "Q[:,1:2]");
            default -> Arbitraries.of("Q", "Q'", "(u*r)", "(B*A)", "[u, v, A[1,:]]");
        };
    }

    private static Arbitrary<String> elementwise(Arbitrary<String> same, Arbitrary<String> scalar) {
        Arbitrary<String> arrays = Combinators.combine(same, Arbitraries.of("+", "-", ".*", "./", ".^"), same)
                .as(RandomArrays::join);
        Arbitrary<String> scaled = Combinators.combine(
                        scalar, Arbitraries.of("+", "-", "*", "/", ".*", "./", ".^"), same)
                .as(RandomArrays::join);
        Arbitrary<String> scaling = Combinators.combine(
                        same, Arbitraries.of("+", "-", "*", "/", ".*", "./", ".^"), scalar)
                .as(RandomArrays::join);
        return Arbitraries.oneOf(arrays, scaled, scaling);
    }

    private static Arbitrary<String> functions(Arbitrary<String> same) {
        Arbitrary<String> one = Combinators.combine(Arbitraries.of("exp", "sin", "abs", "log1p"), same)
                .as((f, a) -> f + "(" + a + ")");
        Arbitrary<String> two = Combinators.combine(Arbitraries.of("max", "min"), same, same)
                .as((f, a, b) -> f + "(" + a + ", 1, " + b + ")");
        return Arbitraries.oneOf(one, two);
    }

    /** Of a shape whose transpose is this one. */
    private static Arbitrary<String> transposed(Shape shape, int depth) {
        return Arbitraries.lazy(() -> ofShape(shape.transposed(), depth - 1)).map(a -> bracketed(a) + "'");
    }

    private static Arbitrary<String> conditional(Arbitrary<String> scalar, Arbitrary<String> same) {
        return Combinators.combine(scalar, same, same).as((c, a, b) -> "if(" + c + " > 0, " + a + ", " + b + ")");
    }

    private static Arbitrary<String> special(Shape shape, int depth) {
        return switch (shape.rank()) {
            case 0 -> scalars(depth);
            case 1 -> vectors(shape, depth);
            default -> products(shape, depth);
        };
    }

    private static Arbitrary<String> scalars(int depth) {
        Arbitrary<Shape> arrays = shapes().filter(shape -> !shape.isScalar());
        Arbitrary<String> reduced = Combinators.combine(
                        Arbitraries.of("sum", "prod", "norm1", "norm2", "max"), arrays.flatMap(s -> ofShape(s, depth)))
                .as((f, a) -> f + "(" + a + ")");
        Arbitrary<String> dot = Combinators.combine(ofShape(Shape.vector(3), depth), ofShape(Shape.vector(3), depth))
                .as((a, b) -> "dot(" + a + ", " + b + ")");
        Arbitrary<String> inner = Combinators.combine(ofShape(Shape.row(2), depth), ofShape(Shape.vector(2), depth))
                .as((a, b) -> join(a, "*", b));
        Arbitrary<String> square = Combinators.combine(
                        Arbitraries.of("trace", "logdet"), ofShape(Shape.matrix(3, 3), depth))
                .as((f, a) -> f + "(" + a + ")");
        // The name of the index tells the level, for loops inside each other need different ones.
        Arbitrary<String> loop = Combinators.combine(
                        Arbitraries.of("sum", "prod"), ofShape(Shape.scalar(), depth), Arbitraries.of("u", "v"))
                .as((f, body, x) -> f + "(i" + depth + " in 1..2, " + x + "[i" + depth + "+1]*(" + body + "))");
        Arbitrary<String> power = ofShape(Shape.scalar(), depth).map(a -> bracketed(bracketed(a) + "^2"));
        return Arbitraries.oneOf(reduced, dot, inner, square, loop, power);
    }

    private static Arbitrary<String> vectors(Shape shape, int depth) {
        Arbitrary<String> product = shapes().filter(s -> s.isMatrix() && s.rows() == shape.rows() && !s.isRow())
                .flatMap(s -> Combinators.combine(ofShape(s, depth), ofShape(Shape.vector(s.columns()), depth))
                        .as((a, b) -> join(a, "*", b)));
        Arbitrary<String> softmax = ofShape(shape, depth).map(a -> "softmax(" + a + ")");
        Arbitrary<String> loop = ofShape(Shape.scalar(), depth)
                .map(body -> "vector(i" + depth + " in 1.." + shape.rows() + ", i" + depth + " + " + body + ")");
        Arbitrary<String> slice = ofShape(Shape.vector(3), depth).map(a -> bracketed(a) + "[1:" + shape.rows() + "]");
        return Arbitraries.oneOf(product, softmax, loop, slice);
    }

    private static Arbitrary<String> products(Shape shape, int depth) {
        Arbitrary<String> matrices = Arbitraries.of(1L, 2L, 3L)
                .flatMap(inner -> Combinators.combine(
                                ofShape(shape.isRow() ? Shape.row(inner) : Shape.matrix(shape.rows(), inner), depth),
                                ofShape(Shape.matrix(inner, shape.columns()), depth))
                        .as((a, b) -> join(a, "*", b)));
        if (shape.isRow()) {
            return matrices;
        }
        Arbitrary<Shape> right = Arbitraries.of(Shape.row(shape.columns()), Shape.matrix(1, shape.columns()));
        Arbitrary<String> outer = right.flatMap(row -> Combinators.combine(
                        ofShape(Shape.vector(shape.rows()), depth), ofShape(row, depth))
                .as((a, b) -> join(a, "*", b)));
        return Arbitraries.oneOf(matrices, outer);
    }

    private static String join(String left, String sign, String right) {
        return "(" + left + " " + sign + " " + right + ")";
    }

    private static String bracketed(String text) {
        return "(" + text + ")";
    }
}
