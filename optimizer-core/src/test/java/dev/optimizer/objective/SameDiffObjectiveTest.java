package dev.optimizer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.testing.Allocations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SameDiffObjectiveTest {
    /** Rosenbrock's function of two scalars. */
    private static SameDiff rosenbrock() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.scalar(-1.2));
        SDVariable y = graph.var("y", Nd4j.scalar(1.0));
        SDVariable a = x.rsub(1.0);
        SDVariable b = y.sub(x.mul(x));
        a.mul(a).add(b.mul(b).mul(100.0)).rename("loss");
        return graph;
    }

    @Test
    void aGraphIsMinimisedFromWhatItsVariablesHold() {
        SameDiff graph = rosenbrock();
        SameDiffObjective objective = SameDiffObjective.of(graph, "loss", "x", "y");

        Result result = new Minimizer(LineSearchSolver.newton()).minimize(objective, objective.current());
        objective.assign(result.x());

        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.verdict().byDifferences()).isTrue();
        assertThat(result.audit()).isEqualTo(DerivativeAudit.PASSED);
        assertThat(result.toString())
                .startsWith("converged at a minimum point (second derivatives by differences of the gradient), f = ");
        // ‖∇f‖ ≤ 1e-8 and a smallest eigenvalue of 0.4.
        assertThat(graph.getVariable("x").getArr().getDouble(0)).isCloseTo(1, within(5e-8));
        assertThat(graph.getVariable("y").getArr().getDouble(0)).isCloseTo(1, within(5e-8));
    }

    @Test
    void secondDerivativesAreDifferences() {
        SameDiffObjective objective = SameDiffObjective.of(rosenbrock(), "loss", "x", "y");
        INDArray h = Nd4j.create(new double[2][2]);
        INDArray hv = Nd4j.create(new double[2]);

        INDArray at = objective.current();
        objective.hessian(at, h);
        objective.hessianVector(at, Nd4j.create(new double[] {2, 1}), hv);

        assertThat(objective.hasExactHessian()).isFalse();
        // ε^(2/3) = 4e-11 times third derivatives of some thousand.
        assertThat(h.toDoubleMatrix()[0]).containsExactly(new double[] {1330, 480}, within(1e-6));
        assertThat(h.toDoubleMatrix()[1]).containsExactly(new double[] {480, 200}, within(1e-6));
        assertThat(h.getDouble(0, 1)).isEqualTo(h.getDouble(1, 0));
        assertThat(hv.toDoubleVector()).containsExactly(new double[] {3140, 1160}, within(1e-5));
    }

    /** ‖Xw + b − y‖² over w (2×1) and b, with the data in placeholders. */
    @Test
    void variablesOfAnyShapeLieOneAfterTheOther() {
        SameDiff graph = SameDiff.create();
        SDVariable data = graph.placeHolder("data", DataType.DOUBLE, 4, 2);
        SDVariable labels = graph.placeHolder("labels", DataType.DOUBLE, 4, 1);
        SDVariable w = graph.var("w", Nd4j.create(new double[][] {{1}, {2}}));
        SDVariable b = graph.var("b", Nd4j.scalar(3.0));
        SDVariable r = data.mmul(w).add(b).sub(labels);
        r.mul(r).sum().rename("loss");
        INDArray x = Nd4j.create(new double[][] {{0, 1}, {1, 0}, {2, 3}, {4, -1}});
        INDArray y = x.mmul(Nd4j.create(new double[][] {{-1}, {0.5}})).add(2);
        SameDiffObjective objective =
                SameDiffObjective.of(graph, "loss", "w", "b").with(Map.of("data", x, "labels", y));

        Result result = new Minimizer(LineSearchSolver.newton()).minimize(objective, objective.current());

        assertThat(Vector.copyOf(objective.current()).length()).isEqualTo(3);
        // The smallest eigenvalue is about 4, ‖∇f‖ ≤ 1e-8.
        assertThat(result.x().toDoubleVector()).containsExactly(new double[] {-1, 0.5, 2}, within(1e-8));
    }

    @Test
    void whereCurvatureIsBelowWhatDifferencesShowThePointIsDegenerate() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.create(new double[] {1e-4, 0}));
        SDVariable weights = graph.constant("weights", Nd4j.create(new double[] {1e-8, 1}));
        x.mul(x).mul(weights).sum().rename("loss");
        SameDiffObjective objective = SameDiffObjective.of(graph, "loss", "x");

        Result result = new Minimizer(LineSearchSolver.newton()).minimize(objective, objective.current());

        assertThat(result.verdict().kind()).isEqualTo(PointKind.DEGENERATE);
    }

    @Test
    void nothingIsPrinted() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SameDiffObjective objective = SameDiffObjective.of(rosenbrock(), "loss", "x", "y");
            objective.gradient(objective.current(), Nd4j.create(new double[2]));
            System.out.print("and then");
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("and then");
    }

    @Test
    void whatDoesNotFitIsRefusedWithAReason() {
        SameDiff graph = rosenbrock();
        graph.placeHolder("data", DataType.DOUBLE, 2);
        graph.var("float", Nd4j.scalar(1f));
        graph.var("other", Nd4j.scalar(1.0));
        assertRefused("the graph has no variable 'lost'", graph, "lost", "x");
        assertRefused("the graph has no variable 'z'", graph, "loss", "z");
        assertRefused("name at least one variable to minimise over", graph, "loss");
        assertRefused("'data' must be made by SameDiff.var, and is of type PLACEHOLDER", graph, "loss", "data");
        assertRefused(
                "'float' must hold doubles, not FLOAT, ND4J's default: create it with DataType.DOUBLE or from a double[]",
                graph,
                "loss",
                "float");
        assertRefused("'loss' does not depend on 'other'", graph, "loss", "x", "other");
    }

    private static void assertRefused(String message, SameDiff graph, String loss, String... variables) {
        assertThatThrownBy(() -> SameDiffObjective.of(graph, loss, variables))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aLossThatIsNoScalarIsRefused() {
        SameDiff graph = SameDiff.create();
        graph.var("x", Nd4j.create(new double[] {1, 2})).mul(2).rename("loss");
        SameDiffObjective objective = SameDiffObjective.of(graph, "loss", "x");

        assertThatThrownBy(() -> objective.value(objective.current())).hasMessage("'loss' must have 1 elements: [2]");
    }

    /** Fifty gradients of 100,000 entries: 300 MB, SameDiff's own arrays included, if nobody gave them back. */
    @Test
    void memoryOffTheHeapStaysFlat() {
        int n = 100_000;
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.rand(DataType.DOUBLE, n));
        x.mul(x).mul(x).sum().rename("loss");
        SameDiffObjective objective = SameDiffObjective.of(graph, "loss", "x");
        INDArray at = objective.current();
        INDArray g = Nd4j.create(DataType.DOUBLE, n);

        Allocations.assertPhysicalMemoryIsFlat(50, 60_000_000, () -> objective.gradient(at, g));

        assertThat(g.getDouble(7)).isCloseTo(3 * Math.pow(at.getDouble(7), 2), within(1e-14));
    }
}
