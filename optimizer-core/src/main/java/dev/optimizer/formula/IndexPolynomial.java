package dev.optimizer.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A polynomial in the indices of the loops around it, with whole coefficients: the {@code 2*i - j + 1} in
 * {@code x[2*i - j + 1]}, or a bound of a loop. The index of a loop is known by its level, the number of loops around
 * that loop.
 *
 * <p>Immutable; equal polynomials are equal however they were written.
 */
public final class IndexPolynomial implements Subscript {
    /** Terms that a polynomial may have; products of sums of many indices grow without bound. */
    static final int MAX_TERMS = 100;

    private final List<Term> terms;

    private IndexPolynomial(List<Term> terms) {
        this.terms = terms;
    }

    /** A coefficient, and the levels whose indices it is multiplied by, ascending: {@code 3*i^2*j} is 3, [0, 0, 1]. */
    private record Term(long coefficient, List<Integer> levels) {
        long value(long[] indices) {
            long value = coefficient;
            for (int i = 0; i < levels.size(); i++) {
                value = Math.multiplyExact(value, indices[levels.get(i)]);
            }
            return value;
        }
    }

    static IndexPolynomial constant(long value) {
        return new IndexPolynomial(value == 0 ? List.of() : List.of(new Term(value, List.of())));
    }

    /** The index of the loop at a level. */
    static IndexPolynomial index(int level) {
        return new IndexPolynomial(List.of(new Term(1, List.of(level))));
    }

    /** Whether it is one number, whatever the indices are. */
    public boolean isConstant() {
        return degree() == 0;
    }

    /** Whether it is a constant plus multiples of indices: {@link #constantTerm} and {@link #coefficient} are all of it. */
    public boolean isAffine() {
        return degree() <= 1;
    }

    /** The part that depends on no index. */
    public long constantTerm() {
        return coefficient(List.of());
    }

    /** The number that the index of this level alone is multiplied by; 0 if it does not occur alone. */
    public long coefficient(int level) {
        return coefficient(List.of(level));
    }

    @Override
    public boolean dependsOn(int level) {
        for (Term term : terms) {
            if (term.levels().contains(level)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long value(long[] indices) {
        long value = 0;
        for (int i = 0; i < terms.size(); i++) {
            value = Math.addExact(value, terms.get(i).value(indices));
        }
        return value;
    }

    IndexPolynomial plus(IndexPolynomial other) {
        Map<List<Integer>, Long> sum = new TreeMap<>(IndexPolynomial::compare);
        terms.forEach(term -> sum.merge(term.levels(), term.coefficient(), Math::addExact));
        other.terms.forEach(term -> sum.merge(term.levels(), term.coefficient(), Math::addExact));
        return of(sum);
    }

    IndexPolynomial minus(IndexPolynomial other) {
        return plus(other.times(constant(-1)));
    }

    /** @throws ArithmeticException if a coefficient does not fit a long, or there are too many terms */
    IndexPolynomial times(IndexPolynomial other) {
        Map<List<Integer>, Long> product = new TreeMap<>(IndexPolynomial::compare);
        for (Term a : terms) {
            for (Term b : other.terms) {
                long coefficient = Math.multiplyExact(a.coefficient(), b.coefficient());
                List<Integer> levels = new ArrayList<>(a.levels());
                levels.addAll(b.levels());
                Collections.sort(levels);
                product.merge(levels, coefficient, Math::addExact);
            }
        }
        return of(product);
    }

    /** Whether every coefficient is a multiple of a number other than 0. */
    boolean isDivisibleBy(long divisor) {
        return terms.stream().allMatch(term -> term.coefficient() % divisor == 0);
    }

    /** The exact quotient, if {@link #isDivisibleBy} holds. */
    IndexPolynomial dividedBy(long divisor) {
        return new IndexPolynomial(terms.stream()
                .map(term -> new Term(term.coefficient() / divisor, term.levels()))
                .toList());
    }

    /** Whether the index of this level is nowhere multiplied by an index. */
    boolean isLinearIn(int level) {
        for (Term term : terms) {
            if (term.levels().size() > 1 && term.levels().contains(level)) {
                return false;
            }
        }
        return true;
    }

    /** Puts a polynomial in place of an index that this one {@linkplain #isLinearIn is linear in}. */
    IndexPolynomial substitute(int level, IndexPolynomial value) {
        long coefficient = coefficient(level);
        return minus(index(level).times(constant(coefficient))).plus(value.times(constant(coefficient)));
    }

    /** Bounds on the values, if each index takes any value of its loop: interval arithmetic (Moore 1966). */
    Interval over(List<LoopRange> loops) {
        Interval sum = Interval.of(0);
        for (Term term : terms) {
            Interval product = Interval.of(term.coefficient());
            for (int level : term.levels()) {
                product = product.times(loops.get(level).values());
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    /** The terms are in the order of their degrees. */
    private int degree() {
        return terms.isEmpty() ? 0 : terms.get(terms.size() - 1).levels().size();
    }

    private long coefficient(List<Integer> levels) {
        for (Term term : terms) {
            if (term.levels().equals(levels)) {
                return term.coefficient();
            }
        }
        return 0;
    }

    private static IndexPolynomial of(Map<List<Integer>, Long> coefficients) {
        List<Term> terms = new ArrayList<>();
        coefficients.forEach((levels, coefficient) -> {
            if (coefficient != 0) {
                terms.add(new Term(coefficient, levels));
            }
        });
        if (terms.size() > MAX_TERMS) {
            throw new ArithmeticException("more than " + MAX_TERMS + " terms");
        }
        return new IndexPolynomial(List.copyOf(terms));
    }

    /** By degree, then by level: a fixed order of the terms makes equal polynomials equal lists. */
    private static int compare(List<Integer> a, List<Integer> b) {
        int order = Integer.compare(a.size(), b.size());
        for (int i = 0; order == 0 && i < a.size(); i++) {
            order = a.get(i).compareTo(b.get(i));
        }
        return order;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexPolynomial polynomial && terms.equals(polynomial.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.toString();
    }
}
