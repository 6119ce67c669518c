package dev.optimizer.runner.judge;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.TwiceDifferentiable;
import dev.optimizer.runner.catalogue.Objectives;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.plan.PlannedRun;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The derivatives of runs' objectives at their starts, in the order of the entries of x. Runs of one problem stand one after
 * the other, so its objective is made once.
 */
final class StartDerivatives {
    private ProblemConfig problem;
    private TwiceDifferentiable objective;

    /** ∂f/∂xᵢ. */
    List<Double> gradient(PlannedRun run) {
        Vector x = start(run);
        Vector g = Vector.zeros(x.length());
        objective(run).gradient(x.array(), g.array());
        return Doubles.of(g.toArray());
    }

    /** ∂²f/∂xᵢ∂xⱼ by rows. */
    List<List<Double>> hessian(PlannedRun run) {
        Vector x = start(run);
        Matrix h = Matrix.zeros(x.length());
        objective(run).hessian(x.array(), h.array());
        return Arrays.stream(h.toArray()).<List<Double>>map(Doubles::of).toList();
    }

    private TwiceDifferentiable objective(PlannedRun run) {
        if (problem != run.problem()) {
            problem = null;
            objective = Objectives.of(run.problem());
            problem = run.problem();
        }
        return objective;
    }

    private static Vector start(PlannedRun run) {
        return Vector.copyOf(Nd4j.create(run.start().toArray()));
    }
}
