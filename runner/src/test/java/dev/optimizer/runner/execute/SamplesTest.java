package dev.optimizer.runner.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.solver.Trace;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void ofFewRowsAllAreTaken() {
        assertThat(Samples.ofGradientNorms(rows(0))).isEmpty();
        assertThat(Samples.ofGradientNorms(rows(1))).containsExactly(0.0);
        assertThat(Samples.ofGradientNorms(rows(10))).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0);
    }

    @Property
    void ofManyRowsTheEndsAndEvenlySpreadOnesBetween(@ForAll @IntRange(min = 11, max = 100_000) int rows) {
        List<Double> samples = Samples.ofGradientNorms(rows(rows));
        assertThat(samples).hasSize(Samples.MOST).startsWith(0.0).endsWith(rows - 1.0);
        double step = (rows - 1.0) / (Samples.MOST - 1);
        for (int i = 1; i < samples.size(); i++) {
            // A row may lie up to one before its place, which is a fraction.
            assertThat(samples.get(i) - samples.get(i - 1)).isBetween(step - 1, step + 1);
        }
    }

    /** Rows whose norms are their numbers. */
    private static List<Trace.Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Trace.Row(i, 0, 0, 0, 0, 0, i, 0, 0, 0, null))
                .toList();
    }
}
