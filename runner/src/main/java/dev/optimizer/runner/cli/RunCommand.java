package dev.optimizer.runner.cli;

import dev.optimizer.linalg.Blas;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.execute.Interruption;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.output.Report;
import dev.optimizer.runner.output.ResultsFolder;
import dev.optimizer.runner.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: make every run, write the results, judge. */
@Command(
        name = "run",
        description = "Runs experiments, writes their results and judges them.",
        mixinStandardHelpOptions = true)
class RunCommand extends ExperimentsCommand {
    @Mixin
    private RunOptions options;

    @Mixin
    private RunSelection selection;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Also write the verdicts as JUnit's XML, for CI servers.")
    private Path junit;

    private final Interruption interruption;

    /** @param interruption asked between the steps of each run */
    RunCommand(Console console, ConfigLoader loader, Interruption interruption) {
        super(console, loader);
        this.interruption = interruption;
    }

    @Override
    ExitCode carryOut(List<Experiment> experiments) {
        options.check();
        List<Plan> plans = selection.plans(experiments);
        Resumption.check(options.rerun, plans);
        List<ResultsFolder> folders = new ArrayList<>();
        try {
            for (Plan plan : plans) {
                ResultsFolder folder = new ResultsFolder(options.out, plan);
                folders.add(folder);
                open(folder);
            }
            Reports reports = new Reports(console(), Optional.ofNullable(junit));
            Blas.load();
            plans.forEach(plan -> OptimumCheck.warn(plan.experiment(), console()));
            return run(plans, folders, reports);
        } finally {
            folders.forEach(this::close);
        }
    }

    /** Finds out before the first run whether its results can be kept. */
    private void open(ResultsFolder folder) {
        try {
            folder.open(options.resumes());
        } catch (IOException e) {
            console().details(e);
            throw new UsageException(folder.path() + ": cannot be written to: " + Reason.of(e)
                    + "; make it writable or give another folder with --out");
        }
    }

    private void close(ResultsFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            console().details(e);
        }
    }

    /** Every experiment in turn; the most severe ending is the program's, the others are listed before it. */
    private ExitCode run(List<Plan> plans, List<ResultsFolder> folders, Reports reports) {
        EnumSet<ExitCode> endings = EnumSet.of(ExitCode.OK);
        // All of them before the first run: by the time the last begins, its config may be another than was read.
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            batches.add(batch(plans.get(i), folders.get(i)));
        }
        for (int i = 0; i < plans.size(); i++) {
            if (isOver(endings)) {
                console().error(plans.get(i).experiment().name() + ": not run");
            } else {
                endings.addAll(run(plans.get(i), batches.get(i), reports));
            }
        }
        if (!reports.write()) {
            endings.add(ExitCode.RUN_CRASHED);
        }
        ExitCode worst = Collections.max(endings);
        if (worst == ExitCode.OK) {
            console().progress(worst.lastLine());
        }
        endings.removeAll(EnumSet.of(ExitCode.OK, worst));
        endings.forEach(ending -> console().error("also " + ending.lastLine()));
        return worst;
    }

    private boolean isOver(EnumSet<ExitCode> endings) {
        return endings.contains(ExitCode.INTERRUPTED)
                || options.failing.fast && Collections.max(endings) != ExitCode.OK;
    }

    private Batch batch(Plan plan, ResultsFolder folder) {
        Again again = new Again(plan.experiment().file(), flags());
        String command = Again.all(plan.experiment().file(), changes(), plan.filter());
        return new Batch(console(), plan, folder, options, again, command, interruption);
    }

    private Set<ExitCode> run(Plan plan, Batch batch, Reports reports) {
        Finished finished = batch.run();
        Findings findings = further(finished);
        List<Judgement> all = new ArrayList<>(finished.judgements().all());
        all.addAll(findings.judgements());
        reports.add(new Report(plan.experiment(), finished.summary(), finished.outcomes(), Judgements.of(all)));
        EnumSet<ExitCode> endings = EnumSet.copyOf(finished.endings());
        endings.addAll(findings.endings());
        return endings;
    }

    /** What else there is to find out about an experiment that is done; its results are written. */
    Findings further(Finished finished) {
        return Findings.NONE;
    }

    /** The flags of this call that decide which runs these are, and where they are kept. */
    final List<String> flags() {
        List<String> flags = new ArrayList<>(changes());
        flags.addAll(out().equals(Path.of("results")) ? List.of() : List.of("--out", out().toString()));
        return flags;
    }

    /** Where results go. */
    final Path out() {
        return options.out;
    }
}
