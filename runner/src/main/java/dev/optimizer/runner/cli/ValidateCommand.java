package dev.optimizer.runner.cli;

import dev.optimizer.formula.Variable;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.judge.Judge;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine.Command;

/** {@code validate}: every error of every file, and nothing else. */
@Command(name = "validate", description = "Checks config files: every error at once.", mixinStandardHelpOptions = true)
final class ValidateCommand extends ExperimentsCommand {
    private static final int MOST_SHOWN = 100;

    ValidateCommand(Console console, ConfigLoader loader) {
        super(console, loader);
    }

    @Override
    ExitCode carryOut(List<Experiment> experiments) {
        int errors = 0;
        for (Experiment experiment : experiments) {
            int own = reportRuns(experiment);
            errors += own;
            if (own == 0) {
                print(experiment);
            }
        }
        if (errors > 0) {
            console().error(errors + (errors == 1 ? " error" : " errors") + " in the runs that are planned");
        }
        return errors == 0 ? ExitCode.OK : ExitCode.CONFIG_INVALID;
    }

    /** What shows only when runs are planned: that there are none, and what is expected of none. */
    private int reportRuns(Experiment experiment) {
        if (experiment.expectations().isEmpty() && experiment.sweep().exclude().isEmpty()) {
            return 0;
        }
        List<PlannedRun> all = Plan.of(experiment).all();
        if (all.isEmpty()) {
            console().error(experiment.file() + ":1:1: every run is excluded; take something out of sweep.exclude");
            return 1;
        }
        SourceQuote source = new SourceQuote(experiment);
        List<Judgement> unmatched = Judge.unmatched(experiment, all);
        unmatched.forEach(one -> console().error(source.render(one.position(), one.message())));
        return unmatched.size();
    }

    private void print(Experiment experiment) {
        console().print(experiment.file() + ": ok, " + Plan.summary(experiment) + "\n");
        // Variants of a problem need not differ in their formulas.
        List<String> problems = experiment.problems().stream()
                .map(problem -> problem.name() + ": " + describe(problem))
                .distinct()
                .toList();
        problems.stream().limit(MOST_SHOWN).forEach(problem -> console().print("  " + problem + "\n"));
        if (problems.size() > MOST_SHOWN) {
            console().print("  … and " + (problems.size() - MOST_SHOWN) + " more\n");
        }
    }

    /** A typo such as sinx is a variable of its own; this is where it shows. */
    private static String describe(ProblemConfig problem) {
        StringJoiner variables = new StringJoiner(", ", "(", ") = ");
        for (Variable variable : problem.function().layout()) {
            variables.add(variable.name() + (variable.shape().isScalar() ? "" : ": " + variable.shape()));
        }
        String text = problem.function().text();
        return problem.isLeastSquares() ? "½‖r‖², r" + variables + text : "f" + variables + text;
    }
}
