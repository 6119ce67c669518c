package dev.optimizer.runner.judge;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.runner.plan.PlannedRun;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The derivatives of a run's formula at its start.
 *
 * @param gradient ∂f/∂xᵢ in the order of the variables
 * @param hessian ∂²f/∂xᵢ∂xⱼ by rows
 */
record StartDerivatives(List<Double> gradient, List<List<Double>> hessian) {
    static StartDerivatives of(PlannedRun run) {
        FormulaObjective objective = FormulaObjective.of(run.problem().formula());
        Vector x = Vector.copyOf(Nd4j.create(run.start().toArray()));
        Vector g = Vector.zeros(x.length());
        Matrix h = Matrix.zeros(x.length());
        objective.gradient(x.array(), g.array());
        objective.hessian(x.array(), h.array());
        return new StartDerivatives(
                list(g.toArray()),
                Arrays.stream(h.toArray()).map(StartDerivatives::list).toList());
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
