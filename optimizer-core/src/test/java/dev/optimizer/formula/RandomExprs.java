package dev.optimizer.formula;

import dev.optimizer.formula.Expression.Comparison;
import dev.optimizer.formula.Expression.LoopKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** The same random formula twice: in Java, and as a text with brackets around everything. Over the names of {@link Shaped}. */
final class RandomExprs {
    private static final Data TABLE = Data.vector(3, 1, 2);

    private final Random random;
    /** Of the loops around; each runs from 1 to at most 3. */
    private final List<Both> indices = new ArrayList<>();

    RandomExprs(long seed) {
        this.random = new Random(seed);
    }

    /** An expression and what it should be read as. */
    record Both(Expr expr, String text) {}

    Both any(int depth) {
        return ofShape(RandomArrays.SHAPES.get(random.nextInt(RandomArrays.SHAPES.size())), depth);
    }

    /** What such texts are read with. */
    static Formula parse(String text) {
        return Formula.builder()
                .variable("s")
                .variable("u", Shape.vector(3))
                .variable("w", Shape.vector(2))
                .variable("Q", Shape.matrix(3, 3))
                .data("c", TABLE)
                .parse(text);
    }

    private Both ofShape(Shape shape, int depth) {
        if (depth <= 0) {
            return leaf(shape);
        }
        int d = depth - 1;
        return switch (random.nextInt(shape.isScalar() ? 12 : 9)) {
            case 0 -> binary(pick("+", "-", ".*", "./", ".^"), ofShape(shape, d), ofShape(shape, d));
            case 1 -> binary(pick("+", "-", "*", "/", ".*", "./", ".^"), ofShape(shape, d), scalar(d));
            case 2 -> binary(pick("+", "-", "*", "/", ".*", "./", ".^"), scalar(d), ofShape(shape, d));
            case 3 -> negated(ofShape(shape, d));
            case 4 -> transposed(ofShape(shape.transposed(), d));
            case 5 -> call("exp", Functions::exp, ofShape(shape, d));
            case 6 -> extreme(ofShape(shape, d), ofShape(shape, d));
            case 7 -> conditional(scalar(d), ofShape(shape, d), ofShape(shape, d));
            case 8 -> special(shape, d);
            case 9 -> binary("^", scalar(d), scalar(d));
            case 10 -> call("norm2", Functions::norm2, ofShape(Shape.vector(3), d));
            default -> loop(pick(LoopKind.SUM, LoopKind.PROD), d);
        };
    }

    private Both scalar(int depth) {
        return ofShape(Shape.scalar(), depth);
    }

    private Both leaf(Shape shape) {
        return switch (shape.rank()) {
            case 0 -> pick(name("s"), number(), entry(name("u")), entry(name("Q")));
            case 1 -> shape.rows() == 1 ? slice(name("u"), 1) : vectorLeaf(shape);
            default -> shape.isRow() ? transposed(leaf(shape.transposed())) : block(name("Q"), shape);
        };
    }

    private Both vectorLeaf(Shape shape) {
        return pick(shape.rows() == 3 ? name("u") : name("w"), slice(name("u"), shape.rows()));
    }

