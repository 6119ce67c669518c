package dev.optimizer.objective;

import dev.optimizer.linalg.Buffers;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.autodiff.samediff.internal.memory.NoOpMemoryMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A SameDiff graph as an objective: value and gradient by SameDiff; second derivatives, which it does not have, by
 * differences of its gradient. Verdicts say so ({@link TwiceDifferentiable#hasExactHessian}).
 *
 * <pre>{@code
 * SameDiffObjective objective = SameDiffObjective.of(graph, "loss", "weights", "bias").with(Map.of("input", data));
 * Result result = new Minimizer(LineSearchSolver.gradientDescent()).minimize(objective, objective.current());
 * objective.assign(result.x());   // the graph's variables now hold the solution
 * }</pre>
 *
 * <p>x is made of the variables named, one after the other, each row by row. They must hold doubles, where SameDiff's own
 * default is FLOAT, and be of the kind that {@link SameDiff#var} makes; placeholders are data, and get their arrays by
 * {@link #with}. The graph is the objective's from now on: its loss is set, and an evaluation leaves its point in the
 * variables. Memory off the heap does not grow, but SameDiff is slow on small graphs and allocates on the heap: a gradient of
 * Rosenbrock's function takes it milliseconds and 400,000 bytes, and a formula a ten-thousandth of that.
 */
public final class SameDiffObjective implements TwiceDifferentiable {
    /** What SameDiff calls the graph of its gradient, in a constant that it does not publish. */
    private static final String GRADIENT = "grad";

    private final SameDiff graph;
    private final String loss;
    private final SameDiffVariables variables;
    private final DifferencedHessian hessian;
    private Map<String, INDArray> placeholders = Map.of();

    private SameDiffObjective(SameDiff graph, String loss, SameDiffVariables variables) {
        this.graph = graph;
        this.loss = loss;
        this.variables = variables;
        this.hessian = new DifferencedHessian(new Gradients());
    }

    /**
     * The loss of a graph as a function of some of its variables.
     *
     * @param graph the graph, which this objective uses from now on
     * @param loss the name of the variable to minimise, a scalar
     * @param variables the names of the variables to minimise over, at least one, in the order that they have in x
     * @throws IllegalArgumentException if there is no such variable, or it is not fit to be one
     */
    public static SameDiffObjective of(SameDiff graph, String loss, String... variables) {
        if (!graph.hasVariable(loss)) {
            throw new IllegalArgumentException("the graph has no variable '" + loss + "'");
        }
        SameDiffVariables x = new SameDiffVariables(graph, List.of(variables));
        graph.setLossVariables(loss);
        SilentDifferentiation.differentiate(graph, variables);
        for (String name : variables) {
            SDVariable gradient = graph.getVariable(name).getGradient();
            if (gradient == null) {
                throw new IllegalArgumentException("'" + loss + "' does not depend on '" + name + "'");
            }
        }
        return new SameDiffObjective(graph, loss, x);
    }

    /** Sets the arrays of the graph's placeholders, such as data. They are not copied. */
    public SameDiffObjective with(Map<String, INDArray> placeholders) {
        this.placeholders = Map.copyOf(placeholders);
        return this;
    }

    /** A new array with what the graph's variables hold now, such as initial weights to start from. */
    public INDArray current() {
        return variables.read().array();
    }

    /** Puts x into the graph's variables. */
    public void assign(INDArray x) {
        Buffers.require("x", x, dimension());
        variables.write(x);
    }

    @Override
    public long dimension() {
        return variables.length();
    }

    @Override
    public boolean hasExactHessian() {
        return false;
    }

    @Override
    public double value(INDArray x) {
        assign(x);
        MemoryWorkspace scope = open();
        try {
            return scalar(graph.output(placeholders, loss).get(loss));
        } finally {
            scope.close();
        }
    }

    @Override
    public double gradient(INDArray x, INDArray g) {
        Buffers.require("g", g, dimension());
        assign(x);
        MemoryWorkspace scope = open();
        try {
            OutAndGrad computed = graph.calculateGradientsAndOutputs(placeholders, List.of(loss), variables.names());
            variables.write(computed.getGradients(), g);
            return scalar(computed.getOutputs().get(loss));
        } finally {
            scope.close();
        }
    }

    private double scalar(INDArray value) {
        Buffers.require("'" + loss + "'", value, 1);
        return value.getDouble(0);
    }

    /**
     * A workspace, and sessions that take their memory from it. SameDiff's own way, a cache of arrays, took 6 MB more at each
     * gradient of 100,000 entries until the collector came by (ND4J 1.0.0-M2.1).
     */
    private MemoryWorkspace open() {
        useWorkspace(graph);
        useWorkspace(graph.getFunction(GRADIENT));
        return Temporaries.open();
    }

    private static void useWorkspace(SameDiff part) {
        Map<Long, InferenceSession> sessions = part.getSessions();
        InferenceSession session = sessions.get(Thread.currentThread().getId());
        if (session == null || !(session.getMmgr() instanceof NoOpMemoryMgr)) {
            session = new InferenceSession(part);
            session.setMmgr(new NoOpMemoryMgr());
            sessions.put(Thread.currentThread().getId(), session);
        }
    }

    @Override
    public void hessian(INDArray x, INDArray h) {
        hessian.hessian(x, h);
    }

    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        hessian.hessianVector(x, v, hv);
    }

    /** This objective without its second derivatives, which are made from it. */
    private final class Gradients implements Objective {
        @Override
        public long dimension() {
            return SameDiffObjective.this.dimension();
        }

        @Override
        public double value(INDArray x) {
            return SameDiffObjective.this.value(x);
        }

        @Override
        public double gradient(INDArray x, INDArray g) {
            return SameDiffObjective.this.gradient(x, g);
        }
    }
}
