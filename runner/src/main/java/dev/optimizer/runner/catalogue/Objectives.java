package dev.optimizer.runner.catalogue;

import dev.optimizer.autodiff.FormulaLeastSquares;
import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.formula.Formula;
import dev.optimizer.objective.DifferencedHessian;
import dev.optimizer.objective.Objective;
import dev.optimizer.objective.TwiceDifferentiable;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.Function.Plugged;
import dev.optimizer.runner.config.ProblemConfig;

/** Makes the objectives of problems. Each run takes its own, for an objective owns scratch memory. */
public final class Objectives {
    private Objectives() {}

    /** The objective as it was written: the formula, half the sum of the squares of the residuals, or the plugin. */
    public static TwiceDifferentiable of(ProblemConfig problem) {
        if (problem.function() instanceof Plugged plugged) {
            return of(plugged);
        }
        Formula formula = written(problem);
        return problem.isLeastSquares() ? FormulaLeastSquares.of(formula) : FormulaObjective.of(formula);
    }

    /** What a solver minimises: the objective, or minus it where a maximum is looked for. */
    public static TwiceDifferentiable minimised(ProblemConfig problem) {
        return problem.maximise() ? FormulaObjective.of(written(problem).negated()) : of(problem);
    }

    private static Formula written(ProblemConfig problem) {
        return ((Function.Written) problem.function()).formula();
    }

    private static TwiceDifferentiable of(Plugged plugged) {
        Objective objective = plugged.plugin().provider().create(plugged.parameters());
        String name = "the plugin '" + plugged.plugin().name() + "' of "
                + plugged.plugin().jar();
        if (objective == null) {
            throw new IllegalStateException(name + " made no objective");
        }
        if (objective.dimension() != plugged.dimension()) {
            throw new IllegalStateException(name + " has variables of " + plugged.dimension()
                    + " entries, but made an objective of " + objective.dimension());
        }
        return objective instanceof TwiceDifferentiable twice ? twice : new DifferencedHessian(objective);
    }
}
