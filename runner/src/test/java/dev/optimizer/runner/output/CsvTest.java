package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.Trace;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code runs.csv} and the traces, byte by byte. */
class CsvTest {
    private static final String HEADER = "run_id,problem,start,solver,repeat,status,stop_reason,iterations,n_f,n_g,n_h,"
            + "n_hv,value,gap,gradient_norm,point,negative_eigenvalues,smallest_eigenvalue,decrement,order,rate,checks,"
            + "seconds";

    private final Plan plan = Plan.of(Experiments.read(Experiments.QUARTIC));
    private final PlannedRun run = plan.runs().get(0);

    @Test
    void aRowPerRunEveryFigureInItsColumn() throws IOException {
        RunOutcome outcome = Outcomes.of(run).build();
        assertThat(runs(plan, List.of(outcome), List.of()))
                .isEqualTo(HEADER + ",x\n" + run.id()
                        + ",quartic,left,descent,1,converged,gradient_norm,11,13,12,10,3,-5,27,1e-9,minimum,1,36,1e-20,"
                        + "2,0.25,,0.5,-0.5\n");
    }

    @Test
    void whatIsNotKnownIsEmptyAndAValueThatIsNoNumberIsWritten() throws IOException {
        RunOutcome outcome = Outcomes.of(run)
                .point(PointKind.UNKNOWN)
                .value(Double.NaN, Double.NaN)
                .speed(Double.NaN, Double.NaN)
                .at(Double.POSITIVE_INFINITY)
                .build();
        assertThat(runs(plan, List.of(outcome), List.of()))
                .endsWith(",converged,gradient_norm,11,13,12,10,3,NaN,,1e-9,unknown,,,,,,,0.5,Infinity\n");
    }

    @Test
    void textThatASpreadsheetWouldExecuteHasAnApostropheInFront() throws IOException {
        RunOutcome outcome = Outcomes.of(run)
                .status(Status.CRASHED)
                .stopReason("=HYPERLINK(\"a\", 1)")
                .build();
        assertThat(runs(plan, List.of(outcome), List.of()))
                .contains(",crashed,\"'=HYPERLINK(\"\"a\"\", 1)\",11,")
                .endsWith(",-0.5\n");
    }

    @Test
    void checksAreCountedRunByRun() throws IOException {
        RunOutcome first = Outcomes.of(run).build();
        RunOutcome second = Outcomes.of(plan.runs().get(1)).build();
        RunOutcome third = Outcomes.of(plan.runs().get(2)).build();
        List<Judgement> judgements = List.of(
                judgement(first, true), judgement(second, false), judgement(first, false), judgement(first, true));
        assertThat(records(runs(plan, List.of(first, second, third), judgements)))
                .extracting(record -> record.getField("checks"))
                .containsExactly("2 of 3", "0 of 1", "");
    }

    @Test
    void problemsWithDifferentVariablesFillTheirOwnColumns() throws IOException {
        Plan two = Plan.of(Experiments.read("""
                version: 1
                problems:
                  first: {formula: x^2 + y^2, starts: {a: {x: 1, y: 2}}}
                  second: {formula: z^2 + y^2, starts: {a: {z: 3, y: 4}}}
                solvers: {newton: newton}
                """));
        List<RunOutcome> outcomes =
                two.runs().stream().map(each -> Outcomes.of(each).build()).toList();
        List<NamedCsvRecord> records = records(runs(two, outcomes, List.of()));
        assertThat(records.get(0).getHeader()).endsWith("seconds", "x", "y", "z");
        assertThat(records.get(0).getFields()).endsWith("0.5", "1", "2", "");
        assertThat(records.get(1).getFields()).endsWith("0.5", "", "4", "3");
    }

