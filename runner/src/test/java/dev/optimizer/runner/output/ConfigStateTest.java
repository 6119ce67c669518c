package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.reader.ConfigReader;
import dev.optimizer.runner.plan.Hash;
import dev.optimizer.runner.plan.Plan;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigStateTest {
    private static final String DERIVED = "extends: base.yaml\nname: derived\n";

    @TempDir
    private Path folder;

    private Path base;
    private Path config;
    private Experiment experiment;

    @BeforeEach
    void readTheConfig() throws Exception {
        base = Files.writeString(folder.resolve("base.yaml"), Experiments.QUARTIC);
        config = Files.writeString(folder.resolve("derived.yaml"), DERIVED);
        experiment = new ConfigReader(Solvers.declarations()).read(config);
    }

    @Test
    void theManifestHasTheHashesFromBeforeTheRuns() throws IOException {
        ConfigState state = ConfigState.of(experiment);
        Files.writeString(config, DERIVED + "# edited while the runs went on\n");
        Files.writeString(base, Experiments.QUARTIC + "# this, too\n");

        assertThat(manifest(state))
                .contains("\"file\" : \"derived.yaml\",\n    \"sha256\" : \"" + sha256(DERIVED) + "\"")
                .contains("\"file\" : \"base.yaml\",\n      \"sha256\" : \"" + sha256(Experiments.QUARTIC) + "\"");
    }

    @Test
    void aFileThatIsGoneHasNoHash() throws IOException {
        Files.delete(base);

        ConfigState state = ConfigState.of(experiment);
        assertThat(state.sha256()).contains(sha256(DERIVED));
        assertThat(state.baseSha256()).isEmpty();
        assertThat(manifest(state)).containsPattern("\"extends\" : \\{\\s+\"file\" : \"base.yaml\"\\s+}");
    }

    private String manifest(ConfigState state) throws IOException {
        StringWriter out = new StringWriter();
        new Manifest(Plan.of(experiment), state, ExitCode.OK, "run").write(out);
        return out.toString();
    }

    private static String sha256(String text) {
        return Hash.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
