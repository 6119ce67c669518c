package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.plan.RunFilter;
import dev.optimizer.runner.plan.Shard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgainTest {
    @Test
    void isACommandForAShell() {
        assertThat(new Again(Path.of("configs/x.yaml"), List.of()).of("x-a-n-123456"))
                .isEqualTo("java -jar runner.jar run configs/x.yaml --rerun x-a-n-123456");
        assertThat(new Again(Path.of("my configs/$x.yaml"), List.of("--set", "n.step=[1, 2]", "--out", "it's")).of("x"))
                .isEqualTo(
                        "java -jar runner.jar run 'my configs/$x.yaml' --rerun x --set 'n.step=[1, 2]' --out 'it'\\''s'");
        assertThat(Again.inShell(List.of(""))).isEqualTo("''");
    }

    @Test
    void ofAllRunsWithoutTheFoldersOfThisMachine() {
        RunFilter filter = new RunFilter(List.of("solver=newton"), Optional.of(Shard.of("1/2")));
        assertThat(Again.all(Path.of("configs/x.yaml"), List.of("--set", "n.step=[1, 2]"), filter))
                .isEqualTo(
                        "java -jar runner.jar run configs/x.yaml --set 'n.step=[1, 2]' --only solver=newton --shard 1/2");
        assertThat(Again.all(Path.of("/home/me/x.yaml"), List.of("--plugins", "/opt/p.jar"), RunFilter.ALL))
                .isEqualTo("java -jar runner.jar run x.yaml --plugins p.jar");
    }
}