    private Both special(Shape shape, int depth) {
        if (shape.isRow()) {
            return binary("*", ofShape(Shape.row(2), depth), ofShape(Shape.matrix(2, shape.columns()), depth));
        } else if (shape.isVector() && shape.rows() == 1) {
            return binary("*", ofShape(Shape.matrix(1, 2), depth), ofShape(Shape.vector(2), depth));
        }
        return switch (shape.rank()) {
            case 0 -> entry(ofShape(pick(Shape.vector(3), Shape.matrix(3, 3)), depth));
            case 1 ->
                shape.rows() == 3
                        ? pick(
                                loop(LoopKind.VECTOR, depth),
                                binary("*", ofShape(Shape.matrix(3, 2), depth), ofShape(Shape.vector(2), depth)),
                                row(ofShape(Shape.matrix(2, 3), depth)))
                        : pick(
                                slice(ofShape(Shape.vector(3), depth), 2),
                                array(scalar(depth), scalar(depth)),
                                column(ofShape(Shape.matrix(2, 3), depth)));
            default ->
                shape.rows() == 2
                        ? array(
                                ofShape(Shape.vector(shape.columns()), depth),
                                ofShape(Shape.vector(shape.columns()), depth))
                        : block(ofShape(Shape.matrix(3, 3), depth), shape);
        };
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Both name(String name) {
        Expr expr = switch (name) {
            case "s" -> Expr.variable(name);
            case "u" -> Expr.variable(name, 3);
            case "w" -> Expr.variable(name, 2);
            case "Q" -> Expr.variable(name, 3, 3);
            default -> Expr.data(name, TABLE);
        };
        return new Both(expr, name);
    }

    private Both number() {
        double value = pick(0.0, 1.0, -2.0, 0.1, -1e-300, 1e15, 123456.789e20, 1.0 / 3);
        return new Both(Expr.number(value), "(" + value + ")");
    }

    private Both negated(Both a) {
        return new Both(a.expr().negated(), "(-" + a.text() + ")");
    }

    private Both transposed(Both a) {
        return new Both(a.expr().transposed(), "(" + a.text() + "')");
    }

    private Both binary(String sign, Both a, Both b) {
        Expr left = a.expr();
        Expr right = b.expr();
        Expr result = switch (sign) {
            case "+" -> left.plus(right);
            case "-" -> left.minus(right);
            case "*" -> left.times(right);
            case "/" -> left.dividedBy(right);
            case "^" -> left.power(right);
            case ".*" -> left.timesEach(right);
            case "./" -> left.dividedByEach(right);
            default -> left.powerEach(right);
        };
        return new Both(result, "(" + a.text() + " " + sign + " " + b.text() + ")");
    }

    private static Both call(String name, Function<Expr, Expr> function, Both a) {
        return new Both(function.apply(a.expr()), name + "(" + a.text() + ")");
    }

    private Both extreme(Both a, Both b) {
        return new Both(Functions.max(a.expr(), b.expr()), "max(" + a.text() + ", " + b.text() + ")");
    }

    private Both array(Both a, Both b) {
        return new Both(Functions.array(a.expr(), b.expr()), "[" + a.text() + ", " + b.text() + "]");
    }

    private Both conditional(Both side, Both then, Both otherwise) {
        Comparison comparison = pick(Comparison.values());
        Expr expr = Functions.conditional(side.expr(), comparison, name("s").expr(), then.expr(), otherwise.expr());
        String condition = side.text() + comparison.text() + "s";
        return new Both(expr, "if(" + condition + ", " + then.text() + ", " + otherwise.text() + ")");
    }

    /** A whole number from 1 to 3. */
    private Both index() {
        Both index = indices.isEmpty() ? new Both(Expr.number(2), "2") : indices.get(random.nextInt(indices.size()));
        return switch (random.nextInt(4)) {
            case 0 -> new Both(Expr.number(4).minus(index.expr()), "(4 - " + index.text() + ")");
            case 1 -> new Both(name("c").expr().at(index.expr()), "c[" + index.text() + "]");
            case 2 -> new Both(Expr.number(3), "3");
            default -> index;
        };
    }

    private Both entry(Both array) {
        Both i = index();
        if (array.expr().shape().isVector()) {
            return new Both(array.expr().at(i.expr()), array.text() + "[" + i.text() + "]");
        }
        Both j = index();
        return new Both(array.expr().at(i.expr(), j.expr()), array.text() + "[" + i.text() + "," + j.text() + "]");
    }

    private Both slice(Both vector, long length) {
        return new Both(vector.expr().slice(1, length), vector.text() + "[1:" + length + "]");
    }

    private Both row(Both matrix) {
        return new Both(matrix.expr().row(2), matrix.text() + "[2,:]");
    }

    private Both column(Both matrix) {
        return new Both(matrix.expr().column(3), matrix.text() + "[:,3]");
    }

    private Both block(Both matrix, Shape shape) {
        String text = "(" + matrix.text() + "[1:" + shape.rows() + ",:])[:,1:" + shape.columns() + "]";
        return new Both(matrix.expr().rows(1, shape.rows()).columns(1, shape.columns()), text);
    }

    private Both loop(LoopKind kind, int depth) {
        String name = "ijklm".substring(indices.size(), indices.size() + 1);
        boolean ragged = kind != LoopKind.VECTOR && !indices.isEmpty() && random.nextBoolean();
        Both to = ragged ? indices.get(random.nextInt(indices.size())) : new Both(Expr.number(3), "3");
        String[] body = new String[1];
        Expr expr = Expr.loop(kind, Expr.number(1), to.expr(), index -> {
            indices.add(new Both(index, name));
            // The loop depends on its index, and on all around it.
            Both inside = binary("*", indices.get(random.nextInt(indices.size())), scalar(depth));
            indices.remove(indices.size() - 1);
            body[0] = inside.text();
            return inside.expr();
        });
        return new Both(expr, kind.text() + "(" + name + " in 1.." + to.text() + ", " + body[0] + ")");
    }
}
