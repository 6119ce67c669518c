package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonTest {
    @TempDir
    private Path folder;

    @Test
    void aFileInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("results"), "");
        String inTheWay = "a file is in the way of a folder";
        assertThat(reason(() -> Files.createDirectories(file))).isEqualTo(inTheWay);
        assertThat(reason(() -> Files.newDirectoryStream(file))).isEqualTo(inTheWay);
    }

    @Test
    void nothingThere() {
        assertThat(reason(() -> Files.readString(folder.resolve("none")))).isEqualTo("there is no such file or folder");
    }

    @Test
    void whatTheSystemSays() {
        // Made by hand: the tests may run as root, to whom nothing is denied.
        assertThat(Reason.of(new AccessDeniedException("results"))).isEqualTo("permission denied");
        assertThat(Reason.of(new FileSystemException("results", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(Reason.of(new IOException("stream closed"))).isEqualTo("stream closed");
        assertThat(Reason.of(new IOException())).isEqualTo("null");
    }

    private static String reason(ThrowingCallable action) {
        return Reason.of(catchThrowableOfType(IOException.class, action));
    }
}
