package dev.optimizer.autodiff;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.array.BodyBuilder;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.autodiff.lowering.Lowering;
import dev.optimizer.autodiff.program.ArrayEvaluator;
import dev.optimizer.autodiff.program.Evaluator;
import dev.optimizer.autodiff.program.Residuals;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.formula.Expr;
import dev.optimizer.formula.Formula;
import dev.optimizer.linalg.Port;
import dev.optimizer.objective.LeastSquares;
import java.lang.ref.Reference;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A formula for a vector of residuals as the objective ½‖r‖², exact up to rounding; the Hessian is the full one,
 * JᵀJ + Σ rᵢ·∇²rᵢ.
 *
 * <p>Conventions and limits are those of {@link FormulaObjective}.
 */
public final class FormulaLeastSquares extends EvaluatedObjective implements LeastSquares {
    private final int n;
    private final int m;
    private final Residuals residuals;
    private final Port xPort;
    private final Port rPort;
    private Port jPort;

    /** @param r the node of the residuals in the graph */
    private FormulaLeastSquares(Formula formula, ArrayGraph graph, int r, Execution execution) {
        super(formula, evaluator(formula, graph, r, execution));
        this.n = dimension(formula);
        this.m = residualCount(formula);
        this.xPort = new Port("x", n);
        this.rPort = new Port("r", m);
        this.residuals = new Residuals(graph, r, n, m, execution);
    }

    private static Evaluator evaluator(Formula formula, ArrayGraph graph, int r, Execution execution) {
        int value = halfSquare(graph, r, residualCount(formula));
        return new ArrayEvaluator(graph, value, dimension(formula), execution);
    }

    private static int residualCount(Formula formula) {
        return Math.toIntExact(formula.shape().size());
    }

    /**
     * The least-squares problem of the residuals that a formula describes.
     *
     * @throws dev.optimizer.formula.FormulaException if its value is not a vector
     * @throws IllegalArgumentException if it has no variable
     */
    public static FormulaLeastSquares of(Formula formula) {
        return of(formula, Execution.TIERED);
    }

    /** The same, run in a way of one's own. */
    static FormulaLeastSquares of(Formula formula, Execution execution) {
        dimension(formula.requireVector());
        ArrayGraph graph = new ArrayGraph();
        int r = Lowering.lower(formula, graph);
        return new FormulaLeastSquares(formula, graph, r, execution);
    }

    /**
     * The same for an expression built in code, whose variables stand in the order of first occurrence.
     *
     * @throws dev.optimizer.formula.FormulaException if its value is not a vector, or a name has two meanings
     * @throws IllegalArgumentException if it has no variable
     */
    public static FormulaLeastSquares of(Expr residuals) {
        return of(residuals.formula());
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

    @Override
    public int residualCount() {
        return m;
    }

    @Override
    public void residuals(INDArray x, INDArray r) {
        long at = xPort.read(x);
        residuals.values(at, rPort.write(r, at, n));
        rPort.finish();
        Reference.reachabilityFence(this);
    }

    @Override
    public void jacobian(INDArray x, INDArray j) {
        if (jPort == null) {
            requireDense(m, n);
            jPort = new Port("j", m * n);
        }
        long at = xPort.read(x);
        residuals.jacobian(at, jPort.write(j, at, n));
        jPort.finish();
        Reference.reachabilityFence(this);
    }
}
