package dev.optimizer.runner;

import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.Trace;
import java.util.List;
import java.util.Optional;

/** Builds outcomes as a run might have left them; every figure differs from every other, so that none is mixed up. */
public final class Outcomes {
    private final PlannedRun run;
    private Status status = Status.CONVERGED;
    private String stopReason = "gradient_norm";
    private PointKind point = PointKind.MINIMUM;
    private double value = -5;
    private double gap = 27;
    private double order = 2;
    private double rate = 0.25;
    private boolean monotone = true;
    private List<Double> x;
    private List<Double> gradientNorms = List.of(24.0, 6e-5, 1e-9);
    private List<Trace.Row> trace = List.of();

    private Outcomes(PlannedRun run) {
        this.run = run;
        this.x = run.start().values();
    }

    /** Converged at its start. */
    public static Outcomes of(PlannedRun run) {
        return new Outcomes(run);
    }

    public Outcomes status(Status ending) {
        status = ending;
        return this;
    }

    public Outcomes stopReason(String reason) {
        stopReason = reason;
        return this;
    }

    public Outcomes point(PointKind kind) {
        point = kind;
        return this;
    }

    public Outcomes value(double finalValue, double finalGap) {
        value = finalValue;
        gap = finalGap;
        return this;
    }

    public Outcomes speed(double newOrder, double newRate) {
        order = newOrder;
        rate = newRate;
        return this;
    }

    public Outcomes monotone(boolean descends) {
        monotone = descends;
        return this;
    }

    public Outcomes at(Double... finalPoint) {
        x = List.of(finalPoint);
        return this;
    }

    public Outcomes gradientNorms(Double... norms) {
        gradientNorms = List.of(norms);
        return this;
    }

    public Outcomes trace(Trace.Row... rows) {
        trace = List.of(rows);
        return this;
    }

    public RunOutcome build() {
        boolean known = point != PointKind.UNKNOWN;
        return new RunOutcome(
                run,
                status,
                stopReason,
                11,
                13,
                12,
                10,
                3,
                value,
                gap,
                1e-9,
                point,
                known ? Optional.of(1) : Optional.empty(),
                known ? 36 : Double.NaN,
                known ? 1e-20 : Double.NaN,
                order,
                rate,
                monotone,
                0.5,
                x,
                gradientNorms,
                trace);
    }
}
