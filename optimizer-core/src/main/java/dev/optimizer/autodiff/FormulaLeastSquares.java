package dev.optimizer.autodiff;

import dev.optimizer.autodiff.ArrayNode.Contribution;
import dev.optimizer.autodiff.ArrayNode.Read;
import dev.optimizer.formula.Formula;
import dev.optimizer.linalg.Buffers;
import dev.optimizer.objective.LeastSquares;
import dev.optimizer.objective.SparseHessian;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A formula for a vector of residuals as the objective ½‖r‖², exact up to rounding; the Hessian is the full one,
 * JᵀJ + Σ rᵢ·∇²rᵢ.
 *
 * <p>Conventions and limits are those of {@link FormulaObjective}.
 */
public final class FormulaLeastSquares implements LeastSquares {
    private final Formula formula;
    private final int n;
    private final int m;
    private final Evaluator objective;
    private final Residuals residuals;

    private FormulaLeastSquares(Formula formula) {
        this.formula = formula.requireVector();
        this.n = FormulaObjective.dimension(formula);
        this.m = Math.toIntExact(formula.shape().size());
        ArrayGraph graph = new ArrayGraph();
        int r = Lowering.lower(formula, graph);
        this.objective = new ArrayEvaluator(graph, halfSquare(graph, r, m), n);
        this.residuals = new Residuals(graph, r, n, m);
    }

    /**
     * The least-squares problem of the residuals that a formula describes.
     *
     * @throws dev.optimizer.formula.FormulaException if its value is not a vector
     * @throws IllegalArgumentException if it has no variable
     */
    public static FormulaLeastSquares of(Formula formula) {
        return new FormulaLeastSquares(formula);
    }

    /** ½·Σ rᵢ². The square is taken in the residuals' own code where they have one, so that a sum of local terms stays one. */
    private static int halfSquare(ArrayGraph graph, int residuals, int m) {
        Domain domain = Domain.of(m);
        BodyBuilder builder = new BodyBuilder(graph, domain);
        int r = graph.node(residuals) instanceof ArrayNode.Map map
                        && map.domain().equals(domain)
                ? builder.include(map)[residuals - graph.first(residuals)]
                : builder.read(new Read(residuals, Access.IDENTITY));
        Graph code = builder.code();
        int term = code.multiply(code.constant(0.5), code.powerInteger(r, 2));
        Contribution square = new Contribution(builder.build(term).get(0), domain, Access.constant(0));
        return graph.accumulate(1, List.of(square));
    }

    public Formula formula() {
        return formula;
    }

    @Override
    public long dimension() {
        return n;
    }

    @Override
    public int residualCount() {
        return m;
    }

    @Override
    public void residuals(INDArray x, INDArray r) {
        Buffers.require("x", x, n);
        Buffers.require("r", r, m);
        residuals.values(x, r);
    }

    @Override
    public void jacobian(INDArray x, INDArray j) {
        FormulaObjective.requireDense(m, n);
        Buffers.require("x", x, n);
        Buffers.require("j", j, (long) m * n);
        residuals.jacobian(x, j);
    }

    /** Derived from the value by machine: there is nothing to audit. */
    @Override
    public boolean isAudited() {
        return false;
    }

    @Override
    public double value(INDArray x) {
        Buffers.require("x", x, n);
        return objective.value(x);
    }

    @Override
    public double gradient(INDArray x, INDArray g) {
        Buffers.require("x", x, n);
        Buffers.require("g", g, n);
        return objective.gradient(x, g);
    }

    @Override
    public void hessian(INDArray x, INDArray h) {
        FormulaObjective.requireDense(n, n);
        Buffers.require("x", x, n);
        Buffers.require("h", h, (long) n * n);
        objective.hessian(x, h);
    }

    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        Buffers.require("x", x, n);
        Buffers.require("v", v, n);
        Buffers.require("hv", hv, n);
        objective.hessianVector(x, v, hv);
    }

    /** As in {@link FormulaObjective#sparseHessian}. */
    public Optional<SparseHessian> sparseHessian() {
        return objective.sparseHessian();
    }
}
