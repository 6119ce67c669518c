package dev.optimizer.formula;

import java.util.stream.Collectors;

/** Sees to it that subscripts stay inside their arrays, for all indices of the loops around the place being read. */
final class SubscriptCheck {
    private final Source source;
    private final Scope scope;
    private final LoopNest nest;

    SubscriptCheck(Source source, Scope scope) {
        this.source = source;
        this.scope = scope;
        this.nest = new LoopNest(scope.loops());
    }

    /**
     * Checks that a subscript lies in 1 … {@code size}.
     *
     * @param what how it is called: {@code subscript}, {@code row}, {@code column}
     * @param at where it stands
     * @throws FormulaException if it ever lies outside
     */
    void requireInside(Subscript subscript, long size, String what, Expression at) {
        if (nest.neverRuns()) {
            return;
        }
        source.exactly(at.start(), at.end(), () -> {
            Interval bounds = bounds(subscript);
            if (!bounds.liesIn(1, size)) {
                complain(subscript, bounds, size, what, at);
            }
            return bounds;
        });
    }

    private Interval bounds(Subscript subscript) {
        if (subscript instanceof Lookup lookup) {
            // A lookup exists only for data that are all whole.
            return scope.wholeRange(lookup.table()).orElseThrow();
        }
        return nest.bounds((IndexPolynomial) subscript);
    }

    private void complain(Subscript subscript, Interval bounds, long size, String what, Expression at) {
        String range = "outside 1.." + size;
        if (subscript instanceof IndexPolynomial constant && constant.isConstant()) {
            throw source.error(what + " " + bounds.min() + " lies " + range, at);
        }
        if (subscript instanceof IndexPolynomial affine && affine.isAffine() && nest.isRectangular()) {
            String runs = "the " + what + " runs from " + bounds.min() + " to " + bounds.max();
            throw source.error(runs + ", " + range, at);
        }
        long[] where = firstOutside(subscript, bounds, size, what, at);
        if (where != null) {
            String indices = nest.loops().stream()
                    .filter(loop -> subscript.dependsOn(loop.level()))
                    .map(loop -> loop.name() + " = " + where[loop.level()])
                    .collect(Collectors.joining(", "));
            String place = indices.isEmpty() ? "" : " at " + indices;
            throw source.error("the " + what + " is " + subscript.value(where) + place + ", " + range, at);
        }
    }

    private long[] firstOutside(Subscript subscript, Interval bounds, long size, String what, Expression at) {
        try {
            return nest.find(
                    subscript, indices -> !Interval.of(subscript.value(indices)).liesIn(1, size), scope::spendCheck);
        } catch (LoopNest.BudgetExceededException e) {
            String problem = "this " + what + " may run from " + bounds.min() + " to " + bounds.max() + ", outside 1.."
                    + size + ", and takes too long to check; write it more simply";
            throw source.error(problem, at);
        }
    }

    /**
     * The head of a loop inside the loops around.
     *
     * @throws FormulaException if there are too many loops around already
     */
    LoopRange loop(Token index, IndexPolynomial from, IndexPolynomial to) {
        int level = nest.loops().size();
        if (level == Scope.MAX_LOOPS) {
            throw source.error("loops are nested deeper than " + Scope.MAX_LOOPS + " levels", index);
        }
        return source.exactly(index.start(), index.end(), () -> {
            Interval values =
                    new Interval(nest.bounds(from).min(), nest.bounds(to).max());
            long count = Math.addExact(nest.bounds(to.minus(from)).max(), 1);
            return new LoopRange(index.text(), level, from, to, values, Math.max(0, count));
        });
    }

    /**
     * The number of whole numbers in a range that is equally long for all indices.
     *
     * @param what how the thing with this length is called: {@code this vector}
     * @throws FormulaException if the length depends on an index, or there is none
     */
    long length(IndexPolynomial from, IndexPolynomial to, String what, int start, int end) {
        return source.exactly(start, end, () -> {
            IndexPolynomial difference = to.minus(from);
            if (!difference.isConstant()) {
                throw source.error("the length of " + what + " must not depend on the index of a loop", start, end);
            }
            long length = Math.addExact(difference.constantTerm(), 1);
            if (length < 1) {
                String range = from.isConstant() ? ": from " + from.constantTerm() + " to " + to.constantTerm() : "";
                throw source.error(what + " is empty" + range, start, end);
            }
            return length;
        });
    }

    /**
     * Checks that the body of a loop is not run too often.
     *
     * @throws FormulaException if it is, counting the loops around
     */
    void requireIterations(LoopRange loop, int start, int end) {
        LoopNest inner = nest.with(loop);
        long atMost = inner.iterationsAtMost();
        if (inner.neverRuns() || atMost <= LoopNest.MAX_ITERATIONS) {
            return;
        }
        if (inner.isRectangular()) {
            String problem = "this loop runs " + atMost + " times in all; at most " + LoopNest.MAX_ITERATIONS;
            throw source.error(problem, start, end);
        }
        if (runsTooOften(loop)) {
            String problem = "this loop may run more than " + LoopNest.MAX_ITERATIONS + " times in all";
            throw source.error(problem, start, end);
        }
    }

    /** Adds up the lengths that a ragged loop has for each of the indices around. */
    private boolean runsTooOften(LoopRange loop) {
        long[] sum = new long[1];
        try {
            long[] where = nest.find(
                    everyLevel(),
                    indices -> {
                        long length = loop.to().value(indices) - loop.from().value(indices) + 1;
                        sum[0] += Math.max(0, length);
                        return sum[0] > LoopNest.MAX_ITERATIONS;
                    },
                    scope::spendCheck);
            return where != null;
        } catch (LoopNest.BudgetExceededException e) {
            return true;
        }
    }

    private Subscript everyLevel() {
        IndexPolynomial sum = IndexPolynomial.constant(0);
        for (LoopRange around : nest.loops()) {
            sum = sum.plus(IndexPolynomial.index(around.level()));
        }
        return sum;
    }
}
