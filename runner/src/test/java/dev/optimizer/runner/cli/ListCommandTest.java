package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.problem.Problems;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.Section;
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
                  f(x, y) = (1.5 - x*(1 - y))^2 + (2.25 - x*(1 - y^2))^2 + (2.625 - x*(1 - y^3))^2
                  start standard at (1, 1)
                  minimum 0 at (3, 0.5)
                  saddle 14.203125 at (0, 1)
                  [Beale 1958; More, Garbow, Hillstrom 1981, problem 5]
                """);
    }
}
