package dev.optimizer.runner.judge;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.TwiceDifferentiable;
import dev.optimizer.runner.catalogue.Objectives;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.plan.PlannedRun;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/** The derivatives of a run's objective at its start, in the order of the entries of x. */
final class StartDerivatives {
    private StartDerivatives() {}

    /** ∂f/∂xᵢ. */
    static List<Double> gradient(PlannedRun run) {
        Vector x = start(run);
        Vector g = Vector.zeros(x.length());
        objective(run).gradient(x.array(), g.array());
        return Doubles.of(g.toArray());
    }

    /** ∂²f/∂xᵢ∂xⱼ by rows. */
    static List<List<Double>> hessian(PlannedRun run) {
        Vector x = start(run);
        Matrix h = Matrix.zeros(x.length());
        objective(run).hessian(x.array(), h.array());
        return Arrays.stream(h.toArray()).<List<Double>>map(Doubles::of).toList();
    }

    private static TwiceDifferentiable objective(PlannedRun run) {
        return Objectives.of(run.problem());
    }

    private static Vector start(PlannedRun run) {
        return Vector.copyOf(Nd4j.create(run.start().toArray()));
    }
}
