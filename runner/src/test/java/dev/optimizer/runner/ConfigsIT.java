package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the repository's own experiments expect holds; the quartic has {@link QuarticIT}. */
class ConfigsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"saddle.yaml", "more-garbow-hillstrom.yaml", "step-lengths.yaml"})
    void holds(String config) throws Exception {
        Jar.Finished finished = Jar.in(folder).run(Jar.configs().resolve(config));

        assertThat(finished.exit()).as(finished.err()).isZero();
    }
}
