package dev.optimizer.runner.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.execute.Landscapes.Grid;
import dev.optimizer.runner.execute.Landscapes.Model;
import dev.optimizer.runner.plan.Plan;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LandscapesTest {
    private static final String HILL = """
            version: 1
            name: hill
            problem:
              formula: x*exp(-x^2 - y^2)
              starts: {near: {x: -1, y: 0}, far: {x: 1, y: 2}}
            solvers: {newton: newton}
            """;

    @Test
    void aGridHoldsTheFunctionAroundStartsAndFinalPoints() {
        List<Grid> grids = new Landscapes(outcomes(HILL, -0.5, 1.0)).grids();

        assertThat(grids).extracting(Grid::name).containsExactly("hill.near", "hill.far");
        Grid near = grids.get(0);
        assertThat(near.header()).hasSize(49).startsWith("y");
        double[] x =
                near.header().stream().skip(1).mapToDouble(Double::parseDouble).toArray();
        // From −1 to −0.5 across and from 0 to 1 up: 0.3 of it more on each side, and across at least half of up.
        assertThat(x[0]).isCloseTo(-1.15, within(1e-12));
        assertThat(x[47]).isCloseTo(-0.35, within(1e-12));
        assertThat(near.rows()).hasSize(48);
        for (double[] row : near.rows()) {
            for (int i = 0; i < x.length; i++) {
                // Two ways to round one product and one exponential.
                double f = x[i] * Math.exp(-x[i] * x[i] - row[0] * row[0]);
                assertThat(row[i + 1]).isCloseTo(f, within(1e-14));
            }
        }
    }

    @Test
    void whatDiffersByRoundingDoesNotFillAPicture() {
        Grid near = new Landscapes(outcomes(HILL, -0.5, 1e-19)).grids().get(0);
        double[] up = near.rows().stream().mapToDouble(row -> row[0]).toArray();
        assertThat(up[47] - up[0]).isCloseTo(0.5 * 0.5 * 1.6, within(1e-12));
    }

    @Test
    void ofOneVariableThereIsACurveAndOfThreeNothing() {
        Grid curve = new Landscapes(outcomes(Experiments.QUARTIC, 2.0)).grids().get(0);
        assertThat(curve.header()).containsExactly("x", "f");
        assertThat(curve.rows())
                .hasSize(200)
                .allSatisfy(row -> assertThat(row[1])
                        .isCloseTo(
                                3 * Math.pow(row[0], 4) - 4 * Math.pow(row[0], 3) - 12 * row[0] * row[0],
                                within(1e-11)));

        String three = HILL.replace("- y^2", "- y^2 - z^2").replace("}, far: {x: 1, y: 2}}", ", z: 0}}");
        assertThat(new Landscapes(outcomes(three, 0.0, 0.0, 0.0)).grids()).isEmpty();
        assertThat(new Landscapes(outcomes(three, 0.0, 0.0, 0.0)).models()).isEmpty();
    }

    /** At (−1, 0): f = −1/e, ∇f = (−1/e, 0)... of the textbook's second-order model, with ∇²f = 2/e·I. */
    @Test
    void aModelHasValueGradientAndHessian() {
        Model model = new Landscapes(outcomes(HILL, -1.0, 0.0)).models().get(0);
        double e = Math.exp(-1);
        assertThat(DoubleStream.of(model.numbers()).boxed().toList())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : Double.compare(a, b))
                .containsExactly(-e, -e, 0.0, 2 * e, 0.0, 2 * e);
    }

    @Test
    void ofASweptProblemEveryVariantHasALandscape() {
        String swept = HILL.replace("y^2)", "k*y^2)")
                .replace("  starts:", "  data: {k: 1}\n  starts:")
                .replace(", far: {x: 1, y: 2}", "")
                .concat("sweep: {grid: {problem.data.k: [1, 2]}}\n");
        Landscapes landscapes = new Landscapes(outcomes(swept, 1.0, 1.0));

        assertThat(landscapes.grids()).extracting(Grid::name).containsExactly("hill.near", "hill.near.2");
        assertThat(landscapes.models()).extracting(Model::landscape).containsExactly("hill.near", "hill.near.2");
    }

    @Test
    void whatRanAwayIsNotDrawn() {
        assertThat(new Landscapes(outcomes(HILL, Double.NaN, 0.0)).grids()).isEmpty();
    }

    private static List<RunOutcome> outcomes(String yaml, Double... finalPoint) {
        return Plan.of(Experiments.read(yaml)).runs().stream()
                .map(run -> Outcomes.of(run).at(finalPoint).build())
                .toList();
    }
}
