package dev.optimizer.autodiff.lowering;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.array.BodyBuilder;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.array.IndexForm;
import dev.optimizer.autodiff.array.Indices;
import dev.optimizer.autodiff.array.Prefix;
import dev.optimizer.autodiff.array.Segments;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Operation;
import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Function;
import dev.optimizer.formula.Shape;
import dev.optimizer.formula.Subscript;
import java.util.List;

/**
 * Lowers what makes one number of many: sums, products, norms and extremes, by loops or over the entries of an array.
 *
 * <p>The result is an array with an element for each iteration of the loops around that it depends on.
 */
final class Reductions {
    /** Up to this many factors are multiplied in one piece of code: longer code takes as long as a recurrence. */
    private static final int FEW = 8;

    private final Elements elements;
    private final Lowering lowering;
    private final ArrayGraph graph;

    Reductions(Elements elements) {
        this.elements = elements;
        this.lowering = elements.lowering();
        this.graph = lowering.graph();
    }

    /** What is reduced: an entry in each iteration of {@code entries}, for each of {@code outer}. */
    private record Terms(Domain outer, Domain entries, At at) {
        /** For each entry its iteration of the loops around. */
        Access owner() {
            return Prefix.access(entries, outer.depth(), 1, IndexForm.ZERO);
        }
    }

    /** ‖v‖₂² is the sum of squares: no root, and a derivative at 0. */
    static boolean isSquaredNorm(Expression node) {
        Expression norm = null;
        if (node instanceof Expression.Binary power && power.operator() == Expression.Operator.POWER) {
            norm = isTwo(power.right()) ? power.left() : null;
        } else if (node instanceof Expression.Call call && call.function() == Function.POW) {
            norm = isTwo(call.arguments().get(1)) ? call.arguments().get(0) : null;
        }
        return norm instanceof Expression.Call call && call.function() == Function.NORM2;
    }

    private static boolean isTwo(Expression node) {
        return node instanceof Expression.Number number && number.value() == 2;
    }

    /** The place of the value, in the code of the caller. */
    int element(Expression node, At at) {
        if (node instanceof Expression.Loop loop) {
            return loop(loop, at);
        } else if (isSquaredNorm(node)) {
            Expression.Call norm = (Expression.Call) node.operands().get(0);
            return squares(norm.arguments().get(0), at);
        } else if (node instanceof Expression.Binary product) {
            return product(product, at);
        }
        Expression.Call call = (Expression.Call) node;
        Expression argument = call.arguments().get(0);
        return switch (call.function()) {
            case SUM -> sum(argument, at);
            case PROD -> product(argument, at);
            case DOT -> dot(call, at);
            case NORM1 -> norm1(argument, at);
            case NORM2 -> norm2(argument, at);
            case TRACE -> trace(argument, at);
            case MAX -> largest(argument, at, false);
            case MIN -> largest(argument, at, true);
            case LOGSUMEXP -> logSumExp(argument, at);
            case SOFTMAX -> softmax(argument, at);
            default -> throw new IllegalStateException("no meaning for " + call.function());
        };
    }

    private Graph code() {
        return elements.builder().code();
    }

    /** The loops around that an expression depends on, and more where it cannot be helped. */
    private Domain outer(Expression node, At at) {
        return elements.builder().domain().prefix(at.depth(lowering.facts().loops(node)));
    }

    private Terms entries(Expression array, At at) {
        Domain outer = outer(array, at);
        Shape shape = array.shape();
        return new Terms(outer, Lowering.entries(outer, shape), Lowering.entry(at, outer, shape));
    }

    private Elements inside(Terms terms) {
        return new Elements(lowering, new BodyBuilder(graph, terms.entries()));
    }

    /** The entries themselves, where they can be read more than once. */
    private Read read(Expression array, Terms terms) {
        Elements inner = inside(terms);
        return inner.builder().build(inner.element(array, terms.at())).get(0);
    }

