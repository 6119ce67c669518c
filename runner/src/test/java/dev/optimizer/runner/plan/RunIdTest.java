package dev.optimizer.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunIdTest {
    private static final Identity IDENTITY = new Identity("p", "s", "m", "e");
    private static final List<String> NAMES = List.of("p", "s", "m");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.01 | p-s-m-step-0.01-[0-9a-f]{6}",
                "-1e-8 | p-s-m-step--1e-8-[0-9a-f]{6}",
                "{type: strong-wolfe, c2: 0.1} | p-s-m-step-strong-wolfe_c2_0.1-[0-9a-f]{16}",
                "../../etc | p-s-m-step-.._.._etc-[0-9a-f]{16}",
                "x^2 + ∑ | p-s-m-step-x_2_[+]-[0-9a-f]{16}",
                "123456789012345678901234567 | p-s-m-step-123456789012345678901234-[0-9a-f]{16}"
            })
    void valuesAreLegibleAndWhatTheyLackTheHashHas(String value, String id) {
        assertThat(RunId.of(NAMES, Map.of("a.step", value), 1, IDENTITY)).matches(id);
    }

    @Test
    void isTheNameOfAFileHoweverLongTheNamesAre() {
        String x = "x".repeat(100);
        String id = RunId.of(List.of(x, x, x), Map.of("a.step", "1"), 12, IDENTITY);
        assertThat(id.getBytes(StandardCharsets.UTF_8)).hasSize(200);
        assertThat(id).isNotEqualTo(RunId.of(List.of(x, x, x), Map.of("a.step", "2"), 12, IDENTITY));
    }

    @Test
    void everythingTellsRunsApart() {
        String id = RunId.of(NAMES, Map.of("a.step", "1"), 1, IDENTITY);
        assertThat(List.of(
                        RunId.of(NAMES, Map.of("b.step", "1"), 1, IDENTITY),
                        RunId.of(NAMES, Map.of("a.step", "1.0"), 1, IDENTITY),
                        RunId.of(NAMES, Map.of("a.step", "1"), 2, IDENTITY),
                        RunId.of(NAMES, Map.of("a.step", "1"), 1, new Identity("p", "s", "m", "other"))))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }
}
