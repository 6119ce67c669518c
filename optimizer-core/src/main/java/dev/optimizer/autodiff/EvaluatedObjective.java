package dev.optimizer.autodiff;

import dev.optimizer.autodiff.program.Evaluator;
import dev.optimizer.formula.Formula;
import dev.optimizer.linalg.Port;
import dev.optimizer.objective.SparseHessian;
import dev.optimizer.objective.TwiceDifferentiable;
import java.lang.ref.Reference;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays from outside meet an {@link Evaluator}, which knows addresses only: what both kinds of formulas have in common. */
abstract class EvaluatedObjective implements TwiceDifferentiable {
    private final Formula formula;
    private final Evaluator evaluator;
    private final int n;
    private final Port xPort;
    private final Port gPort;
    private final Port vPort;
    private final Port hvPort;
    private Port hPort;

    EvaluatedObjective(Formula formula, Evaluator evaluator) {
        this.formula = formula;
        this.evaluator = evaluator;
        this.n = dimension(formula);
        this.xPort = new Port("x", n);
        this.gPort = new Port("g", n);
        this.vPort = new Port("v", n);
        this.hvPort = new Port("hv", n);
    }

    /** The number of entries of x. */
    static int dimension(Formula formula) {
        if (formula.variables().isEmpty()) {
            throw new IllegalArgumentException("the formula has no variable: " + formula.text());
        }
        return Math.toIntExact(formula.dimension());
    }

    public final Formula formula() {
        return formula;
    }

    @Override
    public final long dimension() {
        return n;
    }

    /** Derived from the value by machine: there is nothing to audit. */
    @Override
    public final boolean isAudited() {
        return false;
    }

    @Override
    public final double value(INDArray x) {
        long at = xPort.known(x);
        double value = evaluator.value(at != 0 ? at : xPort.read(x));
        // Evaluators see addresses only: what they belong to must outlive them.
        Reference.reachabilityFence(this);
        return value;
    }

    @Override
    public final double gradient(INDArray x, INDArray g) {
        long at = xPort.known(x);
        long to = gPort.known(g, at);
        if (at == 0 || to == 0) {
            return unknownGradient(x, g);
        }
        double value = evaluator.gradient(at, to);
        Reference.reachabilityFence(this);
        return value;
    }

    /** The same for arrays that are not known by sight: not in one method, whose values would have to survive the calls. */
    private double unknownGradient(INDArray x, INDArray g) {
        long at = xPort.read(x);
        double value = evaluator.gradient(at, gPort.write(g, at, n));
        gPort.finish();
        Reference.reachabilityFence(this);
        return value;
    }

    /** {@inheritDoc} Refused for more than 46,340 variables, whose n² entries no array can hold. */
    @Override
    public final void hessian(INDArray x, INDArray h) {
        if (hPort == null) {
            requireDense(n, n);
            hPort = new Port("h", n * n);
        }
        long at = xPort.read(x);
        evaluator.hessian(at, hPort.write(h, at, n));
        hPort.finish();
        Reference.reachabilityFence(this);
    }

    @Override
    public final void hessianVector(INDArray x, INDArray v, INDArray hv) {
        long at = xPort.read(x);
        long along = vPort.read(v);
        long to = hvPort.write(hv, at, n, along, n);
        evaluator.hessianVector(at, along, to);
        hvPort.finish();
        Reference.reachabilityFence(this);
    }

    /**
     * The Hessian with only the entries that can differ from zero, for a formula that is a sum of terms which each use a
     * few entries of x, such as {@code sum(i in 1..n-1, (x[i+1] - x[i]^2)^2)}. Shares this objective's memory.
     */
    @Override
    public final Optional<SparseHessian> sparseHessian() {
        return evaluator.sparseHessian();
    }

    static void requireDense(long rows, long columns) {
        if (rows * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a dense matrix of " + rows + "×" + columns
                    + " entries is too large; use hessianVector or sparseHessian");
        }
    }
}
