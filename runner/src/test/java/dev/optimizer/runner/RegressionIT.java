package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The regression run: what the repository's own experiments expect holds, and what comes of them is what was committed in
 * {@code results/baseline}.
 */
class RegressionIT {
    @TempDir
    private Path folder;

    static Path baselines() {
        return Jar.configs().resolveSibling("results").resolve("baseline");
    }

    @Test
    void theRepositorysExperimentsComeToWhatTheyCameTo() throws Exception {
        Jar.Finished finished = Jar.in(folder)
                .run("baseline", Jar.configs(), "--baseline", baselines(), "--out", folder.resolve("out"));

        assertThat(finished.exit()).as(finished.out() + finished.err()).isZero();
        long compared = finished.out()
                .lines()
                .filter(line -> line.endsWith(": no difference"))
                .count();
        assertThat(compared).isEqualTo(baselines().toFile().list().length);
    }
}
