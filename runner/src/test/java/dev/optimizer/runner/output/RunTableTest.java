package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTableTest {
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String RED = "\u001b[31m";
    private static final String END = "\u001b[0m";

    private final Plan plan = Plan.of(Experiments.read(Experiments.QUARTIC));

    @Test
    void showsEveryRunWithNumbersToTheRight() {
        RunOutcome first = Outcomes.of(plan.runs().get(0))
                .value(-5.000000000000001, 27)
                .speed(1.23456789, 0.5)
                .build();
        RunOutcome second = Outcomes.of(plan.runs().get(1))
                .status(Status.CRASHED)
                .point(PointKind.UNKNOWN)
                .value(Double.NaN, Double.NaN)
                .speed(Double.NaN, Double.NaN)
                .gradientNorms()
                .build();
        Judgement judgement = new Judgement(
                "status",
                first.run().problem().position(),
                Optional.of(first.run().id()),
                true,
                "");
        assertThat(RunTable.of(List.of(first, second), Judgements.of(List.of(judgement)), new Colors(false)))
                .isEqualTo("""
                        run                          status     point    value  gap  ‖∇f‖∞  log ‖∇f‖∞  iterations   f  ∇f  ∇²f    order  checks
                        quartic-left-descent-f31d64  converged  minimum     -5   27   1e-9  █▄▁                11  13  12   10  1.23457  1 of 1
                        quartic-left-newton-b93c70   crashed    unknown    NaN        1e-9                     11  13  12   10
                        """);
    }

    @Test
    void coloursTellGoodFromBad() {
        Outcomes outcome = Outcomes.of(plan.runs().get(0));
        RunOutcome run = outcome.build();
        Judgement failed = new Judgement(
                "status", run.run().problem().position(), Optional.of(run.run().id()), false, "");
        assertThat(colored(run, failed))
                .contains(GREEN + "converged" + END, GREEN + "minimum" + END, RED + "0 of 1" + END);
        assertThat(colored(
                        outcome.status(Status.BUDGET).point(PointKind.MAXIMUM).build()))
                .contains(YELLOW + "budget" + END, YELLOW + "maximum" + END);
        assertThat(colored(outcome.status(Status.CRASHED).build())).contains(RED + "crashed" + END);
    }

    @Test
    void aMaximumIsGoodWhereOneIsLookedFor() {
        Plan hill = Plan.of(Experiments.read(Experiments.QUARTIC.replace("optimum:", "maximise: true\n  optimum:")));
        RunOutcome run =
                Outcomes.of(hill.runs().get(0)).point(PointKind.MAXIMUM).build();
        assertThat(colored(run)).contains(GREEN + "maximum" + END);
    }

    private static String colored(RunOutcome outcome, Judgement... judgements) {
        return RunTable.of(List.of(outcome), Judgements.of(List.of(judgements)), new Colors(true));
    }
}
