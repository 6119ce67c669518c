package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("runs.csv");
    }

    @Test
    void writesUtf8AndMakesTheFolder() throws IOException {
        Path deep = folder.resolve("a/b/runs.csv");
        WholeFile.write(deep, out -> out.write("‖∇f‖∞\n"));
        assertThat(deep).hasContent("‖∇f‖∞\n");
        assertThat(list(deep.getParent())).containsExactly("runs.csv");
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        Files.writeString(file, "old and longer");
        WholeFile.write(file, out -> out.write("new"));
        assertThat(file).hasContent("new");
        assertThat(list(folder)).containsExactly("runs.csv");
    }

    @Test
    void nothingIsSeenBeforeTheContentIsComplete() throws IOException {
        WholeFile.write(file, out -> {
            out.write("half");
            out.flush();
            assertThat(file).doesNotExist();
            out.write(" and half");
        });
        assertThat(file).hasContent("half and half");
    }

    @Test
    void contentThatFailsHalfWayLeavesTheOldFileAndNoOther() throws IOException {
        Files.writeString(file, "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write("half");
                    out.flush();
                    throw new IOException("no more");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no more");
        assertThat(file).hasContent("old");
        assertThat(list(folder)).containsExactly("runs.csv");
    }

    @Test
    void contentThatThrowsAnythingLeavesNoFile() throws IOException {
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(list(folder)).isEmpty();
    }

    @Test
    void aFolderInTheWayIsAnErrorThatLeavesNoFile() throws IOException {
        Files.createDirectories(file.resolve("occupied"));
        assertThatThrownBy(() -> WholeFile.write(file, out -> out.write("new"))).isInstanceOf(IOException.class);
        assertThat(list(folder)).containsExactly("runs.csv");
        assertThat(file.resolve("occupied")).isDirectory();
    }

    private static List<String> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
