package dev.optimizer.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of the catalogue's files, and what is said of files that are not in it. */
class ProblemFileTest {
    private static final String WHOLE = """
            # a comment
            title = A test
            source = this file
            param.n = 4 in 2..6 step 2
            param.m = 2*n in n..20
            variables = a x[n]
            data.t = 1, vector(i in 1..m - 1, 1/i)
            residuals.model = vector(i in 1..m,
              a*t[i]
                - 1)
            residuals.pull = x - a
            residuals.last = a

            start.standard = 1, vector(i in 1..n, i)
            start.same = 1/2
            factors = 10
            stationary.given = minimum m - n at 0 when n = 4, m > n
            stationary.other = saddle 1 when n = 2
            limit.far = n + 1 as a to infinity when n = 4
            ending = minimum unbounded
            """;

    @Test
    void everyKeyIsRead() {
        Problem problem = read(WHOLE, Map.of());

        assertThat(problem.parameters())
                .containsExactly(new Parameter("n", 4, 2, 6, 2), new Parameter("m", 8, 4, 20, 1));
        assertThat(problem.formula().entryNames()).containsExactly("a", "x_1", "x_2", "x_3", "x_4");
        assertThat(problem.formula().text()).isEqualTo("sum(model.^2) + sum(pull.^2) + last^2");
        assertThat(problem.data().get("t").values()).startsWith(1, 1, 0.5).hasSize(8);
        assertThat(problem.residuals().orElseThrow().shape().size()).isEqualTo(13);
        assertThat(problem.starts().get("same")).containsOnly(0.5).hasSize(5);
        assertThat(problem.starts().get("times-10")).containsExactly(10.0, 10.0, 20.0, 30.0, 40.0);
        assertThat(problem.stationaryPoints())
                .extracting(Problem.StationaryPoint::name)
                .containsExactly("given");
        assertThat(problem.stationaryPoints().get(0).value()).isEqualTo(4);
        assertThat(problem.limits()).containsExactly(new Problem.Limit("far", 5, "a to infinity"));
        assertThat(problem.endings()).containsExactly("minimum", "unbounded");
        // There is no lowest value.
        assertThat(problem.globalMinimum()).isEmpty();
    }

    @Test
    void conditionsDependOnTheParameters() {
        Problem problem = read(WHOLE, Map.of("n", 2));
        assertThat(problem.stationaryPoints())
                .extracting(Problem.StationaryPoint::name)
                .containsExactly("other");
        assertThat(problem.limits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title = A test  | title               | problem test: a line must be 'key = value': title
                    factors = 10    | title = again       | problem test: the key 'title' stands there twice
                    source = this file | # no source      | problem test: the key 'source' is missing
                    limit.far = n + 1 as a to infinity when n = 4 | limit.far = 5 | problem test: '5' is not of the form (.+?) as (.+?)(?: when (.+))?
                    start.same = 1/2 | start.same = 1, 2  | a list of 2 cannot fill x of 5: 1, 2
                    param.n = 4     | param.n = 9/2       | '9/2' must be a whole number: 4.5
                    """)
    void whatIsWrongIsSaid(String line, String instead, String message) {
        assertThatThrownBy(() -> read(WHOLE.replace(line, instead), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Problem read(String text, Map<String, Integer> parameters) {
        return ProblemReader.read("test", new ProblemFile("test", text), parameters);
    }
}
