package dev.optimizer.runner.output;

import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import java.util.List;
import java.util.function.UnaryOperator;

/** The outcomes of an experiment as a table for the terminal. */
public final class RunTable {
    private RunTable() {}

    public static String of(List<RunOutcome> outcomes, Judgements judgements, Colors colors) {
        Table table = new Table(
                colors,
                "run",
                "status",
                "point",
                ">value",
                ">gap",
                ">‖∇f‖∞",
                "log ‖∇f‖∞",
                ">iterations",
                ">f",
                ">∇f",
                ">∇²f",
                ">order",
                "checks");
        Sparklines sparklines = Sparklines.scaledTo(outcomes);
        for (RunOutcome outcome : outcomes) {
            boolean allPassed = judgements.of(outcome.run().id()).stream().allMatch(Judgement::passed);
            table.row()
                    .cell(outcome.run().id())
                    .cell(outcome.status().word(), status(outcome, colors))
                    .cell(outcome.point().word(), point(outcome, colors))
                    .cell(Numbers.rounded(outcome.value()))
                    .cell(Double.isNaN(outcome.gap()) ? "" : Numbers.rounded(outcome.gap()))
                    .cell(Numbers.rounded(outcome.gradientNorm()))
                    .cell(sparklines.of(outcome))
                    .cell(Long.toString(outcome.iterations()))
                    .cell(Long.toString(outcome.values()))
                    .cell(Long.toString(outcome.gradients()))
                    .cell(Long.toString(outcome.hessians()))
                    .cell(Double.isNaN(outcome.order()) ? "" : Numbers.rounded(outcome.order()))
                    .cell(judgements.passedOf(outcome.run().id()), allPassed ? colors::good : colors::bad);
        }
        return table.toString();
    }

    private static UnaryOperator<String> status(RunOutcome outcome, Colors colors) {
        return outcome.status().isConvergence()
                ? colors::good
                : outcome.status() == Status.CRASHED ? colors::bad : colors::doubtful;
    }

    private static UnaryOperator<String> point(RunOutcome outcome, Colors colors) {
        PointKind wanted = outcome.run().problem().maximise() ? PointKind.MAXIMUM : PointKind.MINIMUM;
        return outcome.point() == wanted ? colors::good : colors::doubtful;
    }
}
