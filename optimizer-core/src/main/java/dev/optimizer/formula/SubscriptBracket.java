package dev.optimizer.formula;

import dev.optimizer.formula.Expression.Range;
import java.util.ArrayList;
import java.util.List;

/** The subscripts of a vector or a matrix: {@code x[3]}, {@code x[1:n-1]}, {@code U[i,:]}. */
final class SubscriptBracket implements Bracket {
    private final Source source;
    private final Scope scope;
    private final Expression array;
    private final int start;
    private final Token open;
    private final List<Range> ranges = new ArrayList<>();
    /** For each range whether it is one subscript, which takes the dimension away. */
    private final List<Boolean> single = new ArrayList<>();

    /** What stands before the colon of a slice that is being read. */
    private Expression first;

    /**
     * @param start where the array begins, with the brackets around it
     * @throws FormulaException if the array is a scalar
     */
    SubscriptBracket(Source source, Scope scope, Expression array, int start, Token open) {
        this.source = source;
        this.scope = scope;
        this.array = array;
        this.start = start;
        this.open = open;
        if (array.shape().isScalar()) {
            throw source.error(noEntries(), start, open.start());
        }
    }

    private String noEntries() {
        if (array instanceof Expression.Variable variable && scope.isUndeclared(variable.name())) {
            return "'" + variable.name()
                    + "' is not declared, so it is a scalar, which has no entries; declare its size";
        }
        return "this is a scalar, which has no entries";
    }

    @Override
    public Token open() {
        return open;
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public void separator(Expression part, Token sign) {
        switch (sign.kind()) {
            case COLON -> begin(part, sign);
            case COMMA -> add(part, sign);
            default -> throw Bracket.misplaced(sign, source);
        }
    }

    private void begin(Expression part, Token colon) {
        if (first != null) {
            throw source.error("a slice has two bounds, as in x[1:3]", colon);
        }
        first = part;
    }

    @Override
    public Expression close(Expression part, Token close) {
        add(part, close);
        int dimensions = array.shape().rank();
        if (ranges.size() < dimensions) {
            String problem = array.shape().inWords() + " takes two subscripts; a whole row is written A[1,:]";
            throw source.error(problem, open.start(), close.end());
        }
        Range columns = dimensions == 1 ? new Range(IndexPolynomial.constant(1), 1) : ranges.get(1);
        return new Expression.Selection(array, ranges.get(0), columns, shape(), start, close.end());
    }

    private Shape shape() {
        List<Long> kept = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            if (!single.get(i)) {
                kept.add(ranges.get(i).length());
            }
        }
        return switch (kept.size()) {
            case 0 -> Shape.scalar();
            case 1 -> Shape.vector(kept.get(0));
            default -> Shape.matrix(kept.get(0), kept.get(1));
        };
    }

    /** Adds the subscript, slice or colon that is complete; checks it against the array at once. */
    private void add(Expression part, Token sign) {
        int dimension = ranges.size();
        Shape shape = array.shape();
        if (dimension == shape.rank()) {
            String subscripts = shape.isVector() ? "one subscript" : "two subscripts";
            throw source.error(shape.inWords() + " takes " + subscripts, open.start(), sign.end());
        }
        long size = dimension == 0 ? shape.rows() : shape.columns();
        String what = shape.isVector() ? "subscript" : dimension == 0 ? "row" : "column";
        if (part == null) {
            ranges.add(new Range(IndexPolynomial.constant(1), size));
        } else if (first == null) {
            Subscript subscript = IndexReader.subscript(part, source, scope);
            check().requireInside(subscript, size, what, part);
            ranges.add(new Range(subscript, 1));
        } else {
            ranges.add(slice(first, part, size, what));
        }
        single.add(part != null && first == null);
        first = null;
    }

    private Range slice(Expression low, Expression high, long size, String what) {
        IndexPolynomial from = IndexReader.bound(low, source, scope);
        IndexPolynomial to = IndexReader.bound(high, source, scope);
        long length = check().length(from, to, "this slice", low.start(), high.end());
        check().requireInside(from, size, what, low);
        check().requireInside(to, size, what, high);
        return new Range(from, length);
    }

    private SubscriptCheck check() {
        return new SubscriptCheck(source, scope);
    }
}
