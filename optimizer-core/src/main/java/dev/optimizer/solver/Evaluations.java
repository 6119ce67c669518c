package dev.optimizer.solver;

/**
 * How many points the objective was evaluated at, by what was asked. Value and gradient at one point count one each,
 * however many calls they took; the verdict's own evaluations are not the solver's and are not counted.
 */
public final class Evaluations {
    long values;
    long gradients;
    long hessians;
    long products;

    void reset() {
        values = 0;
        gradients = 0;
        hessians = 0;
        products = 0;
    }

    Evaluations copy() {
        Evaluations copy = new Evaluations();
        copy.values = values;
        copy.gradients = gradients;
        copy.hessians = hessians;
        copy.products = products;
        return copy;
    }

    /** What is left of the points at which f was computed without the iterates, the start among them. */
    static long rejected(long values, long iterations) {
        return values - iterations - 1;
    }

    /** Points at which f was computed: {@code n_f}. */
    public long values() {
        return values;
    }

    /** Points at which ∇f was computed: {@code n_g}. */
    public long gradients() {
        return gradients;
    }

    /** Points at which ∇²f was computed: {@code n_h}. */
    public long hessians() {
        return hessians;
    }

    /** Products of ∇²f with a vector: {@code n_hv}. */
    public long products() {
        return products;
    }

    @Override
    public String toString() {
        return values + " f, " + gradients + " ∇f, " + hessians + " ∇²f, " + products + " ∇²f·v";
    }
}
