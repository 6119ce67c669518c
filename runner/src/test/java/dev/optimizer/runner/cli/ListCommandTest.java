package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.problem.Problems;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.declaration.Section;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void everySolverWithEveryOption() {
        Session session = Session.run("list", "solvers");
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.err()).isEmpty();
        for (Section solver : Solvers.declarations()) {
            assertThat(session.out()).contains(solver.name() + ": " + solver.summary() + "\n");
            solver.keys().forEach(key -> assertThat(session.out()).contains("\n  " + key.name() + " ("));
        }
    }

    @Test
    void anOptionHasItsTypeDefaultAndSource() {
        assertThat(Session.run("list", "solvers").out())
                .contains(
                        "\n  modification (none | flip | shift, default flip): ",
                        "\n  line_search (fixed | armijo | strong-wolfe, default armijo): how far to go ["
                                + "Nocedal, Wright 2006, algorithm 3.2]\n",
                        "\n  step (0 < number, default 1): ",
                        "\n      c1 (0 < number < 0.5, default 1e-4): the fraction of the predicted decrease to insist on ["
                                + "Nocedal, Wright 2006, section 3.1]\n");
    }

    @Test
    void everyProblemWithWhatIsKnownOfIt() {
        Session session = Session.run("list", "problems");
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.err()).isEmpty();
        assertThat(Problems.names()).isNotEmpty();
        Problems.names().forEach(name -> assertThat(("\n" + session.out())).contains("\n" + name + ": "));
        assertThat(session.out()).contains("""
                beale: Beale: flat far out, narrow near the minimum
                  f(x, y) = first^2 + second^2 + third^2
                    first = 1.5 - x*(1 - y)
                    second = 2.25 - x*(1 - y^2)
                    third = 2.625 - x*(1 - y^3)
                  dimension 2
                  start standard at (1, 1)
                  start times-10 at (10, 10)
                  start times-100 at (100, 100)
                  minimum 0 at (3, 0.5)
                  saddle 14.203125 at (0, 1)
                  saddle 9.86451228475556 at (0.10053793732415836, -2.644513585023125)
                  tends to 0.45200892857142855 as x to infinity, y to 1
                  [Beale 1958; More, Garbow, Hillstrom 1981, problem 5]

                """);
    }

    @Test
    void aProblemShowsItsParametersEndingsAndTraps() {
        String out = Session.run("list", "problems").out();
        assertThat(out).contains("""
                extended-rosenbrock: Extended Rosenbrock: n/2 of Rosenbrock's valleys side by side
                  f(x) = sum(valleys.^2) + sum(slopes.^2)
                    valleys = vector(i in 1..n/2, 10*(x[2*i] - x[2*i-1]^2))
                    slopes = vector(i in 1..n/2, 1 - x[2*i-1])
                  parameter n = 10: 2 to 1000000 in steps of 2
                  dimension 10
                """);
        assertThat(out).contains("""
                  saddle 0 at (0, 0)
                  minimum -0.25 at (0, 1)
                  minimum -0.25 at (0, -1)
                  may end as saddle, minimum
                  To stop at once and say saddle is true; so is to leave it for one of the minima.
                  [made for this catalogue]
                """);
        assertThat(out).contains("  minimum 0\n");
        assertThat(out).contains("start standard at (3, -1, 0, 1, 3, -1, 0, 1, 3, -1, 0, 1)\n");
    }
}