    @Test
    void aVariableCalledLikeAColumnGetsAnUnderscore() throws IOException {
        Plan plan = Plan.of(Experiments.read("""
                version: 1
                problem: {formula: value^2 + rate^2, starts: {a: {value: 1, rate: 2}}}
                solvers: {newton: newton}
                """));
        Outcomes outcome = Outcomes.of(plan.runs().get(0));
        List<NamedCsvRecord> records = records(runs(plan, List.of(outcome.build()), List.of()));
        assertThat(records.get(0).getField("value")).isEqualTo("-5");
        assertThat(records.get(0).getField("value_")).isEqualTo("1");
        assertThat(records.get(0).getField("rate_")).isEqualTo("2");
        // A trace has no column called rate, but a variable has one name in all files.
        assertThat(trace(outcome.trace(row(0, 1, new double[] {1, 2})).build()))
                .startsWith("iteration,n_f,n_g,n_h,n_hv,value,gap,gradient_norm,step_norm,step_length,seconds,value_,"
                        + "rate_\n");
    }

    @Test
    void noTwoVariablesShareAColumn() throws IOException {
        Plan plan = Plan.of(Experiments.read("""
                version: 1
                problem:
                  formula: value^2 + value_^2 + value__^2 + n_f_^2
                  starts: {a: {value: 1, value_: 2, value__: 3, n_f_: 4}}
                solvers: {newton: newton}
                """));
        NamedCsvRecord only = records(
                        runs(plan, List.of(Outcomes.of(plan.runs().get(0)).build()), List.of()))
                .get(0);
        assertThat(only.getField("value_")).isEqualTo("1");
        assertThat(only.getField("value__")).isEqualTo("2");
        assertThat(only.getField("value___")).isEqualTo("3");
        assertThat(only.getField("n_f__")).isEqualTo("4");
    }

    @Test
    void aRowPerIterateWithThePoint() throws IOException {
        RunOutcome outcome = Outcomes.of(run)
                .trace(row(0, -2.3125, new double[] {-0.5}), row(1, -4.75, new double[] {-1}))
                .build();
        assertThat(trace(outcome)).isEqualTo("""
                        iteration,n_f,n_g,n_h,n_hv,value,gap,gradient_norm,step_norm,step_length,seconds,x
                        0,1,2,3,4,-2.3125,29.6875,7.5,,,0.001,-0.5
                        1,1,2,3,4,-4.75,27.25,7.5,0.25,0.1,0.001,-1
                        """);
    }

    @Test
    void withoutPointsThereAreNoColumnsForThem() throws IOException {
        assertThat(trace(Outcomes.of(run).trace(row(0, 1, null)).build()))
                .isEqualTo("iteration,n_f,n_g,n_h,n_hv,value,gap,gradient_norm,step_norm,step_length,seconds\n"
                        + "0,1,2,3,4,1,33,7.5,,,0.001\n");
    }

    @Test
    void aRunThatCrashedAtOnceLeavesAHeading() throws IOException {
        assertThat(trace(Outcomes.of(run).build())).hasLineCount(1).endsWith(",seconds\n");
    }

    private static Trace.Row row(long iteration, double value, double[] x) {
        double step = iteration == 0 ? Double.NaN : 0.25;
        double length = iteration == 0 ? Double.NaN : 0.1;
        return new Trace.Row(iteration, 1, 2, 3, 4, value, 7.5, step, length, 0.001, x);
    }

    private static Judgement judgement(RunOutcome outcome, boolean passed) {
        return new Judgement(
                "status",
                outcome.run().problem().position(),
                Optional.of(outcome.run().id()),
                passed,
                "");
    }

    private static String runs(Plan plan, List<RunOutcome> outcomes, List<Judgement> judgements) throws IOException {
        StringWriter out = new StringWriter();
        RunsCsv.write(plan, outcomes, Judgements.of(judgements), out);
        return out.toString();
    }

    private static String trace(RunOutcome outcome) throws IOException {
        StringWriter out = new StringWriter();
        TraceCsv.write(outcome, out);
        return out.toString();
    }

    private static List<NamedCsvRecord> records(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }
}
