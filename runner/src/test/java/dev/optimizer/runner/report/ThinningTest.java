package dev.optimizer.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThinningTest {
    @Test
    void fewRowsAreAllKept() {
        assertThat(Thinning.rows(new double[] {3, 1, 2}, 80)).containsExactly(0, 1, 2);
        assertThat(Thinning.rows(new double[0], 80)).isEmpty();
    }

    @Property(tries = 300)
    void theEndsAndTheExtremesAreKept(
            @ForAll @Size(min = 7, max = 2000) double[] any, @ForAll @IntRange(min = 6, max = 100) int most) {
        double[] column = Arrays.stream(any).map(Math::abs).toArray();
        int[] rows = Thinning.rows(column, most);

        assertThat(rows).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(column.length - 1);
        assertThat(rows.length).isLessThanOrEqualTo(Math.max(most, 6));
        double[] kept = Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
        assertThat(Arrays.stream(kept).min()).isEqualTo(Arrays.stream(column).min());
        assertThat(Arrays.stream(kept).max()).isEqualTo(Arrays.stream(column).max());
    }
}
