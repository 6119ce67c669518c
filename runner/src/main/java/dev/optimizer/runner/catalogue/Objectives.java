package dev.optimizer.runner.catalogue;

import dev.optimizer.autodiff.FormulaLeastSquares;
import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.formula.Formula;
import dev.optimizer.objective.TwiceDifferentiable;
import dev.optimizer.runner.config.ProblemConfig;

/** Makes the objectives of problems. Each run takes its own, for an objective owns scratch memory. */
public final class Objectives {
    private Objectives() {}

    /** The objective as it was written: the formula, or half the sum of the squares of the residuals. */
    public static TwiceDifferentiable of(ProblemConfig problem) {
        Formula formula = problem.formula();
        return problem.isLeastSquares() ? FormulaLeastSquares.of(formula) : FormulaObjective.of(formula);
    }

    /** What a solver minimises: the objective, or minus it where a maximum is looked for. */
    public static TwiceDifferentiable minimised(ProblemConfig problem) {
        return problem.maximise() ? FormulaObjective.of(problem.formula().negated()) : of(problem);
    }
}
