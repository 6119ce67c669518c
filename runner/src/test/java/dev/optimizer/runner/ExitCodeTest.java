package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void standInOrderOfSeverity() {
        assertThat(Stream.of(ExitCode.values()).map(ExitCode::code)).containsExactly(0, 10, 11, 12, 13, 14, 2, 130);
    }

    @Test
    void areFoundByNumberAndNamedInTheLastLine() {
        assertThat(ExitCode.of(14)).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(ExitCode.INTERRUPTED.lastLine()).isEqualTo("exit 130: interrupted");
        assertThatThrownBy(() -> ExitCode.of(1)).hasMessage("no such exit code: 1");
    }
}
