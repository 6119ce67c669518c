package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Costs;
import dev.optimizer.runner.figure.LineFigure;
import dev.optimizer.runner.figure.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** How solvers compare over all instances, by their evaluations of f. */
final class ProfilePlots {
    private static final int HEIGHT = 280;

    /** How near the best a value has to be for the data profile, as a part of what there was to gain. */
    private static final double TAU = 1e-5;

    private ProfilePlots() {}

    /** The share of instances solved at no more than so many times the fewest evaluations (Dolan, Moré 2002). */
    static Plot performance(ReportData data) {
        Costs costs = data.profiles().costs();
        List<Series> series = new ArrayList<>();
        for (int solver = 0; solver < costs.solvers().length; solver++) {
            series.add(costs.profile(solver, data.lines().slots().get(solver)));
        }
        String title = "Performance profile: " + costs.sentence("evaluations");
        return plot(title, "evaluations over the fewest of any solver", "share of instances solved", series);
    }

    /** The share of instances on which a solver came near the best value, by evaluations in units of n + 1 (Moré, Wild 2009). */
    static Plot data(ReportData data) {
        List<DoubleStream.Builder> units = new ArrayList<>();
        data.lines().names().forEach(name -> units.add(DoubleStream.builder()));
        for (Panel panel : data.panels()) {
            for (Run run : panel.runs()) {
                if (data.profiles().counts(run)) {
                    units.get(data.lines().of(run))
                            .add(panel.reached(run, TAU) / (run.problem().dimension() + 1));
                }
            }
        }
        int instances = data.profiles().costs().costs().length;
        List<Series> series = new ArrayList<>();
        for (int line = 0; line < units.size(); line++) {
            String name = data.lines().names().get(line);
            int slot = data.lines().slots().get(line);
            series.add(Costs.dataProfile(name, slot, units.get(line).build().toArray(), instances));
        }
        String title = "Data profile: f within 10⁻⁵·(f at the start − best) of the best";
        return plot(title, "evaluations of f in units of n + 1", "share of instances", series);
    }

    private static Plot plot(String title, String across, String up, List<Series> series) {
        return Plot.of(
                HEIGHT,
                series,
                height -> new LineFigure(Plot.WIDTH, height, title, across, true, up, false, true, series).svg());
    }
}