    /** Adds up a place in the code of the terms; returns where the sum can be read in the loops around. */
    private Read sum(Terms terms, BodyBuilder builder, int place) {
        Contribution term = new Contribution(builder.build(place).get(0), terms.entries(), terms.owner());
        return new Read(graph.accumulate(terms.outer().count(), List.of(term)), Access.IDENTITY);
    }

    private int sum(Expression array, At at) {
        Terms terms = entries(array, at);
        Elements inner = inside(terms);
        return elements.outer(sum(terms, inner.builder(), inner.element(array, terms.at())), terms.outer());
    }

    private int norm1(Expression array, At at) {
        Terms terms = entries(array, at);
        Elements inner = inside(terms);
        int size = inner.builder().code().unary(Operation.ABS, inner.element(array, terms.at()));
        return elements.outer(sum(terms, inner.builder(), size), terms.outer());
    }

    private int squares(Expression array, At at) {
        Terms terms = entries(array, at);
        Elements inner = inside(terms);
        int square = inner.builder().code().powerInteger(inner.element(array, terms.at()), 2);
        return elements.outer(sum(terms, inner.builder(), square), terms.outer());
    }

    private int dot(Expression.Call call, At at) {
        Terms terms = entries(call.arguments().get(0), at, call);
        Elements inner = inside(terms);
        int a = inner.element(call.arguments().get(0), terms.at());
        int b = inner.element(call.arguments().get(1), terms.at());
        return elements.outer(sum(terms, inner.builder(), inner.builder().code().multiply(a, b)), terms.outer());
    }

    /** The entries of an array in the loops that another expression depends on, which it is part of. */
    private Terms entries(Expression array, At at, Expression whole) {
        Domain outer = outer(whole, at);
        return new Terms(outer, Lowering.entries(outer, array.shape()), Lowering.entry(at, outer, array.shape()));
    }

    private int trace(Expression matrix, At at) {
        Domain outer = outer(matrix, at);
        Domain diagonal = outer.with(new Domain.Regular((int) matrix.shape().rows()));
        IndexForm i = IndexForm.index(outer.depth());
        Terms terms = new Terms(outer, diagonal, at.entry(i, i));
        Elements inner = inside(terms);
        return elements.outer(sum(terms, inner.builder(), inner.element(matrix, terms.at())), outer);
    }

    /** Entry (i, j) of A·B: Σₖ aᵢₖ·bₖⱼ. */
    private int product(Expression.Binary product, At at) {
        int depth = at.depth(lowering.facts().loops(product));
        depth = Math.max(depth, Math.max(at.row().depth(), at.column().depth()));
        Domain outer = elements.builder().domain().prefix(depth);
        Domain.Level inner = new Domain.Regular((int) product.left().shape().columns());
        Terms terms = new Terms(outer, outer.with(inner), at);
        IndexForm k = IndexForm.index(outer.depth());
        Elements body = inside(terms);
        int a = body.element(product.left(), at.entry(at.row(), k));
        int b = body.element(product.right(), at.entry(k, at.column()));
        int term = body.builder().code().multiply(a, b);
        return elements.outer(sum(terms, body.builder(), term), outer);
    }

    /**
     * ‖v‖₂ = s·√Σ(v/s)² with s the largest magnitude, which cannot overflow. The derivative with respect to s is 0, so s
     * is a constant in differentiation. At v = 0 the value is 0 and the derivative, 0/0, NaN.
     */
    private int norm2(Expression array, At at) {
        Terms terms = entries(array, at);
        Read entry = read(array, terms);
        BodyBuilder magnitudes = new BodyBuilder(graph, terms.entries());
        int magnitude = magnitudes.code().unary(Operation.ABS, magnitudes.read(entry));
        int largest = largest(terms, magnitudes.build(magnitude).get(0));
        BodyBuilder builder = new BodyBuilder(graph, terms.entries());
        int scale = scale(builder, builder.read(new Read(largest, terms.owner())));
        int scaled = builder.code().divide(builder.read(entry), scale);
        Read sum = sum(terms, builder, builder.code().powerInteger(scaled, 2));
        int root = code().unary(Operation.SQRT, elements.outer(sum, terms.outer()));
        int outside = scale(elements.builder(), elements.outer(new Read(largest, Access.IDENTITY), terms.outer()));
        return code().multiply(outside, root);
    }

