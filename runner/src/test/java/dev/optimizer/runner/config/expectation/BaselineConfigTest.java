package dev.optimizer.runner.config.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.config.declaration.BaselineColumn;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.declaration.Tolerance;
import dev.optimizer.runner.config.reader.ConfigReader;
import dev.optimizer.runner.config.text.InvalidConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineConfigTest {
    private static final String CONFIG = """
            version: 1
            problem: {formula: x^2, starts: {a: 1}}
            solvers: {g: {type: g}}
            """;

    @Test
    void aNumberIsAbsoluteAndAMappingSaysBoth() throws InvalidConfigException {
        assertThat(read("baseline: {tolerance: {iterations: 2, n_f: {relative: 0.1}, at: inf,"
                        + " value: {absolute: 1e-9, relative: 1e-6}}}"))
                .isEqualTo(Map.of(
                        BaselineColumn.ITERATIONS, new Tolerance(2, 0),
                        BaselineColumn.N_F, new Tolerance(0, 0.1),
                        BaselineColumn.AT, Tolerance.UNJUDGED,
                        BaselineColumn.VALUE, new Tolerance(1e-9, 1e-6)));
        assertThat(read("baseline: {}")).isEmpty();
        assertThat(Experiments.read(Experiments.QUARTIC).tolerances()).isEmpty();
    }

    @Test
    void mistakesAreShownAtTheirPlace() {
        assertThat(errors("baseline: {tolerance: {iteration: 2}}"))
                .containsExactly("t.yaml:4:24: unknown key 'iteration'; did you mean 'iterations'?");
        assertThat(errors("baseline: {tolerance: {value: -1}}"))
                .containsExactly("t.yaml:4:31: value must be at least 0: -1");
        assertThat(errors("baseline: {tolerance: {value: {relative: x}}}"))
                .containsExactly("t.yaml:4:42: relative must be a number: 'x'");
        assertThat(errors("baseline: {tolerance: {value: [1]}}"))
                .containsExactly(
                        "t.yaml:4:31: value must be a number, or a mapping of absolute and relative, not a list");
        assertThat(errors("baseline: {tolerance: {status: 1}}"))
                .singleElement()
                .asString()
                .contains("unknown key 'status'");
    }

    @Test
    void whatIsAllowedGrowsWithTheBaseline() {
        Tolerance tolerance = new Tolerance(1, 0.5);
        assertThat(tolerance.accepts(-4, -7)).isTrue();
        assertThat(tolerance.accepts(-4, -7.001)).isFalse();
        assertThat(tolerance.accepts(0, 1)).isTrue();
        assertThat(Tolerance.EXACT.accepts(3, 3)).isTrue();
        assertThat(Tolerance.EXACT.accepts(3, Math.nextUp(3.0))).isFalse();
    }

    @Test
    void whatIsNotKnownOrInfiniteHasToStaySo() {
        Tolerance wide = new Tolerance(1e300, 1);
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(wide.accepts(Double.NaN, Double.NaN)).isTrue();
        assertThat(wide.accepts(Double.NaN, 1)).isFalse();
        assertThat(wide.accepts(1, Double.NaN)).isFalse();
        assertThat(wide.accepts(infinity, infinity)).isTrue();
        assertThat(wide.accepts(infinity, -infinity)).isFalse();
        assertThat(wide.accepts(infinity, 1)).isFalse();
    }

    @Test
    void tolerancesAreToldInWords() {
        assertThat(new Tolerance(1e-9, 1e-6)).hasToString("within 1.0E-9 + 1.0E-6·|baseline|");
        assertThat(new Tolerance(0, 0.5)).hasToString("within 0.5·|baseline|");
        assertThat(new Tolerance(0.05, 0)).hasToString("within 0.05");
        assertThat(Tolerance.EXACT).hasToString("exact");
        assertThat(Tolerance.UNJUDGED).hasToString("not judged");
    }

    private static Map<BaselineColumn, Tolerance> read(String baseline) throws InvalidConfigException {
        return reader().read(Path.of("t.yaml"), CONFIG + baseline + "\n").tolerances();
    }

    private static List<String> errors(String baseline) {
        try {
            read(baseline);
            return List.of();
        } catch (InvalidConfigException e) {
            return e.diagnostics().stream()
                    .map(one -> one.position() + ": " + one.message())
                    .toList();
        }
    }

    private static ConfigReader reader() {
        return new ConfigReader(List.of(Section.of("g", "a solver")));
    }
}
