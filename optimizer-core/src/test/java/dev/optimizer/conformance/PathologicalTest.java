package dev.optimizer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.problem.Problem;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every method comes to where there is no minimum to be had, or none that a method of its kind can find: the kind of the
 * point where it converges, else the status.
 */
class PathologicalTest {
    private static final String PREFIX = "pathological-";

    /**
     * Several words are several truths: how soon a line reaches infinity, or in which way a search ends at a kink, is the search's
     * own affair. Steepest descent and fixed steps may also run out of iterations where they get anywhere at all.
     */
    private static final String TABLE = """
            case                         | steepest descent                     | first order                   | newton                    | leaves saddles                     | pure newton | fixed steps                 | but
            badly-scaled standard        | minimum budget                       | minimum                       | minimum                   | minimum                            | minimum     | budget                      | fixed: diverged
            cliff standard               | not-finite                           | not-finite                    | not-finite                | not-finite                         | not-finite  | not-finite                  |
            cubic basin                  | minimum                              | minimum                       | minimum                   | minimum                            | minimum     | budget minimum              | descent nonmonotone: unbounded
            cubic beyond                 | unbounded                            | unbounded                     | unbounded                 | unbounded                          | maximum     | budget unbounded            |
            curve-of-minima standard     | degenerate                           | degenerate                    | degenerate                | degenerate                         | saddle      | budget                      |
            curve-of-minima saddle       | saddle                               | saddle                        | saddle                    | degenerate                         | saddle      | saddle                      |
            degenerate-saddle saddle     | degenerate                           | degenerate                    | degenerate                | degenerate                         | degenerate  | degenerate                  |
            degenerate-saddle axis       | degenerate                           | degenerate                    | degenerate                | degenerate                         | not-finite  | budget degenerate           |
            degenerate-saddle off-axis   | minimum                              | minimum                       | minimum                   | minimum                            | degenerate  | budget                      |
            exponential-descent standard | unbounded                            | unbounded                     | unbounded                 | unbounded                          | degenerate  | budget not-finite unbounded |
            flat near                    | minimum                              | minimum                       | minimum                   | minimum                            | degenerate  | budget minimum              |
            flat far                     | degenerate                           | degenerate                    | degenerate                | minimum                            | degenerate  | degenerate                  |
            huge-values standard         | line-search-failed                   | line-search-failed            | minimum                   | minimum stalled line-search-failed | minimum     | budget stalled              | fixed: diverged
            infinite-descent standard    | not-finite line-search-failed budget | not-finite line-search-failed | line-search-failed budget | line-search-failed stalled         | not-finite  | budget                      |
            infinite-descent close       | not-finite line-search-failed budget | not-finite line-search-failed | line-search-failed budget | line-search-failed stalled         | budget      | budget                      |
            inflection standard          | degenerate unbounded                 | degenerate unbounded          | degenerate                | degenerate                         | degenerate  | budget degenerate           | nesterov: unbounded
            kink standard                | line-search-failed budget            | line-search-failed stalled    | line-search-failed        | line-search-failed stalled         | not-finite  | budget                      |
            kink left                    | line-search-failed budget            | line-search-failed stalled    | line-search-failed        | line-search-failed stalled         | not-finite  | budget                      |
            line-of-minima standard      | degenerate                           | degenerate                    | degenerate                | degenerate                         | degenerate  | budget degenerate           |
            linear standard              | unbounded diverged                   | unbounded diverged            | unbounded budget          | unbounded budget                   | not-finite  | budget                      |
            maximum-start top            | maximum                              | maximum                       | maximum                   | degenerate                         | maximum     | maximum                     |
            monkey-saddle saddle         | degenerate                           | degenerate                    | degenerate                | degenerate                         | degenerate  | degenerate                  |
            monkey-saddle uphill         | unbounded                            | unbounded                     | unbounded                 | unbounded                          | degenerate  | budget unbounded            |
            nowhere standard             | not-finite                           | not-finite                    | not-finite                | not-finite                         | not-finite  | not-finite                  |
            quartic-minimum standard     | degenerate                           | degenerate                    | degenerate                | degenerate                         | degenerate  | budget degenerate           |
            saddle-start saddle          | saddle                               | saddle                        | saddle                    | minimum                            | saddle      | saddle                      |
            stable-manifold axis         | saddle                               | saddle                        | saddle                    | minimum                            | saddle      | budget saddle               |
            stable-manifold far          | saddle                               | saddle                        | saddle                    | minimum                            | saddle      | budget                      |
            wall standard                | minimum                              | minimum                       | minimum                   | minimum                            | not-finite  | budget not-finite           | descent nonmonotone: budget
            wall at-the-wall             | minimum                              | minimum                       | minimum                   | minimum                            | minimum     | budget                      | descent nonmonotone: budget
            """;

    private static final Map<String, String[]> ROWS = rows();

    static Stream<Cell> cells() {
        return Cell.of(pathological());
    }

    private static Stream<Problem> pathological() {
        return Cell.problems().filter(problem -> problem.name().startsWith(PREFIX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void theEndIsTheRightOne(Cell cell) {
        Lowest lowest = new Lowest();

        Result result = cell.minimizer().observe(lowest).minimize(cell.objective(), cell.x0());

        assertThat(expected(cell)).as("%s", result).contains(Outcome.of(result));
        if (result.status() != Status.CONVERGED) {
            // Whatever is beyond the wall, NaN or −∞, the lowest value before it is not lost.
            assertThat(result.value()).as("%s", result).isEqualTo(Double.valueOf(lowest.value()));
        }
        if (cell.problem().name().equals(PREFIX + "nowhere")) {
            assertThat(result.value()).isNaN();
            assertThat(result.verdict().kind()).isEqualTo(PointKind.NOT_STATIONARY);
            assertThat(result.evaluations().values()).isOne();
        } else {
            assertThat(result.value()).as("%s", result).isFinite();
        }
    }

    @Test
    void everyCaseHasItsRow() {
        assertThat(pathological()
                        .flatMap(problem -> problem.starts().keySet().stream()
                                .map(start -> problem.name().substring(PREFIX.length()) + " " + start)))
                .containsExactlyInAnyOrderElementsOf(ROWS.keySet());
    }

    private static List<String> expected(Cell cell) {
        String name = cell.problem().name().substring(PREFIX.length());
        String[] row = ROWS.get(name + " " + cell.start());
        String exception = cell.method().name() + ": ";
        return Arrays.stream(row[7].split("; "))
                .filter(but -> but.startsWith(exception))
                .findFirst()
                .map(but -> List.of(but.substring(exception.length())))
                .orElseGet(() -> List.of(row[column(cell.method())].split(" ")));
    }

    private static int column(Method method) {
        return switch (method.family()) {
            case STEEPEST_DESCENT -> 1;
            case FIRST_ORDER -> 2;
            case NEWTON -> 3;
            case LEAVES_SADDLES -> 4;
            case UNGUARDED -> method.name().equals("newton pure") ? 5 : 6;
        };
    }

    private static Map<String, String[]> rows() {
        Map<String, String[]> rows = new LinkedHashMap<>();
        TABLE.lines().skip(1).forEach(line -> {
            String[] cells = line.split("\\|", -1);
            Arrays.setAll(cells, i -> cells[i].strip());
            rows.put(cells[0], cells);
        });
        return rows;
    }
}