    /** A number to divide by: 1 in place of 0, ∞ and NaN, which then show in what is divided. */
    private static int scale(BodyBuilder builder, int largest) {
        Graph code = builder.code();
        int positive = code.binary(Operation.LESS, code.constant(0), largest);
        return code.select(code.and(positive, isFinite(code, largest)), largest, code.constant(1));
    }

    private static int isFinite(Graph code, int number) {
        return code.binary(Operation.LESS, code.unary(Operation.ABS, number), code.constant(Double.POSITIVE_INFINITY));
    }

    private int largest(Terms terms, Read entry) {
        Contribution source = new Contribution(entry, terms.entries(), terms.owner());
        return graph.add(new ArrayNode.Largest(terms.outer().count(), source));
    }

    /**
     * The largest entry is the sum of the entries of which all but the first largest one are left out; the smallest entry is
     * the one with the largest opposite.
     */
    private int largest(Expression array, At at, boolean smallest) {
        Terms terms = entries(array, at);
        Elements inner = inside(terms);
        int element = inner.element(array, terms.at());
        int compared = smallest ? inner.builder().code().negate(element) : element;
        List<Read> entries = inner.builder().build(element, compared);
        int number = largest(terms, entries.get(1)) + 1;
        BodyBuilder builder = new BodyBuilder(graph, terms.entries());
        int chosen = builder.read(new Read(number, terms.owner()));
        int here = builder.read(new Read(graph.add(new ArrayNode.Range()), Access.IDENTITY));
        Graph code = builder.code();
        int isChosen = code.binary(Operation.EQUAL, here, chosen);
        int only = code.select(isChosen, builder.read(entries.get(0)), code.constant(0));
        return elements.outer(sum(terms, builder, only), terms.outer());
    }

    /** What is subtracted before exponentials are taken, and does not matter in exact arithmetic: a constant. */
    private static int shift(BodyBuilder builder, int largest) {
        return builder.code()
                .select(
                        isFinite(builder.code(), largest),
                        largest,
                        builder.code().constant(0));
    }

    /** m + log Σ exp(v − m) with m the largest entry, so that nothing overflows. */
    private int logSumExp(Expression array, At at) {
        Terms terms = entries(array, at);
        Read entry = read(array, terms);
        int largest = largest(terms, entry);
        int sum = elements.outer(exponentials(terms, entry, largest), terms.outer());
        int outside = elements.outer(new Read(largest, Access.IDENTITY), terms.outer());
        return code().add(shift(elements.builder(), outside), code().unary(Operation.LOG, sum));
    }

    private Read exponentials(Terms terms, Read entry, int largest) {
        BodyBuilder builder = new BodyBuilder(graph, terms.entries());
        int shift = shift(builder, builder.read(new Read(largest, terms.owner())));
        int shifted = builder.code().subtract(builder.read(entry), shift);
        return sum(terms, builder, builder.code().unary(Operation.EXP, shifted));
    }

    /** exp(vᵢ − m) / Σ exp(v − m). */
    private int softmax(Expression array, At at) {
        Terms terms = entries(array, at);
        BodyBuilder copy = new BodyBuilder(graph, terms.entries());
        int entries = copy.buildArrays(copy.read(read(array, terms)))[0];
        Read entry = new Read(entries, Access.IDENTITY);
        int largest = largest(terms, entry);
        int sum = elements.outer(exponentials(terms, entry, largest), terms.outer());
        int shift = shift(elements.builder(), elements.outer(new Read(largest, Access.IDENTITY), terms.outer()));
        int size = (int) array.shape().size();
        Access place = Prefix.access(elements.builder().domain(), terms.outer().depth(), size, at.row());
        int shifted = code().subtract(elements.read(new Read(entries, place)), shift);
        return code().divide(code().unary(Operation.EXP, shifted), sum);
    }

