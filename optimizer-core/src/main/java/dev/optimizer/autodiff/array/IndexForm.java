package dev.optimizer.autodiff.array;

import dev.optimizer.formula.IndexPolynomial;
import dev.optimizer.formula.Subscript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A whole number in each iteration of a domain: base + Σ strides[d]·(index of loop d) + the terms. All but the strangest
 * subscripts have no terms.
 *
 * @param strides as many as there are loops that matter; further loops have stride 0
 */
public record IndexForm(int base, List<Integer> strides, List<Term> terms) {
    public static final IndexForm ZERO = constant(0);

    /**
     * A multiple of a subscript that is no sum of multiples of indices.
     *
     * @param loops the values of the indices of the formula's loops; null for those that do not occur
     */
    public record Term(int factor, Subscript subscript, List<IndexForm> loops) {}

    public static IndexForm constant(long value) {
        return new IndexForm(Math.toIntExact(value), List.of(), List.of());
    }

    /** The index of a loop of the domain. */
    public static IndexForm index(int level) {
        List<Integer> strides = new ArrayList<>(Collections.nCopies(level, 0));
        strides.add(1);
        return new IndexForm(0, List.copyOf(strides), List.of());
    }

    /**
     * The number that a subscript is.
     *
     * @param loops what the indices of the formula's loops are, by their level; null for those that do not occur
     */
    public static IndexForm of(Subscript subscript, List<IndexForm> loops) {
        if (subscript instanceof IndexPolynomial polynomial && polynomial.isAffine()) {
            IndexForm sum = constant(polynomial.constantTerm());
            for (int level = 0; level < loops.size(); level++) {
                long coefficient = polynomial.coefficient(level);
                if (coefficient != 0) {
                    sum = sum.plus(loops.get(level).times(Math.toIntExact(coefficient)));
                }
            }
            return sum;
        }
        List<IndexForm> used = new ArrayList<>();
        for (int level = 0; level < loops.size(); level++) {
            used.add(subscript.dependsOn(level) ? loops.get(level) : null);
        }
        Term term = new Term(1, subscript, Collections.unmodifiableList(used));
        IndexForm form = new IndexForm(0, List.of(), List.of(term));
        return form.depth() == 0 ? constant(form.values(Domain.POINT)[0]) : form;
    }

    public IndexForm plus(long number) {
        return new IndexForm(Math.toIntExact(base + number), strides, terms);
    }

    public IndexForm plus(IndexForm other) {
        List<Integer> sum = new ArrayList<>();
        for (int level = 0; level < Math.max(strides.size(), other.strides.size()); level++) {
            sum.add(stride(level) + other.stride(level));
        }
        List<Term> both = new ArrayList<>(terms);
        both.addAll(other.terms);
        return new IndexForm(base + other.base, trimmed(sum), List.copyOf(both));
    }

    public IndexForm times(int factor) {
        List<Integer> multiples =
                strides.stream().map(stride -> factor * stride).toList();
        List<Term> scaled = terms.stream()
                .map(term -> new Term(factor * term.factor(), term.subscript(), term.loops()))
                .toList();
        return new IndexForm(factor * base, trimmed(multiples), factor == 0 ? List.of() : scaled);
    }

    /** How many of the outermost loops it depends on, up to the innermost one that matters. */
    public int depth() {
        int depth = strides.size();
        for (Term term : terms) {
            for (IndexForm loop : term.loops()) {
                depth = loop == null ? depth : Math.max(depth, loop.depth());
            }
        }
        return depth;
    }

    /** The access to the element with this number. */
    public Access access(Domain domain) {
        if (!terms.isEmpty()) {
            return new Access.Table(new Indices(values(domain)));
        }
        int[] all = new int[domain.depth()];
        for (int level = 0; level < strides.size(); level++) {
            all[level] = strides.get(level);
        }
        return Access.affine(domain, base, all);
    }

    /** The number in each iteration. */
    public int[] values(Domain domain) {
        int[] values = new IndexForm(base, strides, List.of()).access(domain).all(domain);
        for (Term term : terms) {
            add(term, domain, values);
        }
        return values;
    }

    private static void add(Term term, Domain domain, int[] values) {
        List<IndexForm> loops = term.loops();
        int[][] indices = new int[loops.size()][];
        for (int level = 0; level < indices.length; level++) {
            indices[level] = loops.get(level) == null ? null : loops.get(level).values(domain);
        }
        long[] at = new long[indices.length];
        for (int k = 0; k < values.length; k++) {
            for (int level = 0; level < at.length; level++) {
                at[level] = indices[level] == null ? 0 : indices[level][k];
            }
            values[k] += term.factor() * Math.toIntExact(term.subscript().value(at));
        }
    }

    private int stride(int level) {
        return level < strides.size() ? strides.get(level) : 0;
    }

    private static List<Integer> trimmed(List<Integer> strides) {
        int size = strides.size();
        while (size > 0 && strides.get(size - 1) == 0) {
            size--;
        }
        return List.copyOf(strides.subList(0, size));
    }
}