    private int product(Expression array, At at) {
        if (array.shape().size() <= FEW && lowering.facts().isCode(array)) {
            return factors(array, at);
        }
        Terms terms = entries(array, at);
        BodyBuilder copy = new BodyBuilder(graph, terms.entries());
        int factors = copy.buildArrays(copy.read(read(array, terms)))[0];
        Domain.Level inner = new Domain.Regular((int) array.shape().size());
        return product(Segments.of(terms.outer(), inner), new Read(factors, Access.IDENTITY));
    }

    /**
     * A few factors, written out: none is in its own slope, whose derivative by it is then left out instead of being zero
     * times what may be infinite.
     */
    private int factors(Expression array, At at) {
        int product = code().constant(1);
        for (int row = 0; row < array.shape().rows(); row++) {
            for (int column = 0; column < array.shape().columns(); column++) {
                At entry = at.entry(IndexForm.constant(row), IndexForm.constant(column));
                product = code().multiply(product, elements.element(array, entry));
            }
        }
        return product;
    }

    private int factors(Expression.Loop loop, int count, At at) {
        IndexForm from = IndexForm.of(loop.from(), at.loops());
        int product = code().constant(1);
        for (int i = 0; i < count; i++) {
            At factor = at.inside(loop.level(), from.plus(i));
            product = code().multiply(product, elements.element(loop.body(), factor));
        }
        return product;
    }

    /** The last of the products of the first 0, 1, 2 … factors. */
    private int product(Segments segments, Read factor) {
        Read one = new Read(graph.constant(1), Access.IDENTITY);
        int states = graph.add(new ArrayNode.Scan(segments, false, one, factor, null));
        return elements.outer(new Read(states, segments.last()), segments.outer());
    }

    private int loop(Expression.Loop loop, At at) {
        Domain outer = outer(loop, at);
        Domain.Level level = level(loop, outer, at);
        IndexForm index = IndexForm.of(loop.from(), at.loops()).plus(IndexForm.index(outer.depth()));
        Terms terms = new Terms(outer, outer.with(level), at.inside(loop.level(), index));
        if (terms.entries().count() == 0) {
            // The body is never run, so that its subscripts may mean entries that do not exist.
            return code().constant(loop.kind() == Expression.LoopKind.SUM ? 0 : 1);
        }
        if (loop.kind() == Expression.LoopKind.PROD
                && level instanceof Domain.Regular few
                && few.count() <= FEW
                && lowering.facts().isCode(loop.body())) {
            return factors(loop, few.count(), at);
        }
        lowering.lowerProducts(loop.body());
        Elements inner = inside(terms);
        int place = inner.element(loop.body(), terms.at());
        if (loop.kind() == Expression.LoopKind.SUM) {
            return elements.outer(sum(terms, inner.builder(), place), outer);
        }
        return product(Segments.of(outer, level), inner.builder().build(place).get(0));
    }

    /** How often a loop runs: a number, or one for each iteration of the loops around. */
    private static Domain.Level level(Expression.Loop loop, Domain outer, At at) {
        IndexForm from = IndexForm.of(loop.from(), at.loops());
        IndexForm count = IndexForm.of((Subscript) loop.to(), at.loops())
                .plus(from.times(-1))
                .plus(1);
        if (count.depth() == 0) {
            return new Domain.Regular(Math.max(0, count.base()));
        }
        int[] counts = count.values(outer);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.max(0, counts[i]);
        }
        return new Domain.Ragged(new Indices(counts));
    }
}
